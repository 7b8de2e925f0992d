"""The timetable of the walk: groups × time, with what it must keep to and why there is none."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Group, Rotation
from yixian.web.grouping.queries.route import begins_at, clock_at
from yixian.web.grouping.queries.rows import ROTATION, groups_of, legs_of, stations_of, visits_of
from yixian.web.grouping.queries.slot import slot_of
from yixian.web.grouping.rules.rotation import can_move_rotation, can_rotate, can_see_rotation
from yixian.web.grouping.states import ROTATION_TONES
from yixian.web.grouping.timetable import asked_of, troubles
from yixian.web.grouping.trouble import sentence
from yixian.web.meetings.models import Meeting, Station
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.shared import policy


@dataclass(frozen=True)
class Block:
    """One visit as the timetable draws it; minutes from the beginning."""

    group: int
    station: int
    number: int
    name: str
    start: int
    end: int
    starts: str
    ends: str
    is_late: bool


@dataclass(frozen=True)
class Row:
    """One group's line."""

    group: Group
    blocks: list[Block]


@dataclass(frozen=True)
class RotationPage:
    """The timetable, or what is missing for one."""

    meeting: Meeting
    tabs: list[Tab]
    rotation: Rotation | None
    rows: list[Row]
    stations: list[Station]
    groups: list[Group]
    troubles: list[str]
    blocked: bool
    is_outdated: bool
    begins: str
    ends: str
    makespan: int
    delayed: int
    can_rotate: bool
    sees_draft: bool
    verbs: frozenset[str]

    @property
    def tone(self) -> str:
        """How the state looks on its badge."""
        return ROTATION_TONES[self.rotation.state] if self.rotation else ""

    @property
    def can_solve(self) -> bool:
        """Whether the button is shown: something to rotate, nothing that cannot fit, nobody on the way."""
        ready = bool(self.groups and self.stations) and not (self.blocked or self.is_solving)
        asleep = self.rotation is None or self.rotation.state in (Rotation.State.DRAFT, Rotation.State.SOLVED)
        return self.can_rotate and ready and asleep

    @property
    def proof(self) -> str:
        """Whether there is no shorter walk."""
        if not self.sees_draft or self.rotation is None:
            return ""
        return _("proven: no shorter walk") if self.rotation.is_proven else _("not proven to be the shortest")

    @property
    def is_solving(self) -> bool:
        """Whether the worker is at it."""
        return self.rotation is not None and self.rotation.state == Rotation.State.SOLVING


def rotation_for(meeting: Meeting) -> Rotation:
    """The meeting's rotation; one that is not in the database while nobody has said anything."""
    found = ROTATION.first(meeting_id=meeting.pk)
    if found is None:
        slot = slot_of(meeting)
        found = Rotation(
            federation_id=meeting.federation_id, starts_at=slot.starts_at, most_minutes=slot.minutes
        )
    found.meeting = meeting
    return found


def rows_of(rotation: Rotation, groups: list[Group], stations: list[Station]) -> list[Row]:
    """Each group's visits in order, with their times of day."""
    start = begins_at(rotation)
    numbers = {station.pk: number for number, station in enumerate(stations, start=1)}
    names = {station.pk: station.name for station in stations}
    blocks: dict[int, list[Block]] = {group.pk: [] for group in groups}
    for each in visits_of(rotation):
        if each.group_id not in blocks or each.station_id not in numbers:
            continue
        blocks[each.group_id].append(
            Block(
                group=each.group_id,
                station=each.station_id,
                number=numbers[each.station_id],
                name=names[each.station_id],
                start=each.now_starts,
                end=each.now_ends,
                starts=clock_at(start, each.now_starts),
                ends=clock_at(start, each.now_ends),
                is_late=each.now_starts > each.starts,
            )
        )
    return [Row(group, blocks[group.pk]) for group in groups]


def rotation_page(person: Person, meeting: Meeting) -> RotationPage:
    """Read the timetable."""
    rotation = rotation_for(meeting)
    stations, groups = stations_of(meeting), groups_of(meeting)
    sees_draft = policy.may(person, "grouping.see_draft", meeting)
    shown = can_see_rotation(person, meeting, rotation)
    rows = rows_of(rotation, groups, stations) if shown else []
    rows = rows if any(row.blocks for row in rows) else []
    makespan = max((block.end for row in rows for block in row.blocks), default=0)
    delay = makespan - _planned_end(rotation, rows)
    now = _now_asked(rotation, groups, stations)
    return RotationPage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "rotation"),
        rotation=rotation if shown else None,
        rows=rows,
        stations=stations,
        groups=groups,
        troubles=_troubles(rotation, now) if sees_draft else [],
        blocked=bool(troubles(now)),
        is_outdated=bool(rows) and sees_draft and now != rotation.asked,
        begins=clock_at(begins_at(rotation), 0),
        ends=clock_at(begins_at(rotation), max(makespan, (rotation.makespan or 0) + delay)),
        makespan=makespan,
        delayed=max(0, delay),
        can_rotate=can_rotate(person, meeting),
        sees_draft=sees_draft,
        verbs=_verbs(person, rotation),
    )


def _planned_end(rotation: Rotation, rows: list[Row]) -> int:
    """The end of the last visit as it was planned."""
    if rotation.state != Rotation.State.UNDER_WAY or not rows:
        return max((block.end for row in rows for block in row.blocks), default=0)
    return max(rotation.visits.values_list("ends", flat=True), default=0)


def _now_asked(rotation: Rotation, groups: list[Group], stations: list[Station]) -> dict[str, Any]:
    """What the solver would be given now."""
    return asked_of(rotation, groups, stations, legs_of(rotation))


def _troubles(rotation: Rotation, now: dict[str, Any]) -> list[str]:
    """Before solving what cannot fit; after a solve in vain why, while nothing was changed since."""
    found = troubles(now)
    if not found and rotation.trouble and rotation.asked == now:
        found = [rotation.trouble]
    return [sentence(each) for each in found]


def _verbs(person: Person, rotation: Rotation) -> frozenset[str]:
    if not rotation.pk:
        return frozenset()
    verbs = ("publish", "withdraw", "begin", "take_back", "stop")
    return frozenset(verb for verb in verbs if can_move_rotation(person, rotation, verb))
