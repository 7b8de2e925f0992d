"""What is still open stands on the next meeting's agenda, by rule."""

from django.db.models import F
from django.utils.translation import gettext as _

from yixian.web.meetings.agenda_sources import Line, register_source
from yixian.web.meetings.models import AgendaItem, Meeting
from yixian.web.meetings.words import in_site_language
from yixian.web.problems.models import OPEN_STATES, Problem

EACH, LEAST, MOST = 2, 5, 20


def open_problems_for(meeting: Meeting) -> list[Problem]:
    """The problems that the meeting has to look at: open ones found before it, the most urgent first."""
    found = Problem.objects.filter(federation_id=meeting.federation_id, state__in=OPEN_STATES)
    if meeting.held_on is not None:
        found = found.filter(found_on__lt=meeting.held_on)
    return list(
        found.select_related("owner__member", "member").order_by(F("due_on").asc(nulls_last=True), "pk")
    )


def problem_lines(meeting: Meeting) -> list[Line]:
    """One line for all of them, which names them, the most urgent first."""
    waiting = open_problems_for(meeting)
    if not waiting:
        return []
    with in_site_language():
        title = _("Open problems (%(number)s)") % {"number": len(waiting)}
    note = "；".join(each.title for each in waiting)[:300]
    minutes = min(MOST, max(LEAST, EACH * len(waiting)))
    return [Line("problems:open", AgendaItem.Kind("problems"), title, minutes, note)]


register_source("problems", problem_lines)
