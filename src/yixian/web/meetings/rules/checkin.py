"""Who may check in whom, and when the door is open."""

from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.shared import policy
from yixian.web.shared.errors import BadInput, DomainError
from yixian.web.shared.policy import Role, declare

declare("meetings", open_check_in=({Role.ANYONE}, gettext_lazy("open the check-in page")))

BEFORE = (Meeting.State.ANNOUNCED, Meeting.State.OPEN)


def door_is_open(meeting: Meeting) -> bool:
    """Whether people arrive now: all the day of the meeting until it is wrapped up."""
    if meeting.is_archive:
        return False
    if meeting.state == Meeting.State.UNDER_WAY:
        return True
    return meeting.state in BEFORE and meeting.held_on == timezone.localdate()


def code_fits(meeting: Meeting, code: str) -> bool:
    """Whether this is the meeting's code."""
    return bool(meeting.code) and constant_time_compare(meeting.code, code)


def check_door(meeting: Meeting) -> None:
    """A sentence when nobody can check in now."""
    if not door_is_open(meeting):
        raise DomainError(_("Check-in for “%(meeting)s” is open on its day only.") % {"meeting": meeting})


def check_can_check_in_self(by: Person, meeting: Meeting, code: str = "") -> None:
    """On the day, everyone inside can; a code that is given must be right."""
    policy.check(by, "meetings.check_in_self", meeting)
    check_door(meeting)
    if code and not code_fits(meeting, code):
        raise BadInput(_("This is not today's code. Look at the wall or ask at the desk."))


def can_check_in_self(by: Person, meeting: Meeting) -> bool:
    """Whether the button is shown."""
    return policy.may(by, "meetings.check_in_self", meeting) and door_is_open(meeting)


def check_can_check_in_others(by: Person, meeting: Meeting) -> None:
    """The office and the host, on the day."""
    policy.check(by, "meetings.check_in_others", meeting)
    check_door(meeting)


def can_check_in_others(by: Person, meeting: Meeting) -> bool:
    """Whether the desk's buttons work."""
    return policy.may(by, "meetings.check_in_others", meeting) and door_is_open(meeting)
