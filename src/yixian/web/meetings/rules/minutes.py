"""When minutes can be drafted, changed, published."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, Minutes
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError

HELD = (Meeting.State.UNDER_WAY, Meeting.State.WRAPPED_UP, Meeting.State.CLOSED)


def check_can_draft(by: Person, meeting: Meeting) -> None:
    """The office drafts minutes of a meeting that is held or was."""
    policy.check(by, "meetings.write_minutes", meeting)
    if meeting.state not in HELD:
        raise DomainError(_("Minutes can be drafted once the meeting is under way."))


def can_draft(by: Person, meeting: Meeting) -> bool:
    """Whether to offer it."""
    return policy.may(by, "meetings.write_minutes", meeting) and meeting.state in HELD


def check_can_write(by: Person, minutes: Minutes) -> None:
    """A published text stays as it is until it is taken back."""
    policy.check(by, "meetings.write_minutes", minutes.meeting)
    if minutes.state != Minutes.State.DRAFT:
        raise DomainError(_("These minutes are published. Take them back to draft before changing them."))
