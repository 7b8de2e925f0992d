"""Solving: asked for, watched, stopped."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from yixian.web.planning.actions.runs import request_run, stop_run
from yixian.web.planning.models import YearPlan
from yixian.web.planning.queries.plans import plan_visible_to, plans_visible_to
from yixian.web.planning.queries.runs import RUNNING, latest_run
from yixian.web.shared.http import allow


@allow("planning.see_drafts")
def watch(request: HttpRequest, plan_id: int) -> HttpResponse:
    """How far the latest solve is; when it has ended the whole page is fetched anew."""
    plan = plan_visible_to(request.user, plan_id)
    if plan is None:
        raise Http404
    run = latest_run(plan)
    if run is None or run.state not in RUNNING:
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
