"""May this person write or take back a report now."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.meetings.models import Invitation, Meeting
from yixian.web.meetings.rules.lifecycle import TAKES_REPLIES
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError


def check_can_write_report(by: Person, invitation: Invitation) -> None:
    """The invited member's people write until the meeting starts."""
    policy.check(by, "meetings.hand_in", invitation)
    if invitation.meeting.state == Meeting.State.CANCELLED:
        raise DomainError(_("This meeting is cancelled, so nothing needs to be handed in."))
    if invitation.meeting.state not in TAKES_REPLIES:
        raise DomainError(_("The meeting has begun; what was handed in stays as it is."))


def can_write_report(by: Person, invitation: Invitation) -> bool:
    """Whether this person may write for the invited member now."""
    return holds(check_can_write_report, by, invitation)
