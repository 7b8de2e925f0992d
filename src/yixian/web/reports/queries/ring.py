"""The published plan as a small ring: each month's stage and host (two queries with the plan itself)."""

from dataclasses import dataclass

from django.utils import timezone

from yixian.web.planning.models import YearPlan
from yixian.web.planning.months import month_of, months_from
from yixian.web.planning.queries.plans import MonthRow
from yixian.web.planning.ring import Segment, segment

MONTHS = 12


@dataclass(frozen=True)
class Slice:
    """One month of the ring."""

    month: str
    stage: str
    host: str
    is_now: bool
    segment: Segment


@dataclass(frozen=True)
class SmallRing:
    """The first twelve months of a plan."""

    plan: YearPlan
    slices: list[Slice]
    done: int


def small_ring(plan: YearPlan) -> SmallRing:
    """Read the plan's months with their hosts and meetings (one query)."""
    choices = {each.month: each for each in plan.choices.select_related("host", "meeting")}
    months = months_from(plan.first_month, min(plan.months, MONTHS))
    now, slices = month_of(timezone.localdate()), []
    for index, month in enumerate(months):
        choice = choices.get(month)
        row = MonthRow(month, choice, choice.meeting if choice else None)
        host = choice.host.short_name if choice else ""
        slices.append(Slice(month, row.stage, host, month == now, segment(index, len(months), "")))
    return SmallRing(plan, slices, sum(each.stage == "done" for each in slices))
