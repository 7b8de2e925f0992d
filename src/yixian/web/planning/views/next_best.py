"""The search for the next best hosts of a plan: watched, gone on with, stopped."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from yixian.web.planning.actions.next_best import request_next_best
from yixian.web.planning.actions.works import stop_work
from yixian.web.planning.models import YearPlan
from yixian.web.planning.queries.plans import plan_visible_to, plans_visible_to
from yixian.web.planning.queries.works import next_best_of
from yixian.web.shared import policy
from yixian.web.shared.http import allow, or_404


@allow("planning.see_drafts")
def watch(request: HttpRequest, plan_id: int) -> HttpResponse:
    """How many months are looked at; when all are, the whole page is fetched anew."""
    plan = or_404(plan_visible_to(request.user, plan_id))
    work = next_best_of(plan)
    if work is None or not work.is_under_way:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    context = {"work": work, "plan": plan, "can_stop": policy.may(request.user, "planning.make")}
    return render(request, "planning/_next_best.html", context)


@allow("planning.make")
def start(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Look for them, or go on after a stop."""
    plan = _plan(request, plan_id)
    request_next_best(by=request.user, plan=plan)
    return redirect("planning:plan", plan.pk)


@allow("planning.make")
def stop(request: HttpRequest, plan_id: int) -> HttpResponse:
    """End the search; what it has found stays."""
    plan = _plan(request, plan_id)
    work = next_best_of(plan)
    if work is not None:
        stop_work(by=request.user, plan=plan, work=work)
    return redirect("planning:plan", plan.pk)


def _plan(request: HttpRequest, plan_id: int) -> YearPlan:
    return get_object_or_404(plans_visible_to(request.user).defer("problem"), pk=plan_id)
