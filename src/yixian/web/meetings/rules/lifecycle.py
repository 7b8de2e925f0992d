"""May this person take this step of a meeting's life, and may it be taken now."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.undecided import undecided_in
from yixian.web.meetings.states import MEETING
from yixian.web.organisations.models import Member
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError

ENDED = (Meeting.State.WRAPPED_UP, Meeting.State.CLOSED, Meeting.State.CANCELLED)
BEFORE_START = (Meeting.State.PLANNED, Meeting.State.ANNOUNCED, Meeting.State.OPEN)
TAKES_REPLIES = (Meeting.State.ANNOUNCED, Meeting.State.OPEN)


def check_can_plan(by: Person) -> None:
    """The office sets up meetings."""
    policy.check(by, "meetings.plan")


def can_plan(by: Person) -> bool:
    """Whether this person may set up meetings."""
    return holds(check_can_plan, by)


def check_can_change(by: Person, meeting: Meeting) -> None:
    """Facts can change until the meeting starts; those of history never do here."""
    policy.check(by, "meetings.change", meeting)
    if meeting.state not in BEFORE_START:
        raise DomainError(_("The meeting has begun or is over, so its facts stay as they are."))


def can_change(by: Person, meeting: Meeting) -> bool:
    """Whether this person may change the facts now."""
    return holds(check_can_change, by, meeting)


def check_can_announce(by: Person, meeting: Meeting) -> None:
    """A meeting is announced once it has a day, a time and a host, and somebody to invite."""
    policy.check(by, "meetings.announce", meeting)
    MEETING.check(meeting, "announce")
    if meeting.held_on is None or meeting.starts_at is None:
        raise DomainError(_("Set the day and the time first: the notice needs them."))
    if meeting.host_id is None:
        raise DomainError(_("Choose the host first: the notice needs it."))
    if not Member.objects.filter(federation_id=meeting.federation_id, is_active=True).exists():
        raise DomainError(_("There is no active member to invite. Bring in the roster first."))


def can_announce(by: Person, meeting: Meeting) -> bool:
    """Whether this person may announce the meeting now."""
    return holds(check_can_announce, by, meeting)


def check_can_move(by: Person, meeting: Meeting, verb: str) -> None:
    """The office moves a meeting on; cancelling is for the head of the office."""
    policy.check(by, "meetings.cancel" if verb == "cancel" else "meetings.move_on", meeting)
    MEETING.check(meeting, verb)


def check_can_close(by: Person, meeting: Meeting, told: int) -> None:
    """Nobody closes without having seen how many decisions are still open."""
    check_can_move(by, meeting, "close")
    number = sum(number for _kind, number in undecided_in(meeting))
    if number > told:
        text = ngettext(
            "%(number)d decision is still open. Look at it before you close the meeting.",
            "%(number)d decisions are still open. Look at them before you close the meeting.",
            number,
        )
        raise DomainError(text % {"number": number})


def can_move(by: Person, meeting: Meeting, verb: str) -> bool:
    """Whether this person may take this step now."""
    return holds(check_can_move, by, meeting, verb)
