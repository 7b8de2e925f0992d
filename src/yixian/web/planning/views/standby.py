"""The standby host of a month: named, and called."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from yixian.web.planning.actions.standby import call_standby, name_standby
from yixian.web.planning.forms.standby import StandbyForm
from yixian.web.planning.models import YearPlan
from yixian.web.planning.queries.plans import plans_visible_to
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow


@allow("planning.name_standby")
def name(request: HttpRequest, plan_id: int, month: str) -> HttpResponse:
    """Name a standby host, or nobody."""
    plan = _plan(request, plan_id, month)
    form = StandbyForm(request.POST, plan=plan)
    if not form.is_valid():
        raise BadInput(_("Choose a member union that is on record."))
    name_standby(by=request.user, plan=plan, month=month, member=form.cleaned_data["standby"])
    messages.success(request, _("Saved."))
    return redirect("planning:month", plan.pk, month)


@allow("planning.call_standby")
def call(request: HttpRequest, plan_id: int, month: str) -> HttpResponse:
    """The standby host steps in."""
    new = call_standby(by=request.user, plan=_plan(request, plan_id, month), month=month)
    messages.success(request, _("The standby host has the month; the plan was published anew."))
    return redirect("planning:month", new.pk, month)


def _plan(request: HttpRequest, plan_id: int, month: str) -> YearPlan:
    """A plan that has a host for the month."""
    plans = plans_visible_to(request.user).filter(choices__month=month)
    return get_object_or_404(plans.defer("problem", "certificate"), pk=plan_id)
