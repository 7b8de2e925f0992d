"""Hosts that are asked whether they keep their month: the list, one of them, and the answer."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from yixian.web.planning.actions import confirmations as actions
from yixian.web.planning.forms.confirmations import HostAnswerForm, WeeksForm
from yixian.web.planning.models import Confirmation
from yixian.web.planning.queries.confirmations import (
    confirmation_visible_to,
    confirmations_page,
    confirmations_visible_to,
    weeks_ahead,
)
from yixian.web.planning.queries.plans import plans_visible_to, published_plan
from yixian.web.planning.rules.confirmations import confirmation_verbs
from yixian.web.shared import policy
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow


@allow("planning.see_confirmations")
def confirmations(request: HttpRequest) -> HttpResponse:
    """Who was asked and what they said; for the office also how long ahead they are asked."""
    plan = published_plan(request.user)
    can_order = plan is not None and policy.may(request.user, "planning.order_confirmations")
    form = WeeksForm(initial={"weeks": weeks_ahead(plan.programme)}) if plan and can_order else None
    page = confirmations_page(request.user, request.GET.get("page"))
    return render(request, "planning/confirmations.html", {"page": page, "form": form})


@allow("planning.order_confirmations")
def order(request: HttpRequest) -> HttpResponse:
    """How long ahead hosts are asked."""
    plan = published_plan(request.user)
    if plan is None:
        raise Http404
    form = WeeksForm(request.POST)
    if not form.is_valid():
        raise BadInput(_("Choose from never to 16 weeks."))
    actions.order_confirmations(by=request.user, programme=plan.programme, weeks=form.cleaned_data["weeks"])
    messages.success(request, _("Saved."))
    return redirect("planning:confirmations")


@allow("planning.see_confirmations")
def show(request: HttpRequest, confirmation_id: int) -> HttpResponse:
    """One host's month: what was asked and said, and for its chair the answer."""
    found = confirmation_visible_to(request.user, confirmation_id)
    if found is None:
        raise Http404
    return _page(request, found, HostAnswerForm(initial={"words": found.words}))


@allow("planning.answer_confirmation")
def answer(request: HttpRequest, confirmation_id: int) -> HttpResponse:
    """Confirm the month, or say that it cannot be kept."""
    visible = confirmations_visible_to(request.user).select_related("member", "programme")
    found = get_object_or_404(visible, pk=confirmation_id)
    form = HostAnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    keeps = form.cleaned_data["verdict"] == "confirm"
    actions.answer_confirmation(
        by=request.user, confirmation=found, keeps=keeps, words=form.cleaned_data["words"]
    )
    said = (
        _("Confirmed. Thank you.") if keeps else _("Noted. The office arranges the month and will tell you.")
    )
    messages.success(request, said)
    return redirect("planning:confirmation", found.pk)


@allow("planning.ask_confirmation")
def ask(request: HttpRequest, plan_id: int, month: str) -> HttpResponse:
    """Ask the host of a month now."""
    plans = plans_visible_to(request.user).filter(choices__month=month).defer("problem", "certificate")
    plan = get_object_or_404(plans, pk=plan_id)
    actions.ask_confirmation(by=request.user, plan=plan, month=month)
    messages.success(request, _("Asked. The host’s chair finds it under the year plan."))
    return redirect("planning:month", plan.pk, month)


def _page(request: HttpRequest, found: Confirmation, form: HostAnswerForm, status: int = 200) -> HttpResponse:
    context = {"confirmation": found, "form": form, "verbs": confirmation_verbs(request.user, found)}
    return render(request, "planning/confirmation.html", context, status=status)
