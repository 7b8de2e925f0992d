"""Many numbers in one query: each is a subquery of one SELECT over federations."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from yixian.web.accounts.models import LinkRequest, Person
from yixian.web.capture.models import Capture
from yixian.web.learning.models import Adoption, AdoptionStep, Question
from yixian.web.meetings.models import (
    ArchiveDraft,
    CheckIn,
    Invitation,
    Meeting,
    Programme,
    Reply,
    Report,
)
from yixian.web.organisations.models import Federation, Member
from yixian.web.planning.models import Confirmation, HostOffer, Swap, YearPlan
from yixian.web.planning.months import month_of
from yixian.web.problems.models import UNSOLVED, Problem
from yixian.web.reports.queries.asked import standing
from yixian.web.shared.prepared import PreparedRows

WAITING = (Capture.Hold.HELD, Capture.Hold.QUARANTINED)
HELD = (Meeting.State.WRAPPED_UP, Meeting.State.CLOSED)
RECENT = timedelta(days=30)


def number(rows: QuerySet[Any], *, of: str = "federation", counted: Any = None) -> Coalesce:
    """How many of the rows belong to the federation of the outer query."""
    mine = rows.order_by().annotate(_of=F(of)).filter(_of=OuterRef("pk")).values("_of")
    figures = mine.annotate(_number=counted or Count("pk")).values("_number")
    return Coalesce(Subquery(figures, output_field=IntegerField()), 0)


def any_of(rows: QuerySet[Any], *, of: str = "federation") -> Exists:
    """Whether any of the rows belongs to the federation of the outer query: found at the first, not at the last."""
    return Exists(rows.order_by().annotate(_of=F(of)).filter(_of=OuterRef("pk")))


def with_numbers(federations: QuerySet[Federation], numbers: dict[str, Any]) -> QuerySet[Any]:
    """A row per federation: pk and names, and each number under its name with n_ before it."""
    fields = ("pk", "name", *(f"n_{name}" for name in numbers))
    return federations.annotate(**{f"n_{name}": each for name, each in numbers.items()}).values(*fields)


def plain(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the numbers under their own names."""
    return [{key.removeprefix("n_"): value for key, value in row.items()} for row in rows]


DAYS: dict[str, type] = {"first": date, "last": date}
MOMENTS: dict[str, type] = {"start": datetime, "end": datetime}


def span(year: str) -> dict[str, Any]:
    """The first and last day of a year, as days and as moments; nothing for all time."""
    if not year:
        return {}
    first, last, zone = date(int(year), 1, 1), date(int(year), 12, 31), timezone.get_default_timezone()
    moments = datetime.combine(first, time.min, tzinfo=zone), datetime.combine(last, time.max, tzinfo=zone)
    return {"first": first, "last": last, "start": moments[0], "end": moments[1]}


def within(field: str, first: Any, last: Any) -> Q:
    """Between two days or moments; of all time everything that has one."""
    return Q(**{f"{field}__isnull": False}) if first is None else Q(**{f"{field}__range": (first, last)})


class Spanned:
    """What `build` finds of a federation in a year or of all time, where no day needs to be compared."""

    def __init__(self, build: Callable[..., QuerySet[Any]], **kinds: type) -> None:
        never = dict.fromkeys(kinds)
        self.kinds = kinds
        self.of_year = PreparedRows(build, federation=int, **kinds)
        self.of_all = PreparedRows(lambda federation: build(federation=federation, **never), federation=int)

    def asked(self, federation: int, year: str) -> tuple[PreparedRows, dict[str, Any]]:
        """The query for this year, and its values."""
        values = {name: value for name, value in span(year).items() if name in self.kinds}
        return (self.of_year if year else self.of_all), {"federation": federation, **values}

    def all(self, federation: int, year: str) -> list[Any]:
        """Every row."""
        query, values = self.asked(federation, year)
        return query.all(**values)

    def dicts(self, federation: int, year: str) -> list[dict[str, Any]]:
        """Every row by column name."""
        query, values = self.asked(federation, year)
        return query.dicts(**values)


def for_office(person: Person, meeting: Meeting | None) -> dict[str, Any]:
    """What may need the office today, how far the next meeting is, and what there is at all (one query)."""
    return plain(OFFICE.dicts(
        federation=person.federation_id, meeting=meeting.pk if meeting else 0, today=timezone.localdate(),
        lately=timezone.now() - RECENT, month=month_of(timezone.localdate()),
    ))[0]  # fmt: skip


def _office(**value: Any) -> QuerySet[Any]:
    problems = Problem.objects.all()
    waiting = Capture.objects.filter(hold__in=WAITING, deleted_at=None)
    moved = AdoptionStep.objects.filter(at__gte=value["lately"])
    numbers = {
        "members": number(Member.objects.filter(is_active=True)),
        "programmes": any_of(Programme.objects.all()),
        "meetings": number(Meeting.objects.all()),
        "living": any_of(Meeting.objects.filter(is_archive=False)),
        "children": any_of(Federation.objects.all(), of="parent"),
        "plans": any_of(YearPlan.objects.filter(state=YearPlan.State.PUBLISHED)),
        "plan_drafts": number(YearPlan.objects.filter(state=YearPlan.State.DRAFT)),
        "releases": number(waiting),
        "release_meeting": number(waiting, counted=Min("meeting_id")),
        "overdue": number(problems.filter(state__in=UNSOLVED, due_on__lt=value["today"])),
        "found": number(problems.filter(state=Problem.State.FOUND)),
        "assigned": number(problems.filter(state=Problem.State.ASSIGNED)),
        "solved": number(problems.filter(state=Problem.State.SOLVED)),
        "questions": number(Question.objects.filter(state=Question.State.OPEN)),
        "moved": number(moved, counted=Count("adoption", distinct=True)),
        "adoptions": number(Adoption.objects.exclude(state__in=("adopted", "dropped"))),
        "links": number(LinkRequest.objects.filter(answered_at=None)),
        "reports_read": number(ArchiveDraft.objects.filter(state=ArchiveDraft.State.DRAFT)),
        "to_close": number(Meeting.objects.filter(state=Meeting.State.WRAPPED_UP)),
        "swaps": number(Swap.objects.filter(state=Swap.State.AGREED)),
        "declined": number(standing(value["month"], Confirmation.State.DECLINED)),
        "offers": number(HostOffer.objects.filter(state=HostOffer.State.OPEN)),
        **of_meeting(value["meeting"]),
    }
    return with_numbers(Federation.objects.filter(pk=value["federation"]), numbers)


def of_meeting(pk: int) -> dict[str, Any]:
    """Invitations, replies, reports and arrivals of one meeting."""
    reports = Report.objects.filter(meeting=pk, handed_in_at__isnull=False)
    replies = Reply.objects.filter(invitation__meeting=pk)
    return {
        "invited": number(Invitation.objects.filter(meeting=pk)),
        "replied": number(replies, of="invitation__federation"),
        "coming": number(replies.exclude(answer=Reply.Answer.APOLOGY), of="invitation__federation"),
        "handed_in": number(reports),
        "arrived": number(CheckIn.objects.filter(meeting=pk)),
    }


def held() -> Q:
    """Meetings that took place, those of history among them."""
    return Q(state__in=HELD)


OFFICE = PreparedRows(_office, federation=int, meeting=int, today=date, lately=datetime, month=str)
