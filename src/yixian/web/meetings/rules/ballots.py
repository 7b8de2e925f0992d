"""Who may put something to the vote, and who may vote when."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.meetings.models import Ballot, CheckIn, Meeting
from yixian.web.meetings.rules.checkin import door_is_open
from yixian.web.meetings.states import BALLOT
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError

OVER = (Meeting.State.WRAPPED_UP, Meeting.State.CLOSED, Meeting.State.CANCELLED)


def check_can_draft(by: Person, meeting: Meeting) -> None:
    """Votes are prepared until the meeting is over."""
    policy.check(by, "meetings.run_votes", meeting)
    if meeting.state in OVER or meeting.is_archive:
        raise DomainError(_("The meeting is over, so nothing can be put to the vote any more."))


def can_draft(by: Person, meeting: Meeting) -> bool:
    """Whether the form for a new vote is shown."""
    return holds(check_can_draft, by, meeting)


def check_can_change(by: Person, ballot: Ballot) -> None:
    """Once it is open, nobody changes what others have voted on."""
    check_can_draft(by, ballot.meeting)
    if ballot.state != Ballot.State.DRAFT:
        raise DomainError(_("This vote has been opened, so its question and choices stay as they are."))


def check_can_open(by: Person, ballot: Ballot) -> None:
    """On the day only: it is for those who are present."""
    policy.check(by, "meetings.run_votes", ballot.meeting)
    BALLOT.check(ballot, "open")
    if not door_is_open(ballot.meeting):
        raise DomainError(_("A vote is opened on the day of the meeting, when people are there."))


def can_open(by: Person, ballot: Ballot) -> bool:
    """Whether the button to open is shown."""
    return holds(check_can_open, by, ballot)


def check_can_close(by: Person, ballot: Ballot) -> None:
    """By hand, whenever enough have voted."""
    policy.check(by, "meetings.run_votes", ballot.meeting)
    BALLOT.check(ballot, "close")


def can_close(by: Person, ballot: Ballot) -> bool:
    """Whether the button to close is shown."""
    return holds(check_can_close, by, ballot)


def check_can_show(by: Person, ballot: Ballot) -> None:
    """A result, as long as people are there and nothing else is being voted on: that has the wall."""
    policy.check(by, "meetings.run_votes", ballot.meeting)
    if ballot.state != Ballot.State.CLOSED:
        raise DomainError(_("Close the vote first, then its result is shown."))
    if not door_is_open(ballot.meeting):
        raise DomainError(_("Results are shown on the wall on the day of the meeting."))
    if ballot.meeting.ballots.filter(state=Ballot.State.OPEN).exists():
        raise DomainError(_("Another vote is open and stands on the wall. Close it first."))


def check_can_hide(by: Person, ballot: Ballot) -> None:
    """Whoever runs the votes, at any time."""
    policy.check(by, "meetings.run_votes", ballot.meeting)


def check_can_vote(by: Person, ballot: Ballot) -> None:
    """Those who are checked in, while it is open."""
    policy.check(by, "meetings.vote", ballot.meeting)
    if ballot.state == Ballot.State.CLOSED:
        raise DomainError(_("The vote was over already. This one was not counted."))
    if ballot.state != Ballot.State.OPEN:
        raise DomainError(_("This vote is not known here."))
    if not CheckIn.objects.filter(meeting_id=ballot.meeting_id, person=by).exists():
        raise DomainError(_("Only those who are checked in can vote. Check in, then vote again."))
