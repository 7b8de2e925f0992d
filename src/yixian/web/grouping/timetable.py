"""Between the database's rotation and the planner's tour: what is asked, as plain data and back. No database."""

from collections.abc import Iterable
from datetime import time
from typing import Any

from yixian.planner.tour import Rotation as Answer
from yixian.planner.tour import Station as Stop
from yixian.planner.tour import Tour, Visit
from yixian.web.grouping.models import Group, Leg, Rotation
from yixian.web.grouping.models import Visit as VisitRow
from yixian.web.meetings.models import Station

DAY = 24 * 60


def minute_of(moment: time | str | None, start: time) -> int | None:
    """Minutes from the beginning of the walk to a time of day; never below zero."""
    if moment is None:
        return None
    if isinstance(moment, str):
        moment = time.fromisoformat(moment)
    return max(0, moment.hour * 60 + moment.minute - start.hour * 60 - start.minute)


def asked_of(
    rotation: Rotation, groups: Iterable[Group], stations: Iterable[Station], legs: Iterable[Leg]
) -> dict[str, Any]:
    """The tour as plain data: groups, stations with their windows, minutes of walking, the last minute."""
    start = rotation.starts_at or time(9)
    places = list(stations)
    known = {(leg.one_id, leg.two_id): leg.minutes for leg in legs}
    usual = rotation.walking_minutes

    def way(one: int | None, two: int) -> int:
        return known.get((one, two), known.get((two, one), usual) if one is not None else usual)

    return {
        "start": f"{start:%H:%M}",
        "groups": [str(group.pk) for group in groups],
        "stations": [_station(each, start) for each in places],
        "walking": [[0 if a == b else way(a.pk, b.pk) for b in places] for a in places],
        "from_start": [way(None, each.pk) for each in places],
        "latest": rotation.most_minutes,
    }


def _station(station: Station, start: time) -> dict[str, Any]:
    quiet = [[minute_of(begin, start) or 0, minute_of(end, start) or 0] for begin, end in station.quiet]
    return {
        "id": str(station.pk),
        "name": station.name,
        "minutes": station.minutes,
        "capacity": max(1, station.capacity),
        "opens": minute_of(station.opens_at, start) or 0,
        "closes": minute_of(station.closes_at, start),
        "quiet": [slot for slot in quiet if slot[0] < slot[1]],
    }


def tour_of(asked: dict[str, Any], latest: int | None = None) -> Tour:
    """The planner's tour; `latest` asks for another last minute."""
    stations = tuple(
        Stop(
            id=each["id"],
            minutes=each["minutes"],
            capacity=each["capacity"],
            opens=each["opens"],
            closes=each["closes"],
            quiet=tuple((begin, end) for begin, end in each["quiet"]),
            name=each["name"],
        )
        for each in asked["stations"]
    )
    way = tuple(asked["from_start"])
    return Tour(
        groups=tuple(asked["groups"]),
        stations=stations,
        walking=tuple(map(tuple, asked["walking"])),
        from_start=way,
        to_end=way,
        latest=latest or asked["latest"],
    )


def answer_of(rotation: Rotation, visits: Iterable[VisitRow]) -> Answer:
    """The timetable as planned, for the planner."""
    planned = tuple(
        Visit(str(each.group_id), str(each.station_id), each.starts, each.ends) for each in visits
    )
    return Answer("optimal" if rotation.is_proven else "feasible", planned)


def troubles(asked: dict[str, Any]) -> list[dict[str, Any]]:
    """What can be told without a solver: stations whose load cannot fit, a walk that is too long for anybody."""
    from yixian.planner.tour.check import overload

    if not asked["groups"] or not asked["stations"]:
        return []
    tour = tour_of(asked)
    found: list[dict[str, Any]] = []
    for each in overload(tour):
        station = tour.stations[tour.place[each.station]]
        found.append(
            {
                "code": "overload", "station": station.name, "groups": len(tour.groups), "minutes": station.minutes,
                "capacity": station.capacity, "needed": each.needed, "open": each.open,
            }
        )  # fmt: skip
    needed = sum(station.minutes for station in tour.stations) + 2 * min(tour.from_start, default=0)
    if needed > tour.latest:
        found.append({"code": "length", "needed": needed, "latest": tour.latest})
    return found
