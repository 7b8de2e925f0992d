"""Whether a plan may be changed or published now."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.planning.models import ChangeCurve, YearPlan
from yixian.web.planning.queries.runs import is_being_solved
from yixian.web.planning.states import PLAN
from yixian.web.shared import policy
from yixian.web.shared.errors import BadInput, DomainError


def check_can_change_plan(by: Person, plan: YearPlan) -> None:
    """Only drafts change, and not while the solver is at work on them."""
    policy.check(by, "planning.make", plan)
    if plan.state != YearPlan.State.DRAFT:
        raise DomainError(_("This version is no longer a draft. Start a new version to change the plan."))
    if is_being_solved(plan):
        raise DomainError(_("The plan is being solved. Wait for the result or stop it first."))


def can_change_plan(by: Person, plan: YearPlan) -> bool:
    """Whether `check_can_change_plan` would pass."""
    return holds(check_can_change_plan, by, plan)


def check_can_choose_step(by: Person, plan: YearPlan, number: int) -> ChangeCurve:
    """A draft made after a cancellation may become another point of its curve, until it is pinned or solved anew."""
    check_can_change_plan(by, plan)
    curve = ChangeCurve.objects.filter(plan=plan).first()
    if curve is None or not 0 <= number < len(curve.steps):
        raise BadInput(_("Choose one of the points of the curve."))
    if not plan.certificate.get("checked"):
        raise DomainError(_("Pins have changed since the curve was drawn. Solve the plan again instead."))
    return curve


def can_choose_step(by: Person, plan: YearPlan) -> bool:
    """Whether another point of a plan's curve may be chosen."""
    return bool(plan.certificate.get("checked")) and can_change_plan(by, plan)


def check_can_publish(by: Person, plan: YearPlan) -> None:
    """A plan is published when every month has a host and the check found no broken rule."""
    policy.check(by, "planning.publish", plan)
    PLAN.check(plan, "publish")
    if plan.choices.count() != plan.months:
        raise DomainError(_("Some months have no host yet. Solve the plan first."))
    if not plan.certificate.get("checked"):
        raise DomainError(_("Pins have changed since the last solve. Solve the plan again, then publish."))


def can_publish(by: Person, plan: YearPlan) -> bool:
    """Whether `check_can_publish` would pass."""
    return holds(check_can_publish, by, plan)
