"""Asking CP-SAT, and reading its answer as a rotation."""

import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from yixian.planner.tour.check import figures
from yixian.planner.tour.problem import Rotation, Tour, Visit

WORKERS = 2


def ask(
    model: Any, time_limit: float | None, *, effort: float | None = None, from_below: bool = False
) -> tuple[Any, str]:
    """Solve and name the status: optimal, feasible, infeasible or unknown. `effort` bounds work, not seconds.

    `from_below` raises the bound step by step, which suits a tight one.
    """
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.random_seed = 1
    if from_below:
        solver.parameters.use_objective_lb_search = True
        solver.parameters.linearization_level = 0
    return solver, _status(solver, model, time_limit, effort)


def ask_clauses(
    model: Any, time_limit: float | None, effort: float | None = None, seed: int = 0
) -> tuple[Any, str]:
    """The same for a model of yes-or-no variables and known facts: presolving it costs more than it saves."""
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1 + seed
    solver.parameters.use_objective_lb_search = True
    solver.parameters.linearization_level = 0
    solver.parameters.cp_model_presolve = False
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    return solver, _status(solver, model, time_limit, effort)


def _status(solver: Any, model: Any, time_limit: float | None, effort: float | None) -> str:
    """Solve within limits."""
    from ortools.sat.python import cp_model

    if time_limit is not None:
        solver.parameters.max_time_in_seconds = time_limit
    if effort is not None:
        solver.parameters.max_deterministic_time = effort
    names = {cp_model.OPTIMAL: "optimal", cp_model.FEASIBLE: "feasible", cp_model.INFEASIBLE: "infeasible"}
    return names.get(solver.solve(model), "unknown")


def left(end: float | None, share: float = 1.0) -> float | None:
    """A share of the seconds until an end."""
    return None if end is None else max(0.1, share * (end - time.perf_counter()))


def rotation_of(tour: Tour, start: Mapping[tuple[int, int], Any], solver: Any, status: str) -> Rotation:
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
