"""Whether a standby host may be named for a month, and may step in."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.organisations.models import Member
from yixian.web.planning.models import PlanChoice, YearPlan
from yixian.web.planning.queries.swaps import free_months
from yixian.web.shared import policy
from yixian.web.shared.errors import BadInput, DomainError


def check_can_name_standby(by: Person, plan: YearPlan, month: str) -> None:
    """The office names one for a month of the plan in force that is not announced."""
    policy.check(by, "planning.name_standby", plan)
    _check_is_free(plan, month)


def can_name_standby(by: Person, plan: YearPlan, month: str) -> bool:
    """Whether `check_can_name_standby` would pass."""
    return holds(check_can_name_standby, by, plan, month)


def check_is_spare(plan: YearPlan, member: Member) -> None:
    """Only a member that has no month in the plan can stand by for one."""
    if plan.choices.filter(host=member).exists():
        raise BadInput(_("This union has a month of its own in the plan. Swap months instead."))


def check_can_call_standby(by: Person, plan: YearPlan, choice: PlanChoice) -> None:
    """The office lets the one named step in, while the month is not announced."""
    policy.check(by, "planning.call_standby", plan)
    if choice.standby_id is None:
        raise DomainError(_("No standby host is named for this month."))
    _check_is_free(plan, choice.month)


def _check_is_free(plan: YearPlan, month: str) -> None:
    if plan.state != YearPlan.State.PUBLISHED:
        raise DomainError(_("Standby hosts belong to the published plan."))
    if month not in {each.month for each in free_months(plan)}:
        raise DomainError(_("This month is announced or past."))
