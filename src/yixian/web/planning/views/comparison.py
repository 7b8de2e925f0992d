"""Versions side by side, and the last look before publication."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from yixian.web.planning.models import YearPlan
from yixian.web.planning.queries.comparison import comparison
from yixian.web.planning.queries.curve import curve_page
from yixian.web.planning.queries.moved import moves_with_days, what_moves
from yixian.web.planning.queries.plans import plan_visible_to, plans_visible_to
from yixian.web.planning.rules.plans import check_can_publish
from yixian.web.shared import policy
from yixian.web.shared.http import allow, or_404

KEPT = ("certificate", "weights")


@allow("planning.see_drafts")
def choose(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Compare with the version asked for, else with the one in force, else with the one before."""
    plan = _plan(request, plan_id)
    others = plans_visible_to(request.user).filter(programme=plan.programme_id).exclude(pk=plan.pk)
    wanted = request.GET.get("other", "")
    found = others.filter(pk=int(wanted)).first() if wanted.isdigit() else None
    found = (
        found or others.filter(state=YearPlan.State.PUBLISHED).first() or others.order_by("-version").first()
    )
    if found is None:
        return redirect("planning:plan", plan.pk)
    return redirect("planning:comparison", plan.pk, found.pk)


@allow("planning.see_drafts")
def compare(request: HttpRequest, plan_id: int, other_id: int) -> HttpResponse:
    """What moved, and the points per term of both."""
    new, old = (or_404(plan_visible_to(request.user, key, *KEPT)) for key in (plan_id, other_id))
    page = comparison(request.user, new, old)
    context = {
        "page": page,
        "curve": curve_page(request.user, page.new),
        "can_adopt": policy.may(request.user, "planning.set_weights") and bool(page.new.weights),
        "can_stop": policy.may(request.user, "planning.make"),
    }
    return render(request, "planning/comparison.html", context)


@allow("planning.publish")
def last_look(request: HttpRequest, plan_id: int) -> HttpResponse:
    """What would move for whom, before it is published."""
    plan = _plan(request, plan_id)
    check_can_publish(request.user, plan)
    moves = moves_with_days(what_moves(plan))
    added = sum(each["old_id"] is None for each in moves)
    context = {"plan": plan, "moves": moves, "added": added, "changed": len(moves) - added}
    return render(request, "planning/publication.html", context)


def _plan(request: HttpRequest, plan_id: int) -> YearPlan:
    return get_object_or_404(plans_visible_to(request.user).defer("problem"), pk=plan_id)
