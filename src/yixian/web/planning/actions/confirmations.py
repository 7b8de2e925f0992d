"""Hosts are asked weeks ahead whether they keep their month, and answer."""

from datetime import date

from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Programme
from yixian.web.planning.models import Confirmation, YearPlan
from yixian.web.planning.queries.confirmations import hosts_to_ask, weeks_ahead
from yixian.web.planning.queries.swaps import FreeMonth, free_months
from yixian.web.planning.rules.confirmations import check_can_answer_confirmation, check_can_ask_confirmation
from yixian.web.planning.states import CONFIRMATION
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action


@action
def ask_confirmation(*, by: Person, plan: YearPlan, month: str) -> Confirmation:
    """Ask a host now whether it keeps its month; whoever has answered is asked again."""
    check_can_ask_confirmation(by, plan, month)
    found = next(each for each in free_months(plan) if each.month == month)
    known = Confirmation.objects.filter(programme=plan.programme, month=month, member=found.host_id).first()
    if known is None:
        return _ask(by, plan, found)
    if known.state == Confirmation.State.ASKED:
        audit.nothing_changed()
        return known
    change = CONFIRMATION.move(known, "ask_again")
    known.asked_by, known.asked_at, known.day = by, timezone.now(), found.day
    known.save(update_fields=["state", "asked_by", "asked_at", "day"])
    audit.record(by=by, verb="planning.ask_confirmation", thing=known, changes={"state": list(change)})
    return known


@action
def ask_hosts_due(*, by: Person | None, plan: YearPlan, today: date) -> int:
    """Ask every host whose month is near enough by the programme's rule; returns how many."""
    due = hosts_to_ask(plan, today)
    for found in due:
        _ask(by, plan, found)
    if not due:
        audit.nothing_changed()
    return len(due)


def _ask(by: Person | None, plan: YearPlan, found: FreeMonth) -> Confirmation:
    """Put the question. Part of an action."""
    asked = Confirmation.objects.create(
        federation=plan.federation, programme=plan.programme, month=found.month, member_id=found.host_id,
        day=found.day, asked_by=by, asked_at=timezone.now(),
    )  # fmt: skip
    audit.record(by=by, verb="planning.ask_confirmation", thing=asked, changes={"month": [None, found.month]})
    return asked


@action
def answer_confirmation(
    *, by: Person, confirmation: Confirmation, keeps: bool, words: str = ""
) -> Confirmation:
    """Say that the month is kept, or that it cannot be; the plan itself stays until the office arranges it."""
    verb = "confirm" if keeps else "decline"
    check_can_answer_confirmation(by, confirmation, verb)
    change = CONFIRMATION.move(confirmation, verb)
    confirmation.words, confirmation.answered_by, confirmation.answered_at = words, by, timezone.now()
    confirmation.save(update_fields=["state", "words", "answered_by", "answered_at"])
    audit.record(by=by, verb=f"planning.{verb}_month", thing=confirmation, changes={"state": list(change)})
    return confirmation


@action
def order_confirmations(*, by: Person, programme: Programme, weeks: int) -> None:
    """Set how many weeks ahead hosts are asked; 0 asks nobody."""
    policy.check(by, "planning.order_confirmations", programme)
    old = weeks_ahead(programme)
    if old == weeks:
        audit.nothing_changed()
        return
    programme.settings = {**programme.settings, "confirm_weeks": weeks}
    programme.save(update_fields=["settings"])
    audit.record(by=by, verb="planning.order_confirmations", thing=programme, changes={"weeks": [old, weeks]})
