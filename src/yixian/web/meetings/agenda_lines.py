"""The lines that meetings themselves bring to an agenda: opening, reports, tour, questions, discussion, closing."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.agenda_sources import Line, register_source
from yixian.web.meetings.models import Meeting, Reply, Report
from yixian.web.meetings.words import in_site_language

MINUTES = {
    "opening": 5,
    "report": 5,
    "experience": 5,
    "tour": 40,
    "questions": 15,
    "discussion": 20,
    "closing": 10,
}


def frame(meeting: Meeting) -> list[Line]:
    """What every meeting has."""
    with in_site_language():
        texts = {
            "opening": _("Opening and welcome by the host"),
            "questions": _("Questions and answers"),
            "discussion": _("Discussion"),
            "closing": _("Summary and next steps"),
        }
    speakers = {"opening": meeting.coordinator}
    return [Line(kind, kind, text, MINUTES[kind], speaker=speakers.get(kind)) for kind, text in texts.items()]


def reports(meeting: Meeting) -> list[Line]:
    """Who wants to speak, speaks; other experiences are told as far as there is time."""
    handed_in = meeting.reports.exclude(handed_in_at=None).select_related("member", "person")
    attending = Reply.objects.filter(invitation__meeting=meeting).select_related("attendee", "invitation")
    comes = {reply.invitation.member_id: reply.attendee for reply in attending}
    return [
        _line_of(report, comes.get(report.member_id) or report.person)
        for report in handed_in
        if report.wants_to_speak or report.experience
    ]


def _line_of(report: Report, speaker: Person | None) -> Line:
    kind = "experience" if report.experience else "report"
    with in_site_language():
        text = _("Experience: %(member)s") if report.experience else _("Report: %(member)s")
        title = text % {"member": report.member.short_name}
    return Line(
        source=f"report:{report.pk}",
        kind=kind,
        title=title[:120],
        minutes=MINUTES[kind],
        speaker=speaker,
        report=report,
        yields=not report.wants_to_speak,
    )


def tour(meeting: Meeting) -> list[Line]:
    """The walk, as long as its stations take."""
    walk = getattr(meeting, "tour", None)
    minutes = sum(station.minutes for station in walk.stations.all()) if walk else 0
    with in_site_language():
        place = meeting.venue.name if meeting.venue else ""
        title = _("Tour: %(place)s") % {"place": place} if place else _("Tour")
    return [Line("tour", "tour", title[:120], minutes or MINUTES["tour"])]


register_source("frame", frame)
register_source("reports", reports)
register_source("tour", tour)
