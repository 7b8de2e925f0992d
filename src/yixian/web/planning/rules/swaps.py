"""Whether two months may be swapped, and who answers and decides."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.planning.models import Swap, YearPlan
from yixian.web.planning.queries.swaps import OPEN, free_months
from yixian.web.planning.states import SWAP
from yixian.web.shared import policy
from yixian.web.shared.errors import BadInput, DomainError, Refused


def check_can_ask_swap(by: Person, plan: YearPlan, month: str, other_month: str) -> tuple[int, int]:
    """A chair asks for the own member's month and another host's, both not announced; returns both hosts' keys."""
    policy.check(by, "planning.ask_swap", plan)
    hosts = hosts_that_swap(plan, month, other_month)
    if hosts[0] != by.member_id:
        raise BadInput(_("Choose a month that your own union has."))
    taken = Swap.objects.filter(plan__programme=plan.programme_id, state__in=OPEN).values_list(
        "month", "other_month"
    )
    if {month, other_month} & {each for both in taken for each in both}:
        raise DomainError(_("One of the two months is in a swap already. Wait for its end or withdraw it."))
    return hosts


def hosts_that_swap(plan: YearPlan, month: str, other_month: str) -> tuple[int, int]:
    """The hosts of two months of a plan in force, neither announced."""
    if plan.state != YearPlan.State.PUBLISHED:
        raise DomainError(_("Only months of the published plan are swapped."))
    hosts = {each.month: each.host_id for each in free_months(plan)}
    if month not in hosts or other_month not in hosts:
        raise BadInput(_("Choose months that are not announced and not past."))
    if hosts[month] == hosts[other_month]:
        raise BadInput(_("Choose two months with different hosts."))
    return hosts[month], hosts[other_month]


def check_can_answer_swap(by: Person, swap: Swap, verb: str) -> None:
    """The chair of the host who was asked agrees or declines."""
    policy.check(by, "planning.answer_swap", swap)
    if by.member_id != swap.other_id:
        raise Refused(_("Only the chair of the host who was asked can answer."))
    SWAP.check(swap, verb)


def check_can_withdraw_swap(by: Person, swap: Swap) -> None:
    """The chair of the host who asked takes it back before it is in effect."""
    policy.check(by, "planning.ask_swap", swap)
    if by.member_id != swap.member_id:
        raise Refused(_("Only the chair of the host who asked can withdraw."))
    SWAP.check(swap, "withdraw")


def check_can_decide_swap(by: Person, swap: Swap, verb: str) -> None:
    """The office lets take effect or refuses what both hosts agree on."""
    policy.check(by, "planning.decide_swap", swap)
    SWAP.check(swap, verb)


def swap_verbs(by: Person, swap: Swap) -> frozenset[str]:
    """What this person may do with a swap now."""
    found = {
        "agree": holds(check_can_answer_swap, by, swap, "agree"),
        "withdraw": holds(check_can_withdraw_swap, by, swap),
        "approve": holds(check_can_decide_swap, by, swap, "approve"),
    }
    return frozenset(verb for verb, can in found.items() if can)
