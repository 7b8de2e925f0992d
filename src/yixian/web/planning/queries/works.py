"""How far the works on a plan are, and the curve of changes after a cancellation."""

from django.db.models import QuerySet

from yixian.web.planning.models import NextBest, YearPlan
from yixian.web.shared.prepared import Prepared


def _next_best(plan_id: int) -> QuerySet[NextBest]:
    return NextBest.objects.with_scopes_disabled().filter(plan_id=plan_id)


NEXT_BEST: Prepared[NextBest] = Prepared(_next_best, plan_id=int)


def next_best_of(plan: YearPlan) -> NextBest | None:
    """The search for the next best hosts of a plan."""
    return NEXT_BEST.first(plan_id=plan.pk)
