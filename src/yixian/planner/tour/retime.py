"""On the day: a station runs over, and everybody's later times follow, in the same orders and without a solver."""

from dataclasses import replace

from yixian.planner.tour.check import figures
from yixian.planner.tour.problem import Rotation, Station, Tour, Visit


def retime(tour: Tour, rotation: Rotation, *, group: str, station: str, over: int) -> Rotation:
    """The rotation after `group` stays `over` minutes longer at `station`; nothing is moved earlier.

    Orders of groups and stations stay. Visits wait for their group, for room at the station, for its window to
    open and for quiet slots to pass; a visit may then end after closing, which `check` will say.
    """
    late = {(group, station): over}
    done: dict[str, list[Visit]] = {each.id: [] for each in tour.stations}
    free: dict[str, tuple[int, int]] = {}
    moved = []
    for visit in sorted(rotation.visits, key=lambda each: (each.start, each.end)):
        begin = max(
            visit.start, _ready(tour, free.get(visit.group), visit), _room(tour, done[visit.station], visit)
        )
        begin = _after_quiet(tour.stations[tour.place[visit.station]], begin, visit.end - visit.start)
        end = begin + visit.end - visit.start + late.get((visit.group, visit.station), 0)
        after = Visit(visit.group, visit.station, begin, end)
        free[visit.group] = (end, tour.place[visit.station])
        done[visit.station].append(after)
        moved.append(after)
    ordered = tuple(sorted(moved, key=lambda each: (tour.groups.index(each.group), each.start)))
    changed = replace(rotation, status="feasible", visits=ordered, bound=None)
    makespan, waiting = figures(tour, changed)
    return replace(changed, makespan=makespan, waiting=waiting)


def _ready(tour: Tour, before: tuple[int, int] | None, visit: Visit) -> int:
    """When the group can be there."""
    place = tour.place[visit.station]
    return tour.arrive(place) if before is None else before[0] + tour.walk(before[1], place)


def _room(tour: Tour, visits: list[Visit], visit: Visit) -> int:
    """When the station has room again after the groups before."""
    capacity = tour.stations[tour.place[visit.station]].capacity
    ends = sorted((each.end for each in visits), reverse=True)
    return ends[capacity - 1] if len(ends) >= capacity else 0


def _after_quiet(station: Station, begin: int, minutes: int) -> int:
    """The first minute from `begin` on at which a whole visit disturbs nobody."""
    for start, end in sorted(station.quiet):
        if begin < end and start < begin + minutes:
            begin = end
    return begin
