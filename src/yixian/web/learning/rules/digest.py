"""Who may make a digest, of what."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.meetings.models import CheckIn, Meeting
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError, Refused
from yixian.web.shared.prepared import Asker, PreparedRows

ENDED = (Meeting.State.WRAPPED_UP, Meeting.State.CLOSED)
KINDS = (Capture.Kind.PHOTO, Capture.Kind.NOTE, Capture.Kind.IDEA)


def _checked_in(by: Person, meeting: int) -> QuerySet[CheckIn, Any]:
    return CheckIn.objects.filter(meeting_id=meeting, person=by).order_by().values_list("pk")


CHECKED_IN = PreparedRows(_checked_in, by=Asker, meeting=int)


def check_can_start(by: Person, meeting: Meeting) -> None:
    """Whoever was there, once the meeting is wrapped up."""
    policy.check(by, "learning.start_digest", meeting)
    if meeting.state not in ENDED:
        raise DomainError(_("A digest can be made once the meeting is wrapped up."))
    if not CHECKED_IN.first(by=by, meeting=meeting.pk):
        raise Refused(_("Only those who were there make a digest of the meeting."))


def can_start(by: Person, meeting: Meeting) -> bool:
    """Whether to offer it."""
    try:
        check_can_start(by, meeting)
    except DomainError:
        return False
    return True
