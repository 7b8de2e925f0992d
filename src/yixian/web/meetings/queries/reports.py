"""What was handed in, by whom, and what is still missing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Invitation, Meeting, Report
from yixian.web.meetings.queries.replies import ReplyFacts, reply_facts
from yixian.web.meetings.rules.reports import can_write_report
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.meetings.words import times_in_words
from yixian.web.shared import policy
from yixian.web.shared.prepared import PreparedRows
from yixian.web.shared.templatetags.ui_dates import day

TONES = {"in": "good", "draft": "wait", "none": "wait", "away": "off"}


def reports_visible_to(person: Person) -> QuerySet[Report]:
    """Office and auditor: what was handed in; a member's people: their own; a coordinator: the own meeting's."""
    reports = Report.objects.filter(federation_id=person.federation_id).select_related(
        "member", "person", "meeting"
    )
    if policy.may(person, "meetings.see_invitations"):
        return reports.exclude(handed_in_at=None)
    return reports.filter(member_id=person.member_id) if person.member_id else reports.none()


@dataclass(frozen=True)
class ReportPage:
    """The form of one member: the report so far and whether it can still change."""

    invitation: Invitation
    report: Report | None
    can_write: bool


def report_page(person: Person, invitation: Invitation) -> ReportPage:
    """Read the page on which a member writes its paragraphs."""
    report = Report.objects.filter(meeting_id=invitation.meeting_id, member_id=invitation.member_id).first()
    return ReportPage(invitation, report, can_write_report(person, invitation))


@dataclass(frozen=True)
class WrittenReport:
    """One member's report as the database has it."""

    member_id: int
    member: str
    person: str | None
    review: str
    plan: str
    experience: str
    wants_to_speak: bool
    handed_in_at: datetime | None


_WRITTEN = (
    "member_id", "member__short_name", "person__name", "review", "plan", "experience", "wants_to_speak",
    "handed_in_at",
)  # fmt: skip


def _written(meeting_id: int) -> QuerySet[Report, Any]:
    return Report.objects.with_scopes_disabled().filter(meeting_id=meeting_id).values_list(*_WRITTEN)


WRITTEN = PreparedRows(_written, meeting_id=int)


def written_reports(meeting: Meeting) -> list[WrittenReport]:
    """Every report of a meeting, drafts too, in the order of the roster."""
    return [WrittenReport(*values) for values in WRITTEN.all(meeting_id=meeting.pk)]


@dataclass(frozen=True)
class ReportRow:
    """One member's line in the overview."""

    member: str
    state: str
    state_words: str
    tone: str
    handed_in: str
    by: str
    paragraphs: str
    wants_to_speak: bool


@dataclass(frozen=True)
class ReportsPage:
    """Who handed in, and who has not."""

    meeting: Meeting
    tabs: list[Tab]
    rows: list[ReportRow]
    handed_in: int
    expected: int
    speakers: int
    filters: dict[str, str]


def handed_in_reports(meeting: Meeting) -> list[WrittenReport]:
    """What was handed in, to be read; drafts stay with those who write them."""
    return [each for each in written_reports(meeting) if each.handed_in_at]


def reports_page(person: Person, meeting: Meeting, query: Any) -> ReportsPage:
    """Read who handed in; drafts are counted, never shown."""
    reports = {each.member_id: each for each in written_reports(meeting)}
    invitations = reply_facts(meeting)
    words = _Words()
    rows = [_row(each, reports.get(each.member_id), words) for each in invitations]
    handed_in = [report for report in reports.values() if report.handed_in_at]
    state = query.get("state", "")
    return ReportsPage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "reports"),
        rows=[row for row in rows if state not in TONES or row.state == state],
        handed_in=len(handed_in),
        expected=max(len(invitations), len(handed_in)),
        speakers=sum(report.wants_to_speak for report in handed_in),
        filters={"state": state if state in TONES else ""},
    )


class _Words:
    """What the lines say, put into the reader's language once."""

    def __init__(self) -> None:
        self.states = {
            "in": _("handed in"),
            "draft": _("being written"),
            "none": _("nothing yet"),
            "away": _("apologies, nothing yet"),
        }
        self.paragraphs = (("review", _("Review")), ("plan", _("Plan")), ("experience", _("Experience")))
        self.comma = _(", ")
        self.when = times_in_words(day)


def _row(invitation: ReplyFacts, report: WrittenReport | None, words: _Words) -> ReportRow:
    state = _state(invitation, report)
    shown = report if state == "in" else None
    return ReportRow(
        member=invitation.member,
        state=state,
        state_words=words.states[state],
        tone=TONES[state],
        handed_in=words.when(shown.handed_in_at) if shown else "",
        by=(shown.person or "") if shown else "",
        paragraphs=_paragraphs(shown, words) if shown else "",
        wants_to_speak=bool(shown and shown.wants_to_speak),
    )


def _state(invitation: ReplyFacts, report: WrittenReport | None) -> str:
    if report and report.handed_in_at:
        return "in"
    if report and (report.review or report.plan or report.experience):
        return "draft"
    return "away" if invitation.answer == "apology" else "none"


def _paragraphs(report: WrittenReport, words: _Words) -> str:
    """Which of the three were written."""
    return words.comma.join([label for name, label in words.paragraphs if getattr(report, name)])
