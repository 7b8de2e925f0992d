"""What people may see of plans, and the pages made of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Venue
from yixian.web.planning.models import PlanChoice, YearPlan
from yixian.web.planning.months import months_from
from yixian.web.shared import policy
from yixian.web.shared.prepared import Asker, Choice, Prepared, PreparedRows

DONE = (Meeting.State.WRAPPED_UP, Meeting.State.CLOSED)
UNANNOUNCED = (Meeting.State.PLANNED, Meeting.State.CANCELLED)
FACTS = (
    "federation_id", "version", "first_month", "months", "state", "note", "made_at", "published_at",
    "programme__name",
)  # fmt: skip


def plans_visible_to(person: Person) -> QuerySet[YearPlan]:
    """Published and replaced versions for everybody inside; drafts for the office."""
    plans = YearPlan.objects.filter(federation=person.federation_id).select_related("programme")
    if policy.may(person, "planning.see_drafts"):
        return plans
    return plans.filter(state__in=(YearPlan.State.PUBLISHED, YearPlan.State.REPLACED))


def plan_facts(person: Person, *more: str) -> QuerySet[YearPlan]:
    """The same without what is stored as JSON (tens of kilobytes), but for the fields named."""
    return plans_visible_to(person).only(*FACTS, *more)


def _published(by: Person) -> QuerySet[YearPlan]:
    return plan_facts(by).filter(state=YearPlan.State.PUBLISHED)[:1]


def _one(by: Person, pk: int, more: tuple[str, ...]) -> QuerySet[YearPlan]:
    return plan_facts(by, *more).filter(pk=pk).order_by()


PUBLISHED: Prepared[YearPlan] = Prepared(_published, by=Asker)
ONE: Prepared[YearPlan] = Prepared(_one, by=Asker, pk=int, more=Choice)


def published_plan(person: Person) -> YearPlan | None:
    """The plan in force, by its facts."""
    return PUBLISHED.first(by=person)


def plan_visible_to(person: Person, pk: int, *more: str) -> YearPlan | None:
    """One plan to be looked at, with its facts and the fields named; None where there is none to be seen."""
    return ONE.first(by=person, pk=pk, more=more)


def _to_try(by: Person, in_force: bool) -> QuerySet[YearPlan]:
    plans = plans_visible_to(by).exclude(state=YearPlan.State.DROPPED)
    plans = plans.defer("problem", "certificate", "moved")
    return (plans.filter(state=YearPlan.State.PUBLISHED) if in_force else plans.order_by("-pk"))[:1]


TO_TRY: Prepared[YearPlan] = Prepared(_to_try, by=Asker, in_force=Choice)


def plan_to_try_on(person: Person) -> YearPlan | None:
    """The plan that weights are tried on: the one in force, else the newest."""
    return TO_TRY.first(by=person, in_force=True) or TO_TRY.first(by=person, in_force=False)


@dataclass(frozen=True)
class MonthRow:
    """One month of a plan as the ring and the list show it; without a host the other facts are empty."""

    month: str
    host_id: int | None = None
    host: str = ""
    day: date | None = None
    is_pinned: bool = False
    reasons: dict[str, Any] | None = None
    meeting_id: int | None = None
    meeting_state: str | None = None
    standby_id: int | None = None
    standby: str | None = None
    venue_kind: str = ""

    COLUMNS = (
        "month", "host_id", "host__short_name", "day", "is_pinned", "reasons", "meeting_id", "meeting__state",
        "standby_id", "standby__short_name",
    )  # fmt: skip

    @property
    def stage(self) -> str:
        """done, announced, planned or empty."""
        return stage_of(self.host_id is not None, self.meeting_state)


def stage_of(has_host: bool, meeting_state: str | None) -> str:
    """How far a month of a plan is: done, announced, planned or empty."""
    if meeting_state in DONE:
        return "done"
    if meeting_state and meeting_state not in UNANNOUNCED:
        return "announced"
    return "planned" if has_host else "empty"


def _months(plan_id: int) -> QuerySet[PlanChoice, Any]:
    choices = PlanChoice.objects.with_scopes_disabled().filter(plan_id=plan_id)
    return choices.order_by("month").values_list(*MonthRow.COLUMNS)


def _month(plan_id: int, month: str) -> QuerySet[PlanChoice, Any]:
    return _months(plan_id).filter(month=month)


def _venues(plan_id: int) -> QuerySet[Venue, Any]:
    venues = Venue.objects.with_scopes_disabled().filter(member__choices__plan_id=plan_id)
    return venues.order_by().values_list("member_id", "kind", "capacity", "pk")


MONTHS = PreparedRows(_months, plan_id=int)
MONTH = PreparedRows(_month, plan_id=int, month=str)
VENUES = PreparedRows(_venues, plan_id=int)


def plan_rows(plan: YearPlan) -> list[MonthRow]:
    """A plan's months in order, each with its host and meeting (two queries)."""
    kinds = _venue_kinds(plan)
    rows = {row[0]: MonthRow(*[*row, kinds.get(row[1], "")]) for row in MONTHS.all(plan_id=plan.pk)}
    return [rows.get(month) or MonthRow(month) for month in months_from(plan.first_month, plan.months)]


def month_row(plan: YearPlan, month: str) -> MonthRow:
    """One month of a plan (one query)."""
    found = MONTH.first(plan_id=plan.pk, month=month)
    return MonthRow(*found) if found else MonthRow(month)


def _venue_kinds(plan: YearPlan) -> dict[int, str]:
    """The kind of the largest venue of every host of the plan."""
    venues = VENUES.all(plan_id=plan.pk)
    ascending = sorted(set(map(tuple, venues)), key=lambda venue: (venue[2] or 0, -venue[3]))
    return {member_id: kind for member_id, kind, _capacity, _pk in ascending}
