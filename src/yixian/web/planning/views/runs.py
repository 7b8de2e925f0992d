"""Solving: asked for, watched, stopped."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from yixian.web.planning.actions.runs import request_run, stop_run
from yixian.web.planning.models import PlanRun, YearPlan
from yixian.web.planning.queries.plans import plans_visible_to
from yixian.web.shared.http import allow


@allow("planning.see_drafts")
def watch(request: HttpRequest, plan_id: int) -> HttpResponse:
    """How far the latest solve is; when it has ended the whole page is fetched anew."""
    plan = _plan(request, plan_id)
    run = plan.runs.first()
    if run is None or run.state not in (PlanRun.State.WAITING, PlanRun.State.RUNNING):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return render(request, "planning/plan.html#run", {"run": run, "plan": plan})


@allow("planning.make")
def start(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Ask the solver."""
    plan = _plan(request, plan_id)
    request_run(by=request.user, plan=plan)
    return redirect("planning:plan", plan.pk)


@allow("planning.make")
def stop(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Ask the running solve to end."""
    plan = _plan(request, plan_id)
    run = plan.runs.first()
    if run is not None:
        stop_run(by=request.user, run=run)
    return redirect("planning:plan", plan.pk)


def _plan(request: HttpRequest, plan_id: int) -> YearPlan:
    return get_object_or_404(plans_visible_to(request.user).defer("problem", "certificate"), pk=plan_id)
