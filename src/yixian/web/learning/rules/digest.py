"""Who may make a digest, of what."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.meetings.models import CheckIn, Meeting
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError, Refused

ENDED = (Meeting.State.WRAPPED_UP, Meeting.State.CLOSED)
KINDS = (Capture.Kind.PHOTO, Capture.Kind.NOTE, Capture.Kind.IDEA)


def check_can_start(by: Person, meeting: Meeting) -> None:
    """Whoever was there, once the meeting is wrapped up."""
    policy.check(by, "learning.start_digest", meeting)
    if meeting.state not in ENDED:
        raise DomainError(_("A digest can be made once the meeting is wrapped up."))
    if not CheckIn.objects.filter(meeting=meeting, person=by).exists():
        raise Refused(_("Only those who were there make a digest of the meeting."))


def can_start(by: Person, meeting: Meeting) -> bool:
    """Whether to offer it."""
    try:
        check_can_start(by, meeting)
    except DomainError:
        return False
    return True
