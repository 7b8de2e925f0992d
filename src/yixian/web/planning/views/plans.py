"""The year plan: overview, a version, a month, publication."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from yixian.web.planning.actions.plans import draft_plan, drop_plan, pin_choice, publish_plan, unpin_choice
from yixian.web.planning.actions.runs import request_run
from yixian.web.planning.forms.plans import PinForm, PlanForm
from yixian.web.planning.forms.standby import StandbyForm
from yixian.web.planning.models import YearPlan
from yixian.web.planning.months import months_from
from yixian.web.planning.pages import month_page, picture_of, plan_page
from yixian.web.planning.queries.confirmations import confirmations_waiting_for
from yixian.web.planning.queries.fairness import fair_page
from yixian.web.planning.queries.plans import plan_visible_to, plans_visible_to, published_plan
from yixian.web.planning.queries.swaps import swaps_waiting_for
from yixian.web.planning.queries.told import news_for, sentences_of
from yixian.web.planning.queries.versions import versions_page
from yixian.web.shared import policy
from yixian.web.shared.http import allow


@allow("planning.see_published")
def overview(request: HttpRequest) -> HttpResponse:
    """The plan in force as a ring and a list."""
    plan = published_plan(request.user)
    picture = picture_of(plan) if plan else None
    news = news_for(request.user, plan)
    context = {
        "plan": plan,
        "news": news,
        "moved": sentences_of(news) if news else [],
        "picture": picture,
        "can_make": _can_make(request),
        "swaps": swaps_waiting_for(request.user),
        "confirmations": confirmations_waiting_for(request.user, plan),
    }
    return render(request, "planning/overview.html", context)


@allow("planning.see_drafts")
def versions(request: HttpRequest) -> HttpResponse:
    """Every version, newest first."""
    page = versions_page(request.user, request.GET.get("page"))
    return render(request, "planning/versions.html", {"page": page, "can_make": _can_make(request)})


@allow("planning.make")
def new(request: HttpRequest) -> HttpResponse:
    """The form of a new version."""
    return render(request, "planning/plan_new.html", {"form": PlanForm(person=request.user)})


@allow("planning.make")
def create(request: HttpRequest) -> HttpResponse:
    """Start a version and ask the solver at once."""
    form = PlanForm(request.POST, person=request.user)
    if not form.is_valid():
        return render(request, "planning/plan_new.html", {"form": form}, status=422)
    data = form.cleaned_data
    plan = draft_plan(
        by=request.user, programme=data["programme"], first_month=data["first_month"], months=data["months"],
        note=data["note"], base=form.base(),
    )  # fmt: skip
    request_run(by=request.user, plan=plan)
    return redirect("planning:plan", plan.pk)


@allow("planning.see_published")
def show(request: HttpRequest, plan_id: int) -> HttpResponse:
    """One version with its reasons and its proof."""
    plan = _shown(request, plan_id, "certificate", "moved")
    return render(request, "planning/plan.html", {"page": plan_page(request.user, plan)})


@allow("planning.see_published")
def fair(request: HttpRequest, plan_id: int) -> HttpResponse:
    """How fair it is to each member."""
    plan = _shown(request, plan_id, "problem")
    page = fair_page(request.user, plan, request.GET.get("sort", ""))
    return render(request, "planning/fairness.html", {"page": page, "plan": plan})


@allow("planning.make")
def drop(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Put a draft away."""
    plan = drop_plan(by=request.user, plan=_plan(request, plan_id))
    messages.success(request, _("“%(plan)s” was dropped.") % {"plan": plan})
    return redirect("planning:versions")


@allow("planning.publish")
def publish(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Make it the plan that members see."""
    publish_plan(by=request.user, plan=_plan(request, plan_id))
    messages.success(request, _("The plan is published. Its months now stand among the meetings."))
    return redirect("planning:overview")


@allow("planning.see_published")
def month(request: HttpRequest, plan_id: int, month: str) -> HttpResponse:
    """One month: who, when, why, and what the next best would cost."""
    return _month(request, _shown(request, plan_id, "certificate"), month)


@allow("planning.make")
def pin(request: HttpRequest, plan_id: int, month: str) -> HttpResponse:
    """Fix a month by hand."""
    plan = _plan(request, plan_id)
    form = PinForm(request.POST, plan=plan, month=month)
    if not form.is_valid():
        return _month(request, plan, month, form=form, status=422)
    data = form.cleaned_data
    pin_choice(by=request.user, plan=plan, month=month, host=data["host"], day=data["day"])
    messages.success(request, _("Pinned. Solve again to fit the other months around it."))
    return redirect("planning:plan", plan.pk)


@allow("planning.make")
def unpin(request: HttpRequest, plan_id: int, month: str) -> HttpResponse:
    """Let the solver choose again."""
    plan = _plan(request, plan_id)
    unpin_choice(by=request.user, plan=plan, month=month)
    messages.success(request, _("The pin is off. The next solve may choose anew."))
    return redirect("planning:plan", plan.pk)


def _month(
    request: HttpRequest, plan: YearPlan, month: str, form: PinForm | None = None, status: int = 200
) -> HttpResponse:
    if month not in months_from(plan.first_month, plan.months):
        raise Http404
    page = month_page(request.user, plan, month)
    if form is None and page.can_change:
        initial = {"host": page.row.host_id, "day": page.row.day} if page.row.host_id else None
        form = PinForm(plan=plan, month=month, initial=initial)
    standby = (
        StandbyForm(plan=plan, initial={"standby": page.row.standby_id}) if page.can_name_standby else None
    )
    context = {"page": page, "form": form, "standby": standby}
    return render(request, "planning/month.html", context, status=status)


def _shown(request: HttpRequest, plan_id: int, *more: str) -> YearPlan:
    """A plan to be looked at, with its facts and what else the page needs."""
    plan = plan_visible_to(request.user, plan_id, *more)
    if plan is None:
        raise Http404
    return plan


def _plan(request: HttpRequest, plan_id: int) -> YearPlan:
    return get_object_or_404(plans_visible_to(request.user).defer("problem"), pk=plan_id)


def _can_make(request: HttpRequest) -> bool:
    return policy.may(request.user, "planning.make")
