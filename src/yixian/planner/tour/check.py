"""Recounts a rotation without a solver, and weighs each station's load against its window beforehand."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from yixian.planner.tour.problem import Rotation, Station, Tour


@dataclass(frozen=True, slots=True)
class TourBreach:
    """One rule broken: code, where, and the minute."""

    rule: str
    group: str = ""
    station: str = ""
    minute: int = 0


@dataclass(frozen=True, slots=True)
class Overload:
    """A station that needs more minutes for all groups than it is open."""

    station: str
    needed: int
    open: int


def overload(tour: Tour) -> list[Overload]:
    """Stations whose load cannot fit: to be told in words before any solving."""
    found = []
    for station in tour.stations:
        turns = -(-len(tour.groups) // station.capacity)
        room = open_minutes(station, tour.latest)
        if turns * station.minutes > room:
            found.append(Overload(station.id, turns * station.minutes, room))
    return found


def open_minutes(station: Station, latest: int) -> int:
    """Minutes of a station's window outside its quiet slots that are long enough for whole visits."""
    closes = latest if station.closes is None else min(latest, station.closes)
    total, begin = 0, station.opens
    for start, end in [*sorted(station.quiet), (closes, closes)]:
        stop = min(start, closes)
        if stop > begin:
            total += (stop - begin) // station.minutes * station.minutes if station.minutes else stop - begin
        begin = max(begin, end)
    return total


def check(tour: Tour, rotation: Rotation) -> list[TourBreach]:
    """Every rule that the rotation breaks and every figure stated wrongly; empty means sound."""
    return [
        *_missing(tour, rotation),
        *_walks(tour, rotation),
        *_stations(tour, rotation),
        *_figures(tour, rotation),
    ]


def _missing(tour: Tour, rotation: Rotation) -> Iterator[TourBreach]:
    """Groups that do not visit a station exactly once, for exactly its minutes."""
    for group in tour.groups:
        visits = rotation.of_group(group)
        for station in tour.stations:
            here = [visit for visit in visits if visit.station == station.id]
            if len(here) != 1:
                yield TourBreach("once", group, station.id)
            for visit in here:
                if visit.end - visit.start < station.minutes:
                    yield TourBreach("minutes", group, station.id, visit.start)


def _walks(tour: Tour, rotation: Rotation) -> Iterator[TourBreach]:
    """Groups that would have to be faster than the way allows."""
    for group in tour.groups:
        visits = rotation.of_group(group)
        for visit in visits[:1]:
            if visit.start < tour.arrive(tour.place[visit.station]):
                yield TourBreach("walk", group, visit.station, visit.start)
        for before, after in pairwise(visits):
            way = tour.walk(tour.place[before.station], tour.place[after.station])
            if after.start < before.end + way:
                yield TourBreach("walk", group, after.station, after.start)


def _stations(tour: Tour, rotation: Rotation) -> Iterator[TourBreach]:
    """Stations closed, not to be disturbed, or too full."""
    for station in tour.stations:
        visits = rotation.at_station(station.id)
        closes = tour.latest if station.closes is None else min(station.closes, tour.latest)
        for visit in visits:
            if visit.start < station.opens or visit.end > closes:
                yield TourBreach("window", visit.group, station.id, visit.start)
            if any(visit.start < end and start < visit.end for start, end in station.quiet):
                yield TourBreach("quiet", visit.group, station.id, visit.start)
            here = sum(other.start <= visit.start < other.end for other in visits)
            if here > station.capacity:
                yield TourBreach("capacity", visit.group, station.id, visit.start)


def _figures(tour: Tour, rotation: Rotation) -> Iterator[TourBreach]:
    """Makespan and waiting recounted."""
    makespan, waiting = figures(tour, rotation)
    if rotation.makespan != makespan:
        yield TourBreach("makespan", minute=makespan)
    if rotation.waiting != waiting:
        yield TourBreach("waiting", minute=waiting)


def figures(tour: Tour, rotation: Rotation) -> tuple[int, int]:
    """When the last group is back, and the minutes that groups stand waiting between their visits, summed."""
    makespan = waiting = 0
    for group in tour.groups:
        visits = rotation.of_group(group)
        if visits:
            makespan = max(makespan, visits[-1].end + tour.leave(tour.place[visits[-1].station]))
        for before, after in pairwise(visits):
            way = tour.walk(tour.place[before.station], tour.place[after.station])
            waiting += after.start - before.end - way
    return makespan, waiting
