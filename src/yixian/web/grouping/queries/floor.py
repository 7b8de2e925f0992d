"""The floor plan: where stations stand, their zones, and the groups on their way."""

import json
import math
from dataclasses import dataclass

from yixian.web.accounts.models import Person
from yixian.web.grouping import pictures
from yixian.web.grouping.actions.floor import HEIGHT, WIDTH
from yixian.web.grouping.models import Group, Rotation
from yixian.web.grouping.queries.rotation import rotation_for, rows_of
from yixian.web.grouping.queries.route import begins_at, clock_at
from yixian.web.grouping.queries.rows import groups_of, stations_of
from yixian.web.grouping.rules.rotation import can_rotate, can_see_rotation
from yixian.web.meetings.models import Meeting, Station
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.meetings.zones import Sign, signs_of

MARGIN_X, MARGIN_Y = 130, 90


@dataclass(frozen=True)
class Spot:
    """A station on the plan."""

    station: Station
    number: int
    x: int
    y: int
    is_placed: bool
    signs: list[Sign]


@dataclass(frozen=True)
class FloorPage:
    """The plan; `walk` is the rotation for the animation, as JSON: where each group is when."""

    meeting: Meeting
    tabs: list[Tab]
    rotation: Rotation
    spots: list[Spot]
    meet_x: int
    meet_y: int
    groups: list[Group]
    walk: str
    last: int
    begins: str
    ends: str
    can_rotate: bool

    @property
    def picture(self) -> str:
        """What there is of the host's picture: ready, waiting, unreadable, or nothing."""
        name = self.rotation.picture
        ends = {pictures.READY: "ready", pictures.WAITING: "waiting", pictures.UNREADABLE: "unreadable"}
        return next((word for end, word in ends.items() if name.endswith(end)), "")

    @property
    def walk_is_there(self) -> bool:
        """Whether there is something to play."""
        return bool(self.groups)

    @property
    def unplaced(self) -> int:
        """Stations that nobody has put anywhere yet."""
        return sum(not spot.is_placed for spot in self.spots)


def floor_page(person: Person, meeting: Meeting) -> FloorPage:
    """Read the plan; the groups' way only for whoever may see the timetable."""
    rotation = rotation_for(meeting)
    stations = stations_of(meeting)
    spots = spots_of(stations)
    shown = can_see_rotation(person, meeting, rotation)
    groups = groups_of(meeting) if shown else []
    meet = (
        rotation.meet_x if rotation.meet_x is not None else WIDTH // 2,
        rotation.meet_y if rotation.meet_y is not None else HEIGHT - 40,
    )
    rows = rows_of(rotation, groups, stations) if shown else []
    last = max((block.end for row in rows for block in row.blocks), default=0)
    last += rotation.walking_minutes if last else 0
    at = {spot.station.pk: (spot.x, spot.y) for spot in spots}
    walk = [
        {
            "number": row.group.number,
            "visits": [[block.start, block.end, *at[block.station]] for block in row.blocks],
        }
        for row in rows
        if row.blocks
    ]
    start = begins_at(rotation)
    return FloorPage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "rotation"),
        rotation=rotation,
        spots=spots,
        meet_x=meet[0],
        meet_y=meet[1],
        groups=[row.group for row in rows if row.blocks],
        walk=json.dumps({"meet": meet, "last": last, "begins": f"{start:%H:%M}", "groups": walk}),
        last=last,
        begins=clock_at(start, 0),
        ends=clock_at(start, last),
        can_rotate=can_rotate(person, meeting),
    )


def spots_of(stations: list[Station]) -> list[Spot]:
    """Where each station stands; those nobody has placed lie on an oval in their order."""
    return [_spot(station, place, len(stations)) for place, station in enumerate(stations)]


def _spot(station: Station, place: int, of: int) -> Spot:
    is_placed = station.plan_x is not None and station.plan_y is not None
    angle = 2 * math.pi * place / max(1, of) - math.pi * 0.75
    x = round(WIDTH / 2 + (WIDTH / 2 - MARGIN_X) * math.cos(angle))
    y = round(HEIGHT / 2 - 20 + (HEIGHT / 2 - MARGIN_Y) * math.sin(angle))
    return Spot(
        station=station,
        number=place + 1,
        x=station.plan_x if station.plan_x is not None and is_placed else x,
        y=station.plan_y if station.plan_y is not None and is_placed else y,
        is_placed=is_placed,
        signs=signs_of(station),
    )
