"""The timetable of the walk: what it must keep to, asking for it, taking it, publishing, beginning."""

from dataclasses import dataclass, field
from datetime import time
from typing import Any

from django.utils import timezone

from yixian.planner.tour import Rotation as Answer
from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Group, Leg, Rotation, Visit
from yixian.web.grouping.queries.slot import slot_of
from yixian.web.grouping.rules.rotation import (
    check_can_ask,
    check_can_change_rotation,
    check_can_move_rotation,
)
from yixian.web.grouping.states import ROTATION
from yixian.web.grouping.timetable import asked_of
from yixian.web.meetings.models import Meeting, Station
from yixian.web.organisations.changes import set_values
from yixian.web.shared import audit, jobs
from yixian.web.shared.actions import action


@dataclass(frozen=True)
class StationTimes:
    """What a station asks of the timetable; `quiet` are (from, to) times of day with nobody there."""

    minutes: int
    capacity: int
    opens_at: time | None = None
    closes_at: time | None = None
    quiet: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True)
class Terms:
    """What the walk must keep to. `legs` gives minutes between two stations; None is the meeting point."""

    starts_at: time
    most_minutes: int
    walking_minutes: int
    stations: dict[int, StationTimes] = field(default_factory=dict)
    legs: dict[tuple[int | None, int], int] = field(default_factory=dict)


def rotation_of(meeting: Meeting) -> Rotation:
    """The meeting's rotation, made when there is none yet; it begins when the agenda has the tour."""
    slot = slot_of(meeting)
    defaults = {
        "federation_id": meeting.federation_id, "starts_at": slot.starts_at, "most_minutes": slot.minutes,
    }  # fmt: skip
    rotation, _made = Rotation.objects.get_or_create(meeting=meeting, defaults=defaults)
    rotation.meeting = meeting
    return rotation


@action
def change_terms(*, by: Person, meeting: Meeting, terms: Terms) -> Rotation:
    """Keep what the timetable must keep to; a timetable made before stays until another is worked out."""
    rotation = rotation_of(meeting)
    check_can_change_rotation(by, meeting, rotation)
    values = {name: getattr(terms, name) for name in ("starts_at", "most_minutes", "walking_minutes")}
    changes = _set(rotation, values)
    for station in Station.objects.filter(tour__meeting=meeting, pk__in=terms.stations):
        own = _set(station, vars(terms.stations[station.pk]))
        changes |= {f"{station.name}: {name}": both for name, both in own.items()}
    changes |= _set_legs(rotation, terms.legs)
    if not changes:
        audit.nothing_changed()
        return rotation
    audit.record(by=by, verb="grouping.change_rotation", thing=rotation, changes=changes)
    return rotation


def _set(thing: Any, values: dict[str, Any]) -> dict[str, Any]:
    changes = set_values(thing, values)
    if changes:
        thing.save(update_fields=list(changes))
    return {name: [str(old), str(new)] for name, (old, new) in changes.items()}


def _set_legs(rotation: Rotation, legs: dict[tuple[int | None, int], int]) -> dict[str, Any]:
    before = {(leg.one_id, leg.two_id): leg.minutes for leg in rotation.legs.all()}
    if before == legs:
        return {}
    rotation.legs.all().delete()
    Leg.objects.bulk_create(
        Leg(federation_id=rotation.federation_id, rotation=rotation, one_id=one, two_id=two, minutes=minutes)
        for (one, two), minutes in legs.items()
    )
    return {"legs": [len(before), len(legs)]}


@action
def ask_timetable(*, by: Person, meeting: Meeting) -> Rotation:
    """Queue the solve; nobody has to wait for it."""
    rotation = rotation_of(meeting)
    check_can_ask(by, rotation)
    before, _after = ROTATION.move(rotation, "ask")
    groups = Group.objects.filter(grouping__meeting=meeting)
    stations = Station.objects.filter(tour__meeting=meeting)
    rotation.asked = asked_of(rotation, groups, stations, rotation.legs.all())
    rotation.asked_by, rotation.asked_at, rotation.trouble = by, timezone.now(), {}
    rotation.save(update_fields=["state", "asked", "asked_by", "asked_at", "trouble"])
    jobs.enqueue("grouping.rotate", federation_id=meeting.federation_id, rotation_id=rotation.pk)
    audit.record(
        by=by, verb="grouping.ask_rotation", thing=rotation, changes={"state": [before, rotation.state]}
    )
    return rotation


@action
def stop_timetable(*, by: Person, rotation: Rotation) -> Rotation:
    """Stop waiting; what the solver still finds is not taken."""
    return _move(by, rotation, "stop", "grouping.stop_rotation")


@action
def take_timetable(*, by: Person | None, rotation: Rotation, answer: Answer) -> Rotation | None:
    """Planner → database, unless somebody stopped it meanwhile."""
    current = Rotation.objects.select_related("meeting").get(pk=rotation.pk)
    if current.state != Rotation.State.SOLVING:
        audit.nothing_changed()
        return None
    ROTATION.move(current, "take")
    current.makespan, current.waiting = answer.makespan, answer.waiting
    current.is_proven, current.seconds = answer.proven, answer.seconds
    current.save(update_fields=["state", "makespan", "waiting", "is_proven", "seconds"])
    current.visits.all().delete()
    current.delays.all().delete()
    kept = set(Group.objects.filter(grouping__meeting=current.meeting_id).values_list("pk", flat=True))
    places = set(Station.objects.filter(tour__meeting=current.meeting_id).values_list("pk", flat=True))
    Visit.objects.bulk_create(
        Visit(
            federation_id=current.federation_id, rotation=current, group_id=int(each.group),
            station_id=int(each.station), starts=each.start, ends=each.end, now_starts=each.start, now_ends=each.end,
        )
        for each in answer.visits
        if int(each.group) in kept and int(each.station) in places
    )  # fmt: skip
    audit.record(
        by=by, verb="grouping.take_rotation", thing=current, changes={"makespan": [None, answer.makespan]},
        on_behalf_of=current.asked_by,
    )  # fmt: skip
    return current


@action
def end_without_timetable(
    *, by: Person | None, rotation: Rotation, trouble: dict[str, Any]
) -> Rotation | None:
    """There is none, and why; a timetable made before is gone with what it was made for."""
    current = Rotation.objects.select_related("meeting").get(pk=rotation.pk)
    if current.state != Rotation.State.SOLVING:
        audit.nothing_changed()
        return None
    ROTATION.move(current, "fail")
    current.trouble = trouble
    current.save(update_fields=["state", "trouble"])
    current.visits.all().delete()
    audit.record(by=by, verb="grouping.no_rotation", thing=current, on_behalf_of=current.asked_by)
    return current


@action
def publish_timetable(*, by: Person, rotation: Rotation) -> Rotation:
    """Let everybody who comes see the timetable."""
    return _move(by, rotation, "publish", "grouping.publish_rotation")


@action
def withdraw_timetable(*, by: Person, rotation: Rotation) -> Rotation:
    """Take the timetable back to draft."""
    return _move(by, rotation, "withdraw", "grouping.withdraw_rotation")


@action
def begin_walk(*, by: Person, rotation: Rotation) -> Rotation:
    """The groups set out: every time counts from now on."""
    check_can_move_rotation(by, rotation, "begin")
    rotation.began_at = timezone.now()
    return _move(by, rotation, "begin", "grouping.begin")


@action
def take_walk_back(*, by: Person, rotation: Rotation) -> Rotation:
    """They did not set out after all: the planned times hold again."""
    check_can_move_rotation(by, rotation, "take_back")
    rotation.began_at = None
    rotation.delays.all().delete()
    for visit in rotation.visits.all():
        visit.now_starts, visit.now_ends = visit.starts, visit.ends
        visit.save(update_fields=["now_starts", "now_ends"])
    return _move(by, rotation, "take_back", "grouping.take_back")


def _move(by: Person, rotation: Rotation, verb: str, entry: str) -> Rotation:
    check_can_move_rotation(by, rotation, verb)
    before, after = ROTATION.move(rotation, verb)
    rotation.save(update_fields=["state", "began_at"])
    audit.record(by=by, verb=entry, thing=rotation, changes={"state": [before, after]})
    return rotation
