"""A host cannot keep its month: arrange the plan anew with as few changes as can be."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.planning.actions.replan import choose_step, request_replan
from yixian.web.planning.forms.replan import PointForm, ReplanForm
from yixian.web.planning.models import YearPlan
from yixian.web.planning.queries.plans import plan_facts, plans_visible_to
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow


@allow("planning.make")
def choose(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Which months are lost."""
    plans = plan_facts(request.user).filter(state=YearPlan.State.PUBLISHED)
    plan = get_object_or_404(plans, pk=plan_id)
    return render(request, "planning/replan.html", {"plan": plan, "form": ReplanForm(plan=plan)})


@allow("planning.make")
def start(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Draft a version without them, beside the one in force."""
    plan = _plan(request, plan_id)
    form = ReplanForm(request.POST, plan=plan)
    if not form.is_valid():
        return render(request, "planning/replan.html", {"plan": plan, "form": form}, status=422)
    draft = request_replan(by=request.user, base=plan, cancel=form.cleaned_data["months"])
    return redirect("planning:comparison", draft.pk, plan.pk)


@allow("planning.make")
def choose_point(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Let the draft be another point of its curve."""
    plan = get_object_or_404(plans_visible_to(request.user), pk=plan_id)
    form = PointForm(request.POST)
    if not form.is_valid():
        raise BadInput(_("Choose one of the points of the curve."))
    curve = choose_step(by=request.user, plan=plan, number=form.cleaned_data["point"])
    months = curve.steps[curve.chosen]["changes"]
    words = ngettext(
        "The draft now changes %(months)s month.", "The draft now changes %(months)s months.", months
    )
    messages.success(request, words % {"months": months})
    if curve.base_id is None:
        return redirect("planning:plan", plan.pk)
    return redirect("planning:comparison", plan.pk, curve.base_id)


def _plan(request: HttpRequest, plan_id: int) -> YearPlan:
    plans = plans_visible_to(request.user).filter(state=YearPlan.State.PUBLISHED)
    return get_object_or_404(plans.defer("problem"), pk=plan_id)
