"""Swaps of months: the list, one swap, and each step of it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from yixian.web.planning.actions import swaps as actions
from yixian.web.planning.forms.swaps import AnswerForm, DecisionForm, SwapForm
from yixian.web.planning.models import Swap
from yixian.web.planning.queries.plans import published_plan
from yixian.web.planning.queries.swaps import (
    free_months,
    order_giver,
    swap_visible_to,
    swaps_page,
    swaps_visible_to,
)
from yixian.web.planning.rules.swaps import swap_verbs
from yixian.web.shared import policy
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow


@allow("planning.see_swaps")
def swaps(request: HttpRequest) -> HttpResponse:
    """The swaps that one may see, and for the office its standing order."""
    plan = published_plan(request.user)
    can_order = plan is not None and policy.may(request.user, "planning.decide_swap")
    context = {
        "page": swaps_page(request.user, request.GET.get("page")),
        "can_ask": plan is not None and policy.may(request.user, "planning.ask_swap"),
        "can_order": can_order,
        "giver": order_giver(plan.programme) if plan and can_order else None,
    }
    return render(request, "planning/swaps.html", context)


@allow("planning.ask_swap")
def new(request: HttpRequest) -> HttpResponse:
    """The form: one of the own months for another host's."""
    return render(request, "planning/swap_new.html", {"form": _form(request)})


@allow("planning.ask_swap")
def ask(request: HttpRequest) -> HttpResponse:
    """Put the request to the other host."""
    plan = published_plan(request.user)
    form = _form(request)
    if plan is None or not form.is_valid():
        return render(request, "planning/swap_new.html", {"form": form}, status=422)
    swap = actions.ask_swap(by=request.user, plan=plan, **form.cleaned_data)
    messages.success(request, _("Asked. The other host’s chair finds it under the year plan."))
    return redirect("planning:swap", swap.pk)


@allow("planning.see_swaps")
def show(request: HttpRequest, swap_id: int) -> HttpResponse:
    """One swap: what changes, who said what, and what may be done."""
    swap = swap_visible_to(request.user, swap_id)
    if swap is None:
        raise Http404
    return _page(request, swap, AnswerForm())


@allow("planning.answer_swap")
def answer(request: HttpRequest, swap_id: int) -> HttpResponse:
    """Agree or decline."""
    swap = _swap(request, swap_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, swap, form, status=422)
    agrees = form.cleaned_data["verdict"] == "agree"
    actions.answer_swap(by=request.user, swap=swap, agrees=agrees, answer=form.cleaned_data["answer"])
    messages.success(request, _said(swap))
    return redirect("planning:swap", swap.pk)


@allow("planning.ask_swap")
def withdraw(request: HttpRequest, swap_id: int) -> HttpResponse:
    """Take the request back."""
    swap = actions.withdraw_swap(by=request.user, swap=_swap(request, swap_id))
    messages.success(request, _said(swap))
    return redirect("planning:swap", swap.pk)


@allow("planning.decide_swap")
def decide(request: HttpRequest, swap_id: int) -> HttpResponse:
    """Let it take effect, or refuse it."""
    swap = _swap(request, swap_id)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise BadInput(_("Choose whether the swap takes effect."))
    actions.decide_swap(by=request.user, swap=swap, approves=form.cleaned_data["verdict"] == "approve")
    messages.success(request, _said(swap))
    return redirect("planning:swap", swap.pk)


@allow("planning.decide_swap")
def order(request: HttpRequest) -> HttpResponse:
    """Whether agreed swaps take effect at once."""
    plan = published_plan(request.user)
    if plan is None:
        raise Http404
    at_once = request.POST.get("at_once") == "1"
    actions.order_swaps(by=request.user, programme=plan.programme, at_once=at_once)
    messages.success(request, _("Saved."))
    return redirect("planning:swaps")


def _form(request: HttpRequest) -> SwapForm:
    plan = published_plan(request.user)
    months = free_months(plan) if plan else []
    return SwapForm(request.POST if request.method == "POST" else None, person=request.user, months=months)


def _page(request: HttpRequest, swap: Swap, form: AnswerForm, status: int = 200) -> HttpResponse:
    context = {"swap": swap, "form": form, "verbs": swap_verbs(request.user, swap)}
    return render(request, "planning/swap.html", context, status=status)


def _said(swap: Swap) -> str:
    return {
        Swap.State.AGREED: _("Agreed. Now the office decides."),
        Swap.State.DONE: _("The swap is in effect; the plan was published anew."),
        Swap.State.DECLINED: _("Declined. The months stay as they are."),
        Swap.State.WITHDRAWN: _("Withdrawn. The months stay as they are."),
        Swap.State.REFUSED: _("Refused. The months stay as they are."),
    }[Swap.State(swap.state)]


def _swap(request: HttpRequest, swap_id: int) -> Swap:
    return get_object_or_404(swaps_visible_to(request.user), pk=swap_id)
