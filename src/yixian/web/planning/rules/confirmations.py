"""Whether a host may be asked about its month, and may answer."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.planning.models import Confirmation, YearPlan
from yixian.web.planning.queries.swaps import free_months
from yixian.web.planning.states import CONFIRMATION
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError, Refused


def check_can_ask_confirmation(by: Person, plan: YearPlan, month: str) -> None:
    """The office asks about a month of the plan in force that is not announced."""
    policy.check(by, "planning.ask_confirmation", plan)
    if plan.state != YearPlan.State.PUBLISHED or month not in {each.month for each in free_months(plan)}:
        raise DomainError(_("Only hosts of months to come in the published plan are asked."))


def can_ask_confirmation(by: Person, plan: YearPlan, month: str) -> bool:
    """Whether `check_can_ask_confirmation` would pass."""
    return holds(check_can_ask_confirmation, by, plan, month)


def check_can_answer_confirmation(by: Person, confirmation: Confirmation, verb: str) -> None:
    """The host's chair answers, as long as the plan in force has the host in this month, not announced."""
    policy.check(by, "planning.answer_confirmation", confirmation)
    if by.member_id != confirmation.member_id:
        raise Refused(_("Only the host’s own chair can answer."))
    CONFIRMATION.check(confirmation, verb)
    plan = confirmation.programme.plans.filter(state=YearPlan.State.PUBLISHED).first()
    present = {(each.month, each.host_id) for each in free_months(plan)} if plan else set()
    if (confirmation.month, confirmation.member_id) not in present:
        raise DomainError(
            _("The plan no longer asks this: the month is announced, past or has another host.")
        )


def confirmation_verbs(by: Person, confirmation: Confirmation) -> frozenset[str]:
    """What this person may answer now."""
    verbs = ("confirm", "decline")
    return frozenset(verb for verb in verbs if holds(check_can_answer_confirmation, by, confirmation, verb))
