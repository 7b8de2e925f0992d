"""Where stations stand on the floor plan."""

from yixian.web.accounts.models import Person
from yixian.web.grouping.actions.rotation import rotation_of
from yixian.web.grouping.models import Rotation
from yixian.web.grouping.rules.rotation import check_can_rotate
from yixian.web.meetings.models import Meeting, Station
from yixian.web.organisations.changes import set_values
from yixian.web.shared import audit
from yixian.web.shared.actions import action

WIDTH, HEIGHT = 1000, 600


@action
def place_station(*, by: Person, meeting: Meeting, station: Station, x: int, y: int) -> Station:
    """Put a station at a place of the plan, in thousandths of its width."""
    check_can_rotate(by, meeting)
    changes = set_values(station, {"plan_x": _within(x, WIDTH), "plan_y": _within(y, HEIGHT)})
    if not changes:
        audit.nothing_changed()
        return station
    station.save(update_fields=list(changes))
    audit.record(by=by, verb="grouping.place_station", thing=station, changes=changes)
    return station


@action
def place_meeting_point(*, by: Person, meeting: Meeting, x: int, y: int) -> Rotation:
    """Where the groups set out and come back to."""
    check_can_rotate(by, meeting)
    rotation = rotation_of(meeting)
    changes = set_values(rotation, {"meet_x": _within(x, WIDTH), "meet_y": _within(y, HEIGHT)})
    if not changes:
        audit.nothing_changed()
        return rotation
    rotation.save(update_fields=list(changes))
    audit.record(by=by, verb="grouping.place_station", thing=rotation, changes=changes)
    return rotation


def _within(value: int, most: int) -> int:
    return min(max(value, 0), most)
