"""The solves of a plan: the latest, and whether one is asked for or under way."""

from typing import Any

from django.db.models import QuerySet

from yixian.web.planning.models import PlanRun, YearPlan
from yixian.web.shared.prepared import Prepared, PreparedRows

RUNNING = (PlanRun.State.WAITING, PlanRun.State.RUNNING)


def _latest(plan_id: int) -> QuerySet[PlanRun]:
    runs = PlanRun.objects.with_scopes_disabled().filter(plan_id=plan_id)
    return runs.only("federation_id", "plan_id", "state", "progress", "problem").order_by("-pk")[:1]


def _running(plan_id: int) -> QuerySet[PlanRun, Any]:
    runs = PlanRun.objects.with_scopes_disabled().filter(plan_id=plan_id, state__in=RUNNING)
    return runs.order_by().values_list("pk")[:1]


LATEST: Prepared[PlanRun] = Prepared(_latest, plan_id=int)
UNDER_WAY = PreparedRows(_running, plan_id=int)


def latest_run(plan: YearPlan) -> PlanRun | None:
    """The newest solve of a plan."""
    return LATEST.first(plan_id=plan.pk)


def is_being_solved(plan: YearPlan) -> bool:
    """Whether a solve is asked for or under way."""
    return UNDER_WAY.first(plan_id=plan.pk) is not None
