"""May this person tick things off now."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.meetings.models import Meeting
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError

CLOSED = (Meeting.State.CLOSED, Meeting.State.CANCELLED)


def check_can_tick(by: Person, meeting: Meeting) -> None:
    """The host's coordinator and the office, until the meeting is closed."""
    policy.check(by, "meetings.tick_checklist", meeting)
    if meeting.state in CLOSED or meeting.is_archive:
        raise DomainError(_("The meeting is closed, so its checklist stays as it was."))


def can_tick(by: Person, meeting: Meeting) -> bool:
    """Whether this person may tick things off now."""
    return holds(check_can_tick, by, meeting)
