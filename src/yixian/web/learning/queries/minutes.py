"""What the minutes of a meeting say about learning: experiences, questions, remarks, photos."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yixian.web.capture.models import Capture, Photo
from yixian.web.capture.queries import released_in
from yixian.web.learning.models import CaptureOutcome, Experience, Question
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.minutes_draft import shortened
from yixian.web.meetings.queries.minutes_parts import Part, register_part

RECORDS, RECORDS_HEADING = "records", gettext_lazy("Recorded on the spot")


def record_line(capture: Capture) -> str:
    """One record as the minutes tell it."""
    place = capture.station.name if capture.station else ""
    return (
        _("%(place)s: %(text)s") % {"place": place, "text": shortened(capture.text)}
        if place
        else shortened(capture.text)
    )


def record_lines(meeting: Meeting) -> list[str]:
    """The records that the office has put in the minutes, if they are still released; and how many photos."""
    chosen = released_in(meeting).filter(outcome__kind=CaptureOutcome.Kind.MINUTES).exclude(text="")
    lines = [record_line(each) for each in chosen]
    photos = released_in(meeting).filter(photo__state=Photo.State.READY).count()
    if photos:
        lines.append(_("%(number)s photos were taken and released by the host.") % {"number": photos})
    return lines


def experience_lines(meeting: Meeting) -> list[str]:
    """The published experiences seen at the meeting."""
    found = Experience.objects.filter(meeting=meeting, state=Experience.State.PUBLISHED).select_related(
        "member"
    )
    return [
        _("“%(title)s” (%(unit)s): %(text)s")
        % {"title": each.title, "unit": each.member.short_name, "text": shortened(each.summary)}
        for each in found.order_by("pk")
    ]


def question_lines(meeting: Meeting) -> list[str]:
    """The questions asked, each with the answer that helped, else the first."""
    found = Question.objects.filter(meeting=meeting).prefetch_related("answers").order_by("pk")
    lines = []
    for question in found:
        answers = sorted(question.answers.all(), key=lambda each: not each.helped)
        said = shortened(answers[0].text) if answers else _("still open")
        lines.append(
            _("Asked: %(question)s Answered: %(answer)s")
            % {"question": shortened(question.text), "answer": said}
        )
    return lines


register_part(
    Part("experiences", gettext_lazy("Experiences shared"), 40, experience_lines),
    Part("questions", gettext_lazy("Questions and answers"), 60, question_lines),
    Part(RECORDS, RECORDS_HEADING, 70, record_lines),
)
