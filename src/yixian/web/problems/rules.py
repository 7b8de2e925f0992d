"""Who may see, own, solve and confirm a problem, and whether it can be done now."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.problems.models import Problem
from yixian.web.problems.states import PROBLEM
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError
from yixian.web.shared.policy import EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

declare(
    "problems",
    see=(EVERYONE_INSIDE, gettext_lazy("see problems")),
    register=(WHOLE_OFFICE, gettext_lazy("register a problem")),
    change=(WHOLE_OFFICE, gettext_lazy("change a problem's details")),
    assign=(WHOLE_OFFICE, gettext_lazy("give a problem an owner and a date")),
    solve=(WHOLE_OFFICE | {Role.OWNER}, gettext_lazy("report a problem as solved")),
    confirm=({Role.AUTHOR}, gettext_lazy("confirm that a problem is solved")),
    confirm_in_place=({Role.OFFICE}, gettext_lazy("confirm in place of somebody who has left")),
    reopen=(WHOLE_OFFICE | {Role.AUTHOR}, gettext_lazy("reopen a problem")),
    drop=({Role.OFFICE}, gettext_lazy("stop pursuing a problem")),
    remark=(
        WHOLE_OFFICE | {Role.AUTHOR, Role.OWNER, Role.OWN_MEMBER},
        gettext_lazy("add a remark to a problem"),
    ),
    export=(WHOLE_OFFICE | {Role.AUDITOR}, gettext_lazy("export the problem register")),
)


def check_can_move(by: Person, problem: Problem, verb: str) -> None:
    """May this person take this step, and does it leave the present state?"""
    policy.check(by, f"problems.{verb}", problem)
    PROBLEM.check(problem, verb)


def can_move(by: Person, problem: Problem, verb: str) -> bool:
    """Whether to offer this step."""
    return policy.may(by, f"problems.{verb}", problem) and PROBLEM.can(problem.state, verb)


def raiser_has_left(problem: Problem) -> bool:
    """Whether nobody is there any more who raised it."""
    return problem.raised_by is None or not problem.raised_by.is_active


def check_can_judge(by: Person, problem: Problem, verb: str) -> None:
    """Only who raised a problem says whether it is solved; the office only where that person has left."""
    if raiser_has_left(problem):
        policy.check(by, "problems.confirm_in_place", problem)
    else:
        policy.check(by, "problems.confirm", problem)
    PROBLEM.check(problem, verb)


def can_judge(by: Person, problem: Problem) -> bool:
    """Whether to offer confirming and sending back."""
    name = "problems.confirm_in_place" if raiser_has_left(problem) else "problems.confirm"
    return policy.may(by, name, problem) and PROBLEM.can(problem.state, "confirm")


def check_can_register_from(capture: Capture) -> None:
    """Only what the host has released, once."""
    if capture.deleted_at is not None or capture.hold != Capture.Hold.RELEASED:
        raise DomainError(_("The host has not released this record, so nothing can be made of it yet."))
    if Problem.objects.filter(capture=capture).exists():
        raise DomainError(_("A problem has been registered from this record already."))
