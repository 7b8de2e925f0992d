"""May this person arrange the rotation now, see it, and run its clock."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.grouping.models import Group, Rotation
from yixian.web.grouping.states import ROTATION
from yixian.web.meetings.models import Meeting, Station
from yixian.web.meetings.rules.lifecycle import ENDED
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError

SEEN = (Rotation.State.PUBLISHED, Rotation.State.UNDER_WAY)


def check_can_rotate(by: Person, meeting: Meeting) -> None:
    """The host and the office arrange the rotation until the meeting is over."""
    policy.check(by, "grouping.rotate", meeting)
    if meeting.state in ENDED or meeting.is_archive:
        raise DomainError(_("The meeting is over, so its rotation stays as it was."))


def can_rotate(by: Person, meeting: Meeting) -> bool:
    """Whether this person may arrange the rotation now."""
    return holds(check_can_rotate, by, meeting)


def check_can_change_rotation(by: Person, meeting: Meeting, rotation: Rotation | None) -> None:
    """What the solver was given does not change under it, nor while people walk."""
    check_can_rotate(by, meeting)
    if rotation is not None and rotation.state == Rotation.State.UNDER_WAY:
        raise DomainError(_("The groups are on their way. Take the beginning back first."))
    if rotation is not None and rotation.state == Rotation.State.SOLVING:
        raise DomainError(_("The timetable is being worked out. Wait for it, or stop it first."))


def check_can_ask(by: Person, rotation: Rotation) -> None:
    """A timetable needs groups and stations."""
    check_can_rotate(by, rotation.meeting)
    ROTATION.check(rotation, "ask")
    if not Group.objects.filter(grouping__meeting=rotation.meeting).exists():
        raise DomainError(_("There are no groups yet. Divide the people into groups first."))
    if not Station.objects.filter(tour__meeting=rotation.meeting).exists():
        raise DomainError(_("The tour has no stations yet. Add them first."))


def check_can_move_rotation(by: Person, rotation: Rotation, verb: str) -> None:
    """Publish, withdraw, begin, take back: the host and the office, from the right state."""
    begins = verb in ("begin", "take_back")
    policy.check(by, "grouping.run_clock" if begins else "grouping.rotate", rotation.meeting)
    check_can_rotate(by, rotation.meeting)
    ROTATION.check(rotation, verb)
    if verb == "begin" and rotation.meeting.state != Meeting.State.UNDER_WAY:
        raise DomainError(_("Start the meeting first: the walk is part of it."))


def can_move_rotation(by: Person, rotation: Rotation, verb: str) -> bool:
    """Whether the button is shown."""
    return holds(check_can_move_rotation, by, rotation, verb)


def check_can_delay(by: Person, rotation: Rotation) -> None:
    """Delays happen while the groups walk."""
    policy.check(by, "grouping.run_clock", rotation.meeting)
    if rotation.state != Rotation.State.UNDER_WAY:
        raise DomainError(_("The groups are not on their way yet. Begin the walk first."))


def can_delay(by: Person, rotation: Rotation) -> bool:
    """Whether the buttons of the clock are shown."""
    return holds(check_can_delay, by, rotation)


def can_see_rotation(by: Person, meeting: Meeting, rotation: Rotation | None) -> bool:
    """A published timetable is for everybody inside; drafts for those who prepare the meeting."""
    if policy.may(by, "grouping.see_draft", meeting):
        return True
    return rotation is not None and rotation.state in SEEN
