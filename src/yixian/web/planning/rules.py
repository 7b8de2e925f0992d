"""Who may offer, plan and publish."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yixian.web.accounts.models import Person
from yixian.web.planning.models import YearPlan
from yixian.web.planning.queries.runs import is_being_solved
from yixian.web.planning.states import PLAN
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError
from yixian.web.shared.policy import EVERY_MEMBER, EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

declare(
    "planning",
    see_published=(EVERYONE_INSIDE, gettext_lazy("see the published plan")),
    read_feed=({Role.ANYONE}, gettext_lazy("read the plan at a calendar address")),
    see_drafts=(WHOLE_OFFICE | {Role.AUDITOR}, gettext_lazy("see draft plans")),
    make=(WHOLE_OFFICE, gettext_lazy("make a plan")),
    publish=({Role.OFFICE}, gettext_lazy("publish a plan")),
    set_weights=({Role.OFFICE}, gettext_lazy("set the weights of plans")),
    see_offers=(EVERYONE_INSIDE, gettext_lazy("see offers to host")),
    offer=(EVERY_MEMBER, gettext_lazy("offer to host")),
    offer_for=(WHOLE_OFFICE, gettext_lazy("record an offer for a member")),
    withdraw_offer=(WHOLE_OFFICE | {Role.OWN_MEMBER}, gettext_lazy("withdraw an offer")),
    keep_blackouts=(WHOLE_OFFICE | {Role.OWN_MEMBER}, gettext_lazy("keep the days that do not suit")),
    see_calendar=(EVERYONE_INSIDE, gettext_lazy("see the calendar of working days")),
    keep_calendar=({Role.OFFICE}, gettext_lazy("keep the calendar of working days")),
)


def check_can_change_plan(by: Person, plan: YearPlan) -> None:
    """Only drafts change, and not while the solver is at work on them."""
    policy.check(by, "planning.make", plan)
    if plan.state != YearPlan.State.DRAFT:
        raise DomainError(_("This version is no longer a draft. Start a new version to change the plan."))
    if is_being_solved(plan):
        raise DomainError(_("The plan is being solved. Wait for the result or stop it first."))


def can_change_plan(by: Person, plan: YearPlan) -> bool:
    """Whether `check_can_change_plan` would pass."""
    try:
        check_can_change_plan(by, plan)
    except DomainError:
        return False
    return True


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
    try:
        check_can_publish(by, plan)
    except DomainError:
        return False
    return True
