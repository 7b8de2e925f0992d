"""May this person send the links of a meeting now."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.rules.lifecycle import TAKES_REPLIES
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError


def check_can_send(by: Person, meeting: Meeting) -> None:
    """The office sends links and reminders from the announcement until the meeting starts."""
    policy.check(by, "meetings.announce", meeting)
    if meeting.state == Meeting.State.PLANNED:
        raise DomainError(_("Announce the meeting first: that makes the invitations."))
    if meeting.state not in TAKES_REPLIES:
        raise DomainError(_("The meeting has begun or is over; links are no longer sent."))


def can_send(by: Person, meeting: Meeting) -> bool:
    """Whether this person may send links now."""
    return holds(check_can_send, by, meeting)
