"""Swaps of months as people may see them, and the months that can be swapped."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page
from django.db.models import Q, QuerySet
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, Programme
from yixian.web.planning.models import PlanChoice, Swap, YearPlan
from yixian.web.planning.months import month_of
from yixian.web.planning.queries.paging import page_of
from yixian.web.shared import policy
from yixian.web.shared.paging import how_many
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows

FREE = (Meeting.State.PLANNED, Meeting.State.CANCELLED)
OPEN = (Swap.State.ASKED, Swap.State.AGREED)
MOST_WAITING = 3


def swaps_visible_to(person: Person) -> QuerySet[Swap]:
    """The office and auditors see every swap, hosts those of their own member."""
    swaps = Swap.objects.filter(federation=person.federation_id)
    if policy.may(person, "planning.see_drafts"):
        return swaps
    return swaps.filter(Q(member=person.member_id) | Q(other=person.member_id))


@dataclass(frozen=True)
class SwapLine:
    """A swap as lists show it."""

    pk: int
    month: str
    other_month: str
    member_id: int
    member: str
    other_id: int
    other: str
    state: str
    asked_at: Any

    COLUMNS = (
        "pk", "month", "other_month", "member_id", "member__short_name", "other_id", "other__short_name", "state",
        "asked_at",
    )  # fmt: skip


def _lines(by: Person, part: slice) -> QuerySet[Swap, Any]:
    return swaps_visible_to(by).order_by("-pk").values_list(*SwapLine.COLUMNS)[part]


def _waiting(by: Person) -> QuerySet[Swap, Any]:
    """What waits for this person, the oldest first: agreed swaps to decide, or requests to answer."""
    waits = Q(pk=None)
    if policy.may(by, "planning.decide_swap"):
        waits |= Q(state=Swap.State.AGREED)
    if policy.may(by, "planning.answer_swap"):
        waits |= Q(state=Swap.State.ASKED, other=by.member_id)
    return swaps_visible_to(by).filter(waits).order_by("pk").values_list(*SwapLine.COLUMNS)[:MOST_WAITING]


def _one(by: Person, pk: int) -> QuerySet[Swap]:
    swaps = swaps_visible_to(by).filter(pk=pk).order_by()
    people = ("asked_by__name", "answered_by__name", "decided_by__name")
    swaps = swaps.select_related("member", "other", "plan", "asked_by", "answered_by", "decided_by")
    return swaps.only(*FACTS, "member__short_name", "other__short_name", "plan__version", *people)


FACTS = (
    "federation_id", "month", "other_month", "day", "other_day", "points", "why", "answer", "state", "asked_at",
    "answered_at", "decided_at", "result_id",
)  # fmt: skip
LINES = PreparedRows(_lines, by=Asker, part=slice)
NUMBER = PreparedRows(lambda by: how_many(swaps_visible_to(by)), by=Asker)
WAITING = PreparedRows(_waiting, by=Asker)
ONE: Prepared[Swap] = Prepared(_one, by=Asker, pk=int)


def swaps_page(person: Person, number: str | None) -> Page[SwapLine]:
    """One page of the swaps that a person may see, newest first."""
    return page_of(SwapLine, LINES, NUMBER, number, by=person)


def swap_visible_to(person: Person, pk: int) -> Swap | None:
    """One swap with the names of hosts and people."""
    return ONE.first(by=person, pk=pk)


def swaps_waiting_for(person: Person) -> list[SwapLine]:
    """The first swaps that wait for this person's own answer or decision."""
    return [SwapLine(*row) for row in WAITING.all(by=person)]


def _free(plan_id: int, first: str) -> QuerySet[PlanChoice, Any]:
    free = Q(meeting=None) | Q(meeting__state__in=FREE)
    choices = PlanChoice.objects.with_scopes_disabled().filter(free, plan_id=plan_id, month__gte=first)
    return choices.order_by("month").values_list("month", "host_id", "host__short_name", "day")


FREE_MONTHS = PreparedRows(_free, plan_id=int, first=str)


@dataclass(frozen=True)
class FreeMonth:
    """A month that can still be swapped, with its host and day."""

    month: str
    host_id: int
    host: str
    day: date


def free_months(plan: YearPlan) -> list[FreeMonth]:
    """Months from this one on whose meeting is not announced."""
    rows = FREE_MONTHS.all(plan_id=plan.pk, first=month_of(timezone.localdate()))
    return [FreeMonth(*row) for row in rows]


def order_giver(programme: Programme) -> Person | None:
    """In whose name agreed swaps take effect at once: the officer who ordered it, while in office."""
    pk = programme.settings.get("swaps_by")
    giver = Person.objects.filter(pk=pk, federation=programme.federation_id).first() if pk else None
    return giver if giver is not None and policy.may(giver, "planning.decide_swap", programme) else None
