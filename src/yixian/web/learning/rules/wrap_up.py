"""What the office may decide about a record."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.models import Question
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError


def check_can_decide(by: Person, capture: Capture) -> None:
    """The office decides about what the host has released, and about nothing else."""
    policy.check(by, "learning.wrap_up", capture)
    if capture.hold != Capture.Hold.RELEASED or capture.deleted_at is not None:
        raise DomainError(_("The host has not released this record, so nothing can be made of it yet."))


def check_can_ask_from(by: Person, capture: Capture) -> None:
    """A record becomes a question once."""
    check_can_decide(by, capture)
    if not capture.text.strip():
        raise DomainError(_("This record has no words to ask."))
    if Question.objects.filter(capture=capture).exists():
        raise DomainError(_("A question has been made from this record already."))
