"""Questions that nobody has answered stand on the next meeting's agenda, by rule."""

from django.utils.translation import gettext as _

from yixian.web.learning.models import Question
from yixian.web.meetings.agenda_sources import Line, register_source
from yixian.web.meetings.models import AgendaItem, Meeting
from yixian.web.meetings.words import in_site_language

EACH, LEAST, MOST = 3, 5, 15


def unanswered_questions_for(meeting: Meeting) -> list[Question]:
    """Open questions asked before the meeting, oldest first."""
    found = Question.objects.filter(federation_id=meeting.federation_id, state=Question.State.OPEN)
    return list(found.exclude(meeting=meeting).order_by("asked_at", "pk"))


def question_lines(meeting: Meeting) -> list[Line]:
    """One line for all of them."""
    waiting = unanswered_questions_for(meeting)
    if not waiting:
        return []
    with in_site_language():
        title = _("Questions still without an answer (%(number)s)") % {"number": len(waiting)}
    note = "；".join(str(each) for each in waiting)[:300]
    minutes = min(MOST, max(LEAST, EACH * len(waiting)))
    return [Line("questions:open", AgendaItem.Kind("questions"), title, minutes, note)]


register_source("learning.questions", question_lines)
