"""The published plan as a small ring: each month's stage and host (two queries with the plan itself)."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from yixian.web.planning.models import PlanChoice, YearPlan
from yixian.web.planning.months import month_of, months_from
from yixian.web.planning.queries.plans import stage_of
from yixian.web.planning.ring import Segment, segment
from yixian.web.shared.prepared import PreparedRows

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


def _choices(plan_id: int) -> QuerySet[PlanChoice, Any]:
    choices = PlanChoice.objects.with_scopes_disabled().filter(plan_id=plan_id).order_by()
    return choices.values_list("month", "host__short_name", "meeting__state")


CHOICES = PreparedRows(_choices, plan_id=int)


def small_ring(plan: YearPlan) -> SmallRing:
    """Read the plan's months with their hosts and meetings (one query)."""
    choices = {month: (host, state) for month, host, state in CHOICES.all(plan_id=plan.pk)}
    months = months_from(plan.first_month, min(plan.months, MONTHS))
    now, slices = month_of(timezone.localdate()), []
    for index, month in enumerate(months):
        host, state = choices.get(month, ("", None))
        stage = stage_of(bool(host), state)
        slices.append(Slice(month, stage, host, month == now, segment(index, len(months), "")))
    return SmallRing(plan, slices, sum(each.stage == "done" for each in slices))
