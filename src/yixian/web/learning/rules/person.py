"""Who may read somebody's learning record."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds, is_looked_after_by
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError, Refused
from yixian.web.shared.policy import Role


def check_can_see_person(by: Person, person: Person) -> None:
    """The person, the chair of their union, and the federation's office and auditor; not a colleague."""
    policy.check(by, "learning.see_person", person)
    if not (is_looked_after_by(by, person) or Role.AUDITOR in by.roles):
        raise Refused(_("Only the person, the chair of their union and the office see a learning record."))
    if person.erased_at is not None:
        raise DomainError(_("This person's data were erased, and with them the learning record."))


def can_see_person(by: Person, person: Person) -> bool:
    """Whether the way to the record is shown."""
    return holds(check_can_see_person, by, person)
