"""What was handed in, by whom, and what is still missing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Invitation, Meeting, Reply, Report
from yixian.web.meetings.rules.reports import can_write_report
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.meetings.words import times_in_words
from yixian.web.shared import policy
from yixian.web.shared.paging import Pages, Paginator, how_many
from yixian.web.shared.prepared import Choice, PreparedRows
from yixian.web.shared.templatetags.ui_dates import day

TONES = {"in": "good", "draft": "wait", "none": "wait", "away": "off"}
LINES = 50


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


def _written(meeting_id: int, **narrowed: Any) -> QuerySet[Report, Any]:
    """Reports of a meeting in the order of the roster."""
    found = Report.objects.with_scopes_disabled().filter(meeting_id=meeting_id, **narrowed)
    return found.values_list(*_WRITTEN)


OF_MEMBERS = PreparedRows(
    lambda meeting_id, members: _written(meeting_id, member__in=members), meeting_id=int, members=list
)
HANDED_IN = PreparedRows(
    lambda meeting_id, part: _written(meeting_id, handed_in_at__isnull=False)[part],
    meeting_id=int,
    part=slice,
)


def _invited(meeting_id: int, state: str = "") -> QuerySet[Invitation]:
    """Invitations of a meeting whose member's report is in this state (`TONES`)."""
    found = Invitation.objects.with_scopes_disabled().filter(meeting_id=meeting_id)
    if not state:
        return found
    written = Report.objects.with_scopes_disabled().filter(
        meeting_id=meeting_id, member_id=OuterRef("member_id")
    )
    handed_in = Exists(written.exclude(handed_in_at=None))
    begun = Exists(written.exclude(review="", plan="", experience=""))
    if state == "in":
        return found.filter(handed_in)
    if state == "draft":
        return found.filter(begun & ~handed_in)
    away = Q(reply__answer=Reply.Answer.APOLOGY)
    return found.filter(~begun & ~handed_in, away if state == "away" else ~away | Q(reply__answer=None))


_INVITED = ("member_id", "member__short_name", "reply__answer")
INVITED = PreparedRows(
    lambda meeting_id, state, part: _invited(meeting_id, state).values_list(*_INVITED)[part],
    meeting_id=int, state=Choice, part=slice,
)  # fmt: skip
HOW_MANY = PreparedRows(
    lambda meeting_id, state: how_many(_invited(meeting_id, state)), meeting_id=int, state=Choice
)


def _counts(meeting_id: int) -> QuerySet[Report, Any]:
    """How many were handed in, and how many of those who did would like to speak."""
    found = Report.objects.with_scopes_disabled().filter(meeting_id=meeting_id, handed_in_at__isnull=False)
    counted = found.order_by().values(every=Value(1))
    wish = Count("pk", filter=Q(wants_to_speak=True))
    return counted.annotate(number=Count("pk"), speakers=wish).values_list("number", "speakers")


COUNTS = PreparedRows(_counts, meeting_id=int)


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
    page: Page[ReportRow]
    handed_in: int
    expected: int
    speakers: int
    filters: dict[str, str]


def reports_to_read(meeting: Meeting, number: str | None) -> Page[WrittenReport]:
    """What was handed in, to be read; drafts stay with those who write them."""
    handed_in, _speakers = COUNTS.first(meeting_id=meeting.pk) or (0, 0)
    page = Paginator(Pages(HANDED_IN, known=handed_in, meeting_id=meeting.pk), LINES).get_page(number)
    page.object_list = [WrittenReport(*values) for values in page.object_list]
    return page


def reports_page(person: Person, meeting: Meeting, query: Any) -> ReportsPage:
    """Read who handed in; drafts are counted, never shown."""
    state = query.get("state", "")
    state = state if state in TONES else ""
    handed_in, speakers = COUNTS.first(meeting_id=meeting.pk) or (0, 0)
    (invited,) = HOW_MANY.first(meeting_id=meeting.pk, state="") or (0,)
    return ReportsPage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "reports"),
        page=_page(meeting, state, query.get("page"), invited),
        handed_in=handed_in,
        expected=max(invited, handed_in),
        speakers=speakers,
        filters={"state": state},
    )


def _page(meeting: Meeting, state: str, number: str | None, invited: int) -> Page[ReportRow]:
    """One page of members with what each wrote; how many are invited in all is known."""
    found = Pages(INVITED, HOW_MANY if state else None, invited, meeting_id=meeting.pk, state=state)
    page, words = Paginator(found, LINES).get_page(number), _Words()
    members = [member for member, _name, _answer in page.object_list]
    rows = OF_MEMBERS.all(meeting_id=meeting.pk, members=members)
    written = {report.member_id: report for report in (WrittenReport(*values) for values in rows)}
    page.object_list = [
        _row(name, answer, written.get(member), words) for member, name, answer in page.object_list
    ]
    return page


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


def _row(member: str, answer: str | None, report: WrittenReport | None, words: _Words) -> ReportRow:
    state = _state(answer, report)
    shown = report if state == "in" else None
    return ReportRow(
        member=member,
        state=state,
        state_words=words.states[state],
        tone=TONES[state],
        handed_in=words.when(shown.handed_in_at) if shown else "",
        by=(shown.person or "") if shown else "",
        paragraphs=_paragraphs(shown, words) if shown else "",
        wants_to_speak=bool(shown and shown.wants_to_speak),
    )


def _state(answer: str | None, report: WrittenReport | None) -> str:
    if report and report.handed_in_at:
        return "in"
    if report and (report.review or report.plan or report.experience):
        return "draft"
    return "away" if answer == Reply.Answer.APOLOGY else "none"


def _paragraphs(report: WrittenReport, words: _Words) -> str:
    """Which of the three were written."""
    return words.comma.join([label for name, label in words.paragraphs if getattr(report, name)])
