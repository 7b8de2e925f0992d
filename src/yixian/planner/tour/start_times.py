"""The tour by start times: for each group and two stations, one comes first with the way between them.

Quick where the bounds are nearly reached, and fit for waits of any length.
"""

from itertools import pairwise, permutations
from typing import Any

from yixian.planner.tour.problem import Rotation, Tour
from yixian.planner.tour.turns import least_by_turns
from yixian.planner.tour.ways import least_makespan, shortest_way


class StartTimes:
    """The model with the variables needed later; the makespan is minimised."""

    def __init__(self, tour: Tour) -> None:
        from ortools.sat.python import cp_model

        self.tour = tour
        self.model: Any = cp_model.CpModel()
        self.makespan = self.model.new_int_var(0, tour.latest, "")
        self.back: list[Any] = []
        self.start = {
            (group, place): _start(self.model, tour, place)
            for group in range(len(tour.groups))
            for place in range(len(tour.stations))
        }
        for group in range(len(tour.groups)):
            _order(self, tour, group)
            self.model.add(self.makespan >= self.back[group])
        for place in range(len(tour.stations)):
            _station(self, tour, place)
        _least(self, tour)
        _in_line(self, tour)
        self.model.minimize(self.makespan)

    def hint(self, best: Rotation) -> None:
        """Begin from a rotation, whose groups pass the busiest station in their own order."""
        self.model.clear_hints()
        groups = _lined_up(self.tour, best)
        for (group, place), start in self.start.items():
            self.model.add_hint(start, groups[group][self.tour.stations[place].id])

    def wait_less(self, best: Rotation, least: int) -> None:
        """From now on the waiting is minimised, at the makespan of a rotation; `least` is known of it already."""
        self.hint(best)
        self.model.add(self.makespan <= best.makespan)
        groups = _lined_up(self.tour, best)
        waiting = [_waiting(self, self.tour, group, groups[group]) for group in range(len(groups))]
        self.model.add(sum(waiting) >= least)
        self.model.minimize(sum(waiting))


def _lined_up(tour: Tour, best: Rotation) -> list[dict[str, int]]:
    """The begin of each visit by group, the groups in the order in which they come to the busiest station."""
    groups = [{visit.station: visit.start for visit in best.of_group(group)} for group in tour.groups]
    busy = tour.stations[_busiest(tour)].id if tour.stations else ""
    return sorted(groups, key=lambda visits: visits.get(busy, 0))


def _busiest(tour: Tour) -> int:
    """The station with the largest load."""
    return max(range(len(tour.stations)), key=lambda place: _load(tour, place))


def _in_line(made: StartTimes, tour: Tour) -> None:
    """Groups are alike, so they may come to the busiest station in their own order; one at a time if it takes one."""
    if not tour.stations:
        return
    busy = _busiest(tour)
    station = tour.stations[busy]
    apart = station.minutes if station.capacity == 1 else 0
    for group in range(1, len(tour.groups)):
        made.model.add(made.start[group, busy] >= made.start[group - 1, busy] + apart)


def _load(tour: Tour, place: int) -> float:
    """Minutes that a station is busy with all groups."""
    station = tour.stations[place]
    return len(tour.groups) * station.minutes / station.capacity


def _start(model: Any, tour: Tour, place: int) -> Any:
    """When a group may begin at a station: inside its window, outside its quiet slots."""
    from ortools.sat.python import cp_model

    station = tour.stations[place]
    closes = tour.latest if station.closes is None else min(station.closes, tour.latest)
    first, last = max(station.opens, tour.arrive(place)), closes - station.minutes
    open_ = [
        minute
        for minute in range(first, last + 1)
        if not any(minute < end and start < minute + station.minutes for start, end in station.quiet)
    ]
    return model.new_int_var_from_domain(cp_model.Domain.from_values(open_), "")


def _order(made: StartTimes, tour: Tour, group: int) -> None:
    """For each two stations, one comes first, with the way between them; and the way from and to the meeting point.

    Ways between stations that do not follow each other directly are never longer than the ways and visits between
    them, so they may be asked for as well.
    """
    model, stations = made.model, tour.stations
    back = model.new_int_var(0, tour.latest, "")
    for one, station in enumerate(stations):
        end = made.start[group, one] + station.minutes
        model.add(back >= end + tour.leave(one))
        for two in range(one):
            earlier = model.new_bool_var("")
            model.add(made.start[group, two] >= end + tour.walk(one, two)).only_enforce_if(earlier)
            other_end = made.start[group, two] + stations[two].minutes
            model.add(made.start[group, one] >= other_end + tour.walk(two, one)).only_enforce_if(~earlier)
    visits = [
        model.new_fixed_size_interval_var(made.start[group, one], each.minutes, "")
        for one, each in enumerate(stations)
    ]
    model.add_no_overlap(visits)
    made.back.append(back)


def _station(made: StartTimes, tour: Tour, place: int) -> None:
    """No more groups at a time than the station takes."""
    station = tour.stations[place]
    visits = [
        made.model.new_fixed_size_interval_var(made.start[group, place], station.minutes, "")
        for group in range(len(tour.groups))
    ]
    if station.capacity == 1:
        made.model.add_no_overlap(visits)
    else:
        made.model.add_cumulative(visits, [1] * len(visits), station.capacity)


def _least(made: StartTimes, tour: Tour) -> None:
    """Bounds that the solver would have to find: nobody is faster than all visits and the shortest way."""
    least = sum(station.minutes for station in tour.stations) + shortest_way(tour)
    for back in made.back:
        made.model.add(back >= least)
    made.model.add(made.makespan >= max(least_makespan(tour), least_by_turns(tour)))


def _waiting(made: StartTimes, tour: Tour, group: int, best: dict[str, int]) -> Any:
    """A group's minutes between its first and its last visit that are neither visit nor way; `best` is a hint."""
    model, size = made.model, len(tour.stations)
    order = sorted(range(size), key=lambda place: best[tour.stations[place].id])
    done = set(pairwise([size, *order, size]))
    begin, end = model.new_int_var(0, tour.latest, ""), model.new_int_var(0, tour.latest, "")
    steps, ways = [], []
    for one, two in permutations(range(size + 1), 2):
        step = model.new_bool_var("")
        model.add_hint(step, (one, two) in done)
        steps.append((one, two, step))
        if one == size:
            model.add(begin == made.start[group, two]).only_enforce_if(step)
            continue
        after = made.start[group, one] + tour.stations[one].minutes
        if two == size:
            model.add(end == after).only_enforce_if(step)
        else:
            model.add(made.start[group, two] >= after + tour.walk(one, two)).only_enforce_if(step)
            ways.append(tour.walk(one, two) * step)
    model.add_circuit(steps)
    waiting = model.new_int_var(0, tour.latest, "")
    model.add(waiting == end - begin - sum(station.minutes for station in tour.stations) - sum(ways))
    return waiting
