"""Swaps of months: asked by one host, answered by the other, decided by the office or its standing order."""

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Programme
from yixian.web.planning.actions.versions import put_exchange_in_force, sound_exchange
from yixian.web.planning.models import Swap, YearPlan
from yixian.web.planning.queries.swaps import order_giver
from yixian.web.planning.rules.swaps import (
    check_can_answer_swap,
    check_can_ask_swap,
    check_can_decide_swap,
    check_can_withdraw_swap,
    hosts_that_swap,
)
from yixian.web.planning.states import SWAP
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import DomainError


@action
def ask_swap(*, by: Person, plan: YearPlan, month: str, other_month: str, why: str = "") -> Swap:
    """Ask the host of another month to swap; refused at once where a rule of the plan would be broken."""
    member, other = check_can_ask_swap(by, plan, month, other_month)
    found = sound_exchange(plan, month, other)
    swap = Swap.objects.create(
        federation=plan.federation, plan=plan, month=month, other_month=other_month, member_id=member,
        other_id=other, day=found.days[month], other_day=found.days[other_month], points=found.points, why=why,
        asked_by=by,
    )  # fmt: skip
    audit.record(by=by, verb="planning.ask_swap", thing=swap, changes={"months": [month, other_month]})
    return swap


@action
def answer_swap(*, by: Person, swap: Swap, agrees: bool, answer: str = "") -> Swap:
    """Agree or decline; under the office's standing order an agreed swap takes effect at once."""
    verb = "agree" if agrees else "decline"
    check_can_answer_swap(by, swap, verb)
    change = SWAP.move(swap, verb)
    swap.answer, swap.answered_by, swap.answered_at = answer, by, timezone.now()
    swap.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    audit.record(by=by, verb=f"planning.{verb}_swap", thing=swap, changes={"state": list(change)})
    giver = order_giver(swap.plan.programme) if agrees else None
    if giver is not None:
        _take_effect(giver, swap)
    return swap


@action
def withdraw_swap(*, by: Person, swap: Swap) -> Swap:
    """Take the request back."""
    check_can_withdraw_swap(by, swap)
    change = SWAP.move(swap, "withdraw")
    swap.save(update_fields=["state"])
    audit.record(by=by, verb="planning.withdraw_swap", thing=swap, changes={"state": list(change)})
    return swap


@action
def decide_swap(*, by: Person, swap: Swap, approves: bool) -> Swap:
    """Let an agreed swap take effect, or refuse it."""
    check_can_decide_swap(by, swap, "approve" if approves else "refuse")
    if approves:
        return _take_effect(by, swap)
    change = SWAP.move(swap, "refuse")
    swap.decided_by, swap.decided_at = by, timezone.now()
    swap.save(update_fields=["state", "decided_by", "decided_at"])
    audit.record(by=by, verb="planning.refuse_swap", thing=swap, changes={"state": list(change)})
    return swap


@action
def order_swaps(*, by: Person, programme: Programme, at_once: bool) -> None:
    """Let agreed swaps take effect at once, in the name of whoever orders it, or have each put before the office."""
    policy.check(by, "planning.decide_swap", programme)
    old = programme.settings.get("swaps_by")
    new = by.pk if at_once else None
    if old == new:
        audit.nothing_changed()
        return
    programme.settings = {**programme.settings, "swaps_by": new}
    programme.save(update_fields=["settings"])
    audit.record(by=by, verb="planning.order_swaps", thing=programme, changes={"swaps_by": [old, new]})


def _take_effect(by: Person, swap: Swap) -> Swap:
    """The plan in force anew with both months exchanged, checked once more. Part of an action."""
    plan = _in_force(swap)
    found = sound_exchange(plan, swap.month, swap.other_id)
    change = SWAP.move(swap, "approve")
    note = _("Swap of %(month)s and %(other)s") % {"month": swap.month, "other": swap.other_month}
    swap.result = put_exchange_in_force(by, plan, found, note)
    swap.day, swap.other_day, swap.points = found.days[swap.month], found.days[swap.other_month], found.points
    swap.decided_by, swap.decided_at = by, timezone.now()
    swap.save(
        update_fields=["state", "result", "day", "other_day", "points", "decided_by", "decided_at"],
    )
    audit.record(
        by=by, verb="planning.approve_swap", thing=swap,
        changes={"state": list(change), "version": [plan.version, swap.result.version]},
    )  # fmt: skip
    return swap


def _in_force(swap: Swap) -> YearPlan:
    """The plan in force, if both hosts still have their months in it."""
    plan = swap.plan.programme.plans.filter(state=YearPlan.State.PUBLISHED).first()
    if plan is None or hosts_that_swap(plan, swap.month, swap.other_month) != (swap.member_id, swap.other_id):
        raise DomainError(_("The plan has changed since: these hosts no longer have these months."))
    return plan
