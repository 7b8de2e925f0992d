"""May this person change the tour now."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.meetings.models import Meeting, Station
from yixian.web.meetings.rules.lifecycle import BEFORE_START, ENDED
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError


def check_can_change_tour(by: Person, meeting: Meeting) -> None:
    """The host's coordinator and the office draw the tour until the meeting is over."""
    policy.check(by, "meetings.change_tour", meeting)
    if meeting.state in ENDED or meeting.is_archive:
        raise DomainError(_("The meeting is over, so its tour stays as it was."))


def can_change_tour(by: Person, meeting: Meeting) -> bool:
    """Whether this person may change the tour now."""
    return holds(check_can_change_tour, by, meeting)


def check_can_remove_station(by: Person, station: Station) -> None:
    """Once the meeting has begun, what was recorded belongs to its stations."""
    meeting = station.tour.meeting
    check_can_change_tour(by, meeting)
    if meeting.state not in BEFORE_START:
        raise DomainError(_("The meeting has begun: its stations stay, because records belong to them."))


def can_remove_station(by: Person, station: Station) -> bool:
    """Whether this person may remove the station now."""
    return holds(check_can_remove_station, by, station)
