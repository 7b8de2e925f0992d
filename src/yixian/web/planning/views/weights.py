"""Try other weights in a draft of its own, compare, and use them from then on."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from yixian.web.planning.actions.plans import draft_plan
from yixian.web.planning.actions.runs import request_run
from yixian.web.planning.actions.weights import adopt_weights
from yixian.web.planning.forms.weights import WeightsForm
from yixian.web.planning.queries.plans import plan_to_try_on, plans_visible_to
from yixian.web.shared.http import allow


@allow("planning.make")
def weights(request: HttpRequest) -> HttpResponse:
    """A slider for each term."""
    base = plan_to_try_on(request.user)
    present = {} if "usual" in request.GET or base is None else base.programme.settings.get("weights", {})
    return render(request, "planning/weights.html", {"form": WeightsForm(weights=present), "base": base})


@allow("planning.make")
def try_out(request: HttpRequest) -> HttpResponse:
    """A new draft solved with these weights, beside the plan that it is tried on."""
    base = plan_to_try_on(request.user)
    if base is None:
        raise Http404
    form = WeightsForm(request.POST, weights={})
    if not form.is_valid():
        return render(request, "planning/weights.html", {"form": form, "base": base}, status=422)
    plan = draft_plan(
        by=request.user, programme=base.programme, first_month=base.first_month, months=base.months,
        note=_("Trial of weights"), base=base, weights=form.weights(),
    )  # fmt: skip
    request_run(by=request.user, plan=plan)
    return redirect("planning:comparison", plan.pk, base.pk)


@allow("planning.set_weights")
def adopt(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Every later plan weighs like this one."""
    plan = get_object_or_404(plans_visible_to(request.user).defer("problem"), pk=plan_id)
    adopt_weights(by=request.user, plan=plan)
    messages.success(request, _("From now on plans are made with these weights."))
    return redirect("planning:plan", plan.pk)
