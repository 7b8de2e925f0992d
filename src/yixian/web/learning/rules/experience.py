"""What an experience needs before others may read it, and who may borrow it."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.models import Adoption, Experience
from yixian.web.learning.states import EXPERIENCE
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError


def check_can_publish(by: Person, experience: Experience) -> None:
    """The office publishes what says both what it is and how it is done."""
    policy.check(by, "learning.publish", experience)
    EXPERIENCE.check(experience, "publish")
    if not (experience.summary.strip() and experience.how.strip()):
        raise DomainError(_("Write what it is and how it is done before publishing."))


def check_can_adopt(by: Person, experience: Experience) -> None:
    """A member borrows what others do and what is published, once."""
    policy.check(by, "learning.adopt", experience)
    if experience.state != Experience.State.PUBLISHED:
        raise DomainError(_("This experience is not published, so it cannot be borrowed yet."))
    if experience.member_id == by.member_id:
        raise DomainError(_("This is your own practice: others borrow it from you."))
    if Adoption.objects.filter(experience=experience, member_id=by.member_id).exists():
        raise DomainError(_("Your unit is borrowing this already. Go on from your unit's page."))


def can_adopt(by: Person, experience: Experience) -> bool:
    """Whether to offer borrowing (one query at most)."""
    try:
        check_can_adopt(by, experience)
    except DomainError:
        return False
    return True


def check_can_adopt_idea(by: Person, capture: Capture) -> None:
    """One's own idea, which the host has released, about another member's practice."""
    policy.check(by, "learning.adopt", capture)
    if capture.author_id != by.pk or capture.kind != Capture.Kind.IDEA or capture.deleted_at is not None:
        raise DomainError(_("Borrowing starts from an idea that you recorded yourself."))
    if capture.hold != Capture.Hold.RELEASED:
        raise DomainError(_("The host has not released your idea yet. Try again when it is released."))
    if capture.meeting.host_id in (None, by.member_id):
        raise DomainError(_("This is your own practice: others borrow it from you."))
    if Adoption.objects.filter(capture=capture, member_id=by.member_id).exists():
        raise DomainError(_("Your unit is borrowing this already. Go on from your unit's page."))
