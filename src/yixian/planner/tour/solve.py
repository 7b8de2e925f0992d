"""The rotation: least makespan first, by CP-SAT, then least waiting at that makespan.

A rotation in which nobody waits needs no proof, and mostly there is one: a search along whole ways looks for it, then
CP-SAT in yes-or-no variables. Only where both say no, or run out of time, waiting is weighed minute by minute.
"""

import time
from dataclasses import dataclass, replace
from itertools import pairwise, permutations
from typing import Any

from yixian.planner.tour.check import figures, overload
from yixian.planner.tour.flow import without_waiting
from yixian.planner.tour.problem import Rotation, Tour, Visit
from yixian.planner.tour.punctual import Punctual
from yixian.planner.tour.turns import least_by_turns
from yixian.planner.tour.ways import least_makespan, shortest_way

WORKERS = 2
PUNCTUAL = 0.6


@dataclass
class _Model:
    """The model with the variables needed later."""

    model: Any
    start: dict[tuple[int, int], Any]
    back: list[Any]
    makespan: Any


def solve(tour: Tour, *, time_limit: float | None = None) -> Rotation:
    """The best rotation; status optimal, feasible (time ran out), infeasible or unknown. Seconds are wall clock."""
    started = time.perf_counter()
    if overload(tour):
        return Rotation("infeasible")
    made = _build(tour)
    made.model.minimize(made.makespan)
    first, status = _run(made.model, time_limit, from_below=True)
    if status not in ("optimal", "feasible"):
        return Rotation(status, seconds=time.perf_counter() - started)
    rotation = _rotation(tour, made.start, first, status)
    bound = round(first.best_objective_bound)
    if status == "optimal" and rotation.waiting:
        end = None if time_limit is None else started + time_limit
        better = without_waiting(tour, bound) or _wait_less(tour, made, first, end)
        rotation = better or replace(rotation, status="feasible")
    return replace(rotation, bound=bound, seconds=round(time.perf_counter() - started, 3))


def _wait_less(tour: Tour, made: _Model, first: Any, end: float | None) -> Rotation | None:
    """The least waiting at the least makespan; None if time ran out before any was found."""
    punctual, status = nobody_waits(tour, round(first.objective_value), _left(end, PUNCTUAL))
    if punctual:
        return punctual
    made.model.add(made.makespan <= round(first.objective_value))
    for variable in made.start.values():
        made.model.add_hint(variable, first.value(variable))
    waiting = [_waiting(made, tour, group, first) for group in range(len(tour.groups))]
    if status == "infeasible":
        made.model.add(sum(waiting) >= 1)
    made.model.minimize(sum(waiting))
    second, status = _run(made.model, _left(end))
    return _rotation(tour, made.start, second, status) if status in ("optimal", "feasible") else None


def nobody_waits(tour: Tour, horizon: int, time_limit: float | None = None) -> tuple[Rotation | None, str]:
    """A rotation back by the horizon in which no group waits; or why there is none: infeasible or unknown."""
    made = Punctual(tour, horizon)
    solver, status = _run(made.model, time_limit)
    if status != "optimal":
        return None, status
    start = {(group, place): minute for group, place, minute in made.begun(solver)}
    return _rotation(tour, start, solver, status), status


def _left(end: float | None, share: float = 1.0) -> float | None:
    """A share of the seconds until an end."""
    return None if end is None else max(0.1, share * (end - time.perf_counter()))


def _build(tour: Tour) -> _Model:
    """Start times, the order of each group's visits, stations as cumulative resources."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    start = {
        (group, place): _start(model, tour, place)
        for group in range(len(tour.groups))
        for place in range(len(tour.stations))
    }
    made = _Model(model, start, [], model.new_int_var(0, tour.latest, ""))
    for group in range(len(tour.groups)):
        _order(made, tour, group)
        model.add(made.makespan >= made.back[group])
    for place in range(len(tour.stations)):
        _station(made, tour, place)
    _least(made, tour)
    _in_line(made, tour)
    return made


def _in_line(made: _Model, tour: Tour) -> None:
    """Groups are alike, so they may come to the busiest station in their own order; one at a time if it takes one."""
    if not tour.stations:
        return
    busy = max(range(len(tour.stations)), key=lambda place: _load(tour, place))
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


def _order(made: _Model, tour: Tour, group: int) -> None:
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


def _station(made: _Model, tour: Tour, place: int) -> None:
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


def _least(made: _Model, tour: Tour) -> None:
    """Bounds that the solver would have to find: nobody is faster than all visits and the shortest way."""
    least = sum(station.minutes for station in tour.stations) + shortest_way(tour)
    for back in made.back:
        made.model.add(back >= least)
    made.model.add(made.makespan >= max(least_makespan(tour), least_by_turns(tour)))


def _waiting(made: _Model, tour: Tour, group: int, first: Any) -> Any:
    """A group's minutes between its first and its last visit that are neither visit nor way; `first` is a hint."""
    model, size = made.model, len(tour.stations)
    order = sorted(range(size), key=lambda place: first.value(made.start[group, place]))
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


def _run(model: Any, time_limit: float | None, *, from_below: bool = False) -> tuple[Any, str]:
    """Solve and name the status; `from_below` raises the bound step by step, which suits a tight one."""
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.random_seed = 1
    if from_below:
        solver.parameters.use_objective_lb_search = True
        solver.parameters.linearization_level = 0
    if time_limit is not None:
        solver.parameters.max_time_in_seconds = time_limit
    names = {cp_model.OPTIMAL: "optimal", cp_model.FEASIBLE: "feasible", cp_model.INFEASIBLE: "infeasible"}
    return solver, names.get(solver.solve(model), "unknown")


def _rotation(tour: Tour, start: dict[tuple[int, int], Any], solver: Any, status: str) -> Rotation:
    """The solution as visits, in the order of groups and time."""
    visits = []
    for group, name in enumerate(tour.groups):
        for place, station in enumerate(tour.stations):
            begin = solver.value(start[group, place])
            visits.append(Visit(name, station.id, begin, begin + station.minutes))
    ordered = tuple(sorted(visits, key=lambda visit: (tour.groups.index(visit.group), visit.start)))
    rotation = Rotation(status, ordered)
    makespan, waiting = figures(tour, rotation)
    return replace(rotation, makespan=makespan, waiting=waiting)
