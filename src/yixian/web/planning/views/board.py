"""The planning board: months × members, a card for each cell, and a pin set from it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.organisations.models import Member
from yixian.web.planning.actions.board import request_cell, request_prices
from yixian.web.planning.actions.plans import pin_choice
from yixian.web.planning.actions.runs import request_run
from yixian.web.planning.actions.works import stop_work
from yixian.web.planning.forms.plans import CellForm
from yixian.web.planning.models import YearPlan
from yixian.web.planning.months import month_of, months_from
from yixian.web.planning.queries.board import board_page, board_progress
from yixian.web.planning.queries.cell import cell_page
from yixian.web.planning.queries.plans import plan_visible_to, plans_visible_to
from yixian.web.shared import policy
from yixian.web.shared.http import allow


@allow("planning.see_drafts")
def board(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Months × members, shaded by what each choice would cost."""
    plan = _shown(request, plan_id, "certificate")
    context = {
        "page": board_page(request.user, plan),
        "now": month_of(timezone.localdate()),
        "can_stop": policy.may(request.user, "planning.make"),
    }
    return render(request, "planning/board.html", context)


@allow("planning.see_drafts")
def watch(request: HttpRequest, plan_id: int) -> HttpResponse:
    """How far the prices are; when they are there the whole page is fetched anew."""
    plan = _shown(request, plan_id)
    found = board_progress(plan)
    if found is None or not found.is_under_way:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return render(
        request,
        "planning/board.html#prices",
        {"board": found, "plan": plan, "can_stop": policy.may(request.user, "planning.make")},
    )


@allow("planning.make")
def price(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Have the board priced."""
    plan = _plan(request, plan_id)
    request_prices(by=request.user, plan=plan)
    return redirect("planning:board", plan.pk)


@allow("planning.make")
def stop(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Work out no more prices."""
    plan = _plan(request, plan_id)
    found = board_progress(plan)
    if found is not None:
        stop_work(by=request.user, plan=plan, work=found)
    return redirect("planning:board", plan.pk)


@allow("planning.see_drafts")
def cell(request: HttpRequest, plan_id: int, month: str, host_id: int) -> HttpResponse:
    """What one cell would cost, and the form that pins it."""
    return _cell(request, *_found(request, plan_id, month, host_id))


@allow("planning.make")
def pin(request: HttpRequest, plan_id: int, month: str, host_id: int) -> HttpResponse:
    """Fix the member in this month, and solve at once if asked to."""
    plan, month, host = _found(request, plan_id, month, host_id)
    form = CellForm(request.POST, month=month)
    if not form.is_valid():
        return _cell(request, plan, month, host, form, status=422)
    pin_choice(by=request.user, plan=plan, month=month, host=host, **form.cleaned_data)
    if "solve" in request.POST:
        request_run(by=request.user, plan=plan)
        messages.success(request, _("Pinned. The other months are being arranged around it."))
    else:
        messages.success(request, _("Pinned. Solve again to fit the other months around it."))
    return redirect("planning:board", plan.pk)


@allow("planning.make")
def work_out(request: HttpRequest, plan_id: int, month: str, host_id: int) -> HttpResponse:
    """Have the best whole plan with this cell worked out."""
    plan, month, host = _found(request, plan_id, month, host_id)
    request_cell(by=request.user, plan=plan, month=month, host=host)
    if request.htmx:
        return _cell(request, plan, month, host)
    return redirect("planning:board-cell", plan.pk, month, host.pk)


def _cell(
    request: HttpRequest, plan: YearPlan, month: str, host: Member, form: CellForm | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    page = cell_page(request.user, plan, month, host)
    if form is None and page.can_change:
        form = CellForm(month=month, initial={"day": page.day, "instead_of": page.pinned_in})
    template = "planning/cell.html#card" if request.htmx else "planning/cell.html"
    return render(request, template, {"page": page, "form": form}, status=status)


def _found(request: HttpRequest, plan_id: int, month: str, host_id: int) -> tuple[YearPlan, str, Member]:
    plan = _plan(request, plan_id)
    if month not in months_from(plan.first_month, plan.months):
        raise Http404
    members = Member.objects.filter(federation=plan.federation_id)
    return plan, month, get_object_or_404(members, pk=host_id)


def _shown(request: HttpRequest, plan_id: int, *more: str) -> YearPlan:
    plan = plan_visible_to(request.user, plan_id, *more)
    if plan is None:
        raise Http404
    return plan


def _plan(request: HttpRequest, plan_id: int) -> YearPlan:
    return get_object_or_404(plans_visible_to(request.user), pk=plan_id)
