"""The way of one group through the stations, with times of day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time

from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Group, Rotation, Visit
from yixian.web.grouping.queries.rows import ROTATION, visits_of_group, visits_with_names
from yixian.web.grouping.rules.rotation import can_see_rotation
from yixian.web.meetings.models import Meeting, Station
from yixian.web.meetings.zones import Sign, signs_of


@dataclass(frozen=True)
class Stop:
    """One station on a group's way."""

    station: Station
    starts: str
    ends: str
    minutes: int
    was: str
    signs: list[Sign]


def clock_at(start: time | None, minute: int) -> str:
    """The time of day so many minutes after the beginning."""
    begin = start or time(0)
    hours, minutes = divmod((begin.hour * 60 + begin.minute + minute) % (24 * 60), 60)
    return f"{hours:02}:{minutes:02}"


def begins_at(rotation: Rotation) -> time:
    """Minute 0 on the clock: when the groups set out, or are to set out."""
    return beginning(rotation.began_at, rotation.starts_at)


def beginning(began_at: datetime | None, starts_at: time | None) -> time:
    """The same from what a rotation keeps."""
    if began_at is not None:
        return timezone.localtime(began_at).time()
    return starts_at or time(9)


def routes(rotation: Rotation, meeting: Meeting) -> dict[int, list[Stop]]:
    """The stops of every group, by group, in order."""
    start = begins_at(rotation)
    found: dict[int, list[Stop]] = defaultdict(list)
    for visit in visits_with_names(rotation, meeting):
        found[visit.group_id].append(_stop(start, visit))
    return dict(found)


def _stop(start: time, visit: Visit) -> Stop:
    return Stop(
        station=visit.station,
        starts=clock_at(start, visit.now_starts),
        ends=clock_at(start, visit.now_ends),
        minutes=visit.now_ends - visit.now_starts,
        was=clock_at(start, visit.starts) if visit.starts < visit.now_starts else "",
        signs=signs_of(visit.station),
    )


def route_of(person: Person, meeting: Meeting, group: Group) -> list[Stop]:
    """One group's stops, for whoever may see the timetable."""
    rotation = ROTATION.first(meeting_id=meeting.pk)
    if rotation is None or not can_see_rotation(person, meeting, rotation):
        return []
    start = begins_at(rotation)
    return [_stop(start, visit) for visit in visits_of_group(group)]
