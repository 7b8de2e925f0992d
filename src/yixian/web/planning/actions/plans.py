"""Draft, pin, publish and drop year plans."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.actions.planning import plan_meeting
from yixian.web.meetings.models import Meeting, Programme
from yixian.web.organisations.models import Member
from yixian.web.planning.actions.told import tell_hosts
from yixian.web.planning.models import HostOffer, PlanChoice, YearPlan
from yixian.web.planning.queries.moved import what_moves
from yixian.web.planning.queries.problem import SETTLED, best_venue
from yixian.web.planning.rules.plans import check_can_change_plan, check_can_publish
from yixian.web.planning.states import PLAN
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput


@action
def draft_plan(
    *, by: Person, programme: Programme, first_month: str, months: int = 12, note: str = "",
    base: YearPlan | None = None, weights: dict[str, int] | None = None,
) -> YearPlan:  # fmt: skip
    """Start a new version; choices pinned in `base` are taken over; `weights` are tried in it alone."""
    policy.check(by, "planning.make", programme)
    latest = programme.plans.order_by("-version").values_list("version", flat=True).first() or 0
    plan = YearPlan.objects.create(
        federation=programme.federation, programme=programme, version=latest + 1, first_month=first_month,
        months=months, note=note, made_by=by,
        weights=weights or {},
    )  # fmt: skip
    if base is not None:
        _copy_pins(base, plan)
    audit.record(by=by, verb="planning.draft", thing=plan, changes={"first_month": [None, first_month]})
    return plan


def _copy_pins(base: YearPlan, plan: YearPlan) -> None:
    for choice in base.choices.filter(is_pinned=True, month__gte=plan.first_month):
        choice.pk = None
        choice.plan = plan
        choice.reasons = {}
        choice.save(force_insert=True)


@action
def pin_choice(
    *, by: Person, plan: YearPlan, month: str, host: Member, day: date, instead_of: str = ""
) -> PlanChoice:
    """Fix the host and day of a month by hand; the next solve keeps it. A pin may move here `instead_of` a month."""
    check_can_change_plan(by, plan)
    if day.strftime("%Y-%m") != month:
        raise BadInput(_("%(day)s is not in %(month)s.") % {"day": day, "month": month})
    before = plan.choices.filter(month=month).select_related("host").first()
    if instead_of:
        plan.choices.filter(month=instead_of, host=host).exclude(month=month).update(is_pinned=False)
    old = [before.host.short_name, before.day] if before else None
    choice, _made = PlanChoice.objects.update_or_create(
        plan=plan,
        month=month,
        defaults={"federation": plan.federation, "host": host, "day": day, "is_pinned": True, "reasons": {}},
    )
    _outdate(plan)
    changes: dict[str, Any] = {month: [old, [host.short_name, day]]}
    if instead_of:
        changes["instead_of"] = [None, instead_of]
    audit.record(by=by, verb="planning.pin", thing=choice, changes=changes)
    return choice


def _outdate(plan: YearPlan) -> None:
    """The certificate speaks of the plan as it was solved, not as it is pinned now."""
    plan.certificate = {**plan.certificate, "checked": False, "proven": False}
    plan.save(update_fields=["certificate"])


@action
def unpin_choice(*, by: Person, plan: YearPlan, month: str) -> None:
    """Let the solver choose this month again; the choice stays until the next solve."""
    check_can_change_plan(by, plan)
    choice = plan.choices.filter(month=month, is_pinned=True).first()
    if choice is None:
        audit.nothing_changed()
        return
    choice.is_pinned = False
    choice.save(update_fields=["is_pinned"])
    _outdate(plan)
    audit.record(by=by, verb="planning.unpin", thing=choice, changes={"is_pinned": [True, False]})


@action
def drop_plan(*, by: Person, plan: YearPlan) -> YearPlan:
    """Put a draft away; it stays on record."""
    check_can_change_plan(by, plan)
    change = PLAN.move(plan, "drop")
    plan.save(update_fields=["state"])
    audit.record(by=by, verb="planning.drop", thing=plan, changes={"state": list(change)})
    return plan


@action
def publish_plan(*, by: Person, plan: YearPlan) -> YearPlan:
    """Make a proven draft the plan that members see, and its months planned meetings."""
    check_can_publish(by, plan)
    return put_in_force(by, plan)


def put_in_force(by: Person, plan: YearPlan) -> YearPlan:
    """Publish a version without asking whether it is ready. Part of an action."""
    change = PLAN.move(plan, "publish")
    plan.published_at = timezone.now()
    plan.moved = what_moves(plan)
    plan.save(update_fields=["state", "published_at", "moved"])
    tell_hosts(plan)
    moved = _meetings_of(by, plan)
    _keep_standbys(plan)
    _replace_older(by, plan)
    hosts = plan.choices.values_list("host", flat=True)
    HostOffer.objects.filter(state=HostOffer.State.OPEN, member__in=hosts).update(
        state=HostOffer.State.PLANNED
    )
    audit.record(by=by, verb="planning.publish", thing=plan, changes={"state": list(change), **moved})
    return plan


def _keep_standbys(plan: YearPlan) -> None:
    """Whoever stands by for a host that keeps its month goes on doing so, unless the plan now gives it a month."""
    in_force = plan.programme.plans.filter(state=YearPlan.State.PUBLISHED).exclude(pk=plan.pk)
    named = PlanChoice.objects.filter(plan__in=in_force, standby__isnull=False)
    known = {(choice.month, choice.host_id): choice.standby_id for choice in named}
    choices = list(plan.choices.filter(standby=None))
    hosts = set(plan.choices.values_list("host_id", flat=True))
    for choice in choices:
        standby = known.get((choice.month, choice.host_id))
        if standby is not None and standby not in hosts:
            choice.standby_id = standby
            choice.save(update_fields=["standby"])


def _replace_older(by: Person, plan: YearPlan) -> None:
    """A programme has one published plan."""
    for older in plan.programme.plans.filter(state=YearPlan.State.PUBLISHED).exclude(pk=plan.pk):
        change = PLAN.move(older, "replace")
        older.save(update_fields=["state"])
        audit.record(by=by, verb="planning.replace", thing=older, changes={"state": list(change)})


def _meetings_of(by: Person, plan: YearPlan) -> dict[str, list[str]]:
    """Set up each month's meeting, unless it is announced already; returns what moved, by month."""
    settled = set(
        plan.programme.meetings.filter(state__in=(*SETTLED, "wrapped_up", "closed")).values_list(
            "month", flat=True
        )
    )
    planned = {
        meeting.month: meeting
        for meeting in plan.programme.meetings.filter(state=Meeting.State.PLANNED).select_related("host")
    }
    moved = {}
    for choice in plan.choices.select_related("host").prefetch_related("host__venues"):
        if choice.month in settled:
            continue
        old = planned.get(choice.month)
        words = f"{choice.host.short_name} {choice.day}"
        moved[choice.month] = [f"{old.host} {old.held_on}" if old else "", words]
        choice.meeting = plan_meeting(
            by=by, programme=plan.programme, month=choice.month, held_on=choice.day, host=choice.host,
            venue=best_venue(choice.host),
        )  # fmt: skip
        choice.save(update_fields=["meeting"])
    return {month: change for month, change in moved.items() if change[0] != change[1]}
