"""May this person change or run the agenda now."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.meetings.models import AgendaItem, Meeting
from yixian.web.meetings.rules.lifecycle import ENDED
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError


def check_can_change_agenda(by: Person, meeting: Meeting) -> None:
    """The office arranges the agenda until the meeting is over."""
    policy.check(by, "meetings.change_agenda", meeting)
    if meeting.state in ENDED or meeting.is_archive:
        raise DomainError(_("The meeting is over, so its agenda stays as it was."))


def can_change_agenda(by: Person, meeting: Meeting) -> bool:
    """Whether this person may change the agenda now."""
    return holds(check_can_change_agenda, by, meeting)


def check_can_run_agenda(by: Person, item: AgendaItem) -> None:
    """Items begin and end while the meeting is under way."""
    policy.check(by, "meetings.change_agenda", item.meeting)
    if item.meeting.state != Meeting.State.UNDER_WAY:
        raise DomainError(_("Start the meeting first; then its items can begin and end."))


def can_run_agenda(by: Person, meeting: Meeting) -> bool:
    """Whether this person may start and finish items now."""
    may = policy.may(by, "meetings.change_agenda", meeting)
    return may and meeting.state == Meeting.State.UNDER_WAY
