"""May this person answer an invitation now."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.meetings.models import Invitation, Meeting
from yixian.web.meetings.rules.lifecycle import TAKES_REPLIES
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError


def check_takes_replies(meeting: Meeting) -> None:
    """Answers are taken from the announcement until the meeting starts."""
    if meeting.state == Meeting.State.CANCELLED:
        raise DomainError(_("This meeting is cancelled, so no answer is needed."))
    if meeting.state not in TAKES_REPLIES:
        raise DomainError(_("The meeting has begun; please call the office if something has changed."))


def check_can_reply(by: Person, invitation: Invitation) -> None:
    """The invited member's people answer; the office answers for a member that called."""
    policy.check(by, "meetings.reply", invitation)
    check_takes_replies(invitation.meeting)


def can_reply(by: Person, invitation: Invitation) -> bool:
    """Whether this person may answer this invitation now."""
    return holds(check_can_reply, by, invitation)


def check_can_reply_for(by: Person, meeting: Meeting) -> None:
    """The office answers for members as long as answers are taken."""
    policy.check(by, "meetings.reply_for", meeting)
    check_takes_replies(meeting)


def can_reply_for(by: Person, meeting: Meeting) -> bool:
    """Whether this person may answer for members now."""
    return holds(check_can_reply_for, by, meeting)
