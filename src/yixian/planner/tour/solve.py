"""The rotation: least makespan first, then least waiting at that makespan.

CP-SAT by start times often has the least makespan at once. Otherwise each minute from the bound on is asked for in
yes-or-no variables, and so is the waiting: a rotation in which nobody waits needs no proof, and mostly there is one; a
search along whole ways looks for it first. Then a few minutes are allowed, and a few more. Only where much has to be
waited, waiting is weighed by start times.
"""

import time
from dataclasses import replace

from yixian.planner.tour.check import overload
from yixian.planner.tour.clauses import Clauses
from yixian.planner.tour.fits import Fits
from yixian.planner.tour.flow import without_waiting
from yixian.planner.tour.leeway import Leeway, leeway
from yixian.planner.tour.patience import Patience
from yixian.planner.tour.problem import Rotation, Tour
from yixian.planner.tour.search import ask, ask_clauses, left, rotation_of
from yixian.planner.tour.start_times import StartTimes

SHARE = 0.6
AT_ONCE = 0.1
EFFORT = 2.5
LONG = 30.0
ATTEMPTS = 4
STEPS = 8
PATIENCE = (6, 18)


def solve(tour: Tour, *, time_limit: float | None = None) -> Rotation:
    """The best rotation; status optimal, feasible (time ran out), infeasible or unknown. Seconds are wall clock."""
    started = time.perf_counter()
    if overload(tour):
        return Rotation("infeasible")
    rotation = _solved(tour, None if time_limit is None else started + time_limit)
    return replace(rotation, seconds=round(time.perf_counter() - started, 3))


def _solved(tour: Tour, end: float | None) -> Rotation:
    """By start times if they have the makespan at once, else minute by minute, else by start times after all."""
    made = StartTimes(tour)
    first, status = _by_start_times(made, end, at_once=True)
    if status in ("optimal", "infeasible"):
        return _wait_less(tour, first, end)
    for horizon in range(first.bound or 0, min((first.bound or 0) + STEPS, tour.latest + 1)):
        found, status = back_by(tour, horizon, time_limit=left(end, SHARE))
        if found:
            return replace(found, bound=horizon)
        if status != "infeasible":
            break
        made.model.add(made.makespan > horizon)
        first = replace(first, bound=horizon + 1)
    if first.visits:
        made.hint(first)
    again, status = _by_start_times(made, end)
    if status == "unknown":
        return first
    return _wait_less(tour, again, end) if status == "optimal" else again


def _by_start_times(made: StartTimes, end: float | None, *, at_once: bool = False) -> tuple[Rotation, str]:
    """A rotation of least makespan and the bound on it, as far as found."""
    solver, status = ask(made.model, left(end), effort=AT_ONCE if at_once else None, from_below=True)
    found = Rotation(status)
    if status in ("optimal", "feasible"):
        found = rotation_of(made.tour, made.start, solver, status)
    bound = None if status == "infeasible" else round(solver.best_objective_bound)
    return replace(found, bound=bound), status


def _wait_less(tour: Tour, best: Rotation, end: float | None) -> Rotation:
    """A rotation of least makespan with the least waiting; feasible if time runs out."""
    if not best.proven or not best.waiting:
        return best
    found, _ = back_by(tour, best.makespan or 0, best, time_limit=left(end))
    return replace(found or replace(best, status="feasible"), bound=best.bound)


def back_by(
    tour: Tour, horizon: int, best: Rotation | None = None, *, time_limit: float | None = None
) -> tuple[Rotation | None, str]:
    """The rotation of least waiting back by the horizon; or why there is none: infeasible or unknown.

    Asked for with more and more patience. `best` is a rotation back by then, if one is known. The status is feasible if
    the time ran out before the waiting was proven least.
    """
    end = None if time_limit is None else time.perf_counter() + time_limit
    known = leeway(tour, horizon)
    if not known:
        return None, "infeasible"
    found, status = _nobody_waits(tour, known, horizon, end)
    if found:
        return found, status
    if not best and _fits(tour, known, left(end), EFFORT)[1] == "infeasible":
        return None, "infeasible"
    least = int(status == "infeasible")
    for most in PATIENCE:
        found, status = waits_at_most(tour, known, most, left(end, SHARE), effort=LONG)
        if found:
            return found, status
        if status != "infeasible":
            break
        least = most + 1
    if not best:
        best, status = _fits(tour, known, left(end))
    if best:
        best = _weighed(tour, best, least, end)
    return best, best.status if best else status


def _nobody_waits(tour: Tour, known: Leeway, horizon: int, end: float | None) -> tuple[Rotation | None, str]:
    """A rotation in which nobody waits: looked for along whole ways and by clauses in turn, longer each time.

    Both are lucky or not, and begin otherwise each time. Clauses are quick to answer where two stations are packed.
    """
    status = "unknown"
    for attempt in range(ATTEMPTS):
        if attempt or len(known.packed) < 2:
            found = without_waiting(tour, horizon, attempt)
            if found:
                return found, found.status
        effort = EFFORT * 2**attempt
        found, status = waits_at_most(tour, known, 0, left(end, SHARE), effort=effort, seed=attempt)
        if status != "unknown":
            return found, status
    return None, status


def waits_at_most(
    tour: Tour,
    known: Leeway,
    most: int,
    time_limit: float | None = None,
    *,
    effort: float | None = None,
    seed: int = 0,
) -> tuple[Rotation | None, str]:
    """The least waiting within so many minutes and what is known; or why there is none: infeasible or unknown."""
    return _asked(tour, Patience(tour, known.within(tour, most)), time_limit, effort, seed)


def _fits(
    tour: Tour, known: Leeway, time_limit: float | None, effort: float | None = None
) -> tuple[Rotation | None, str]:
    """Any rotation at all, whatever is waited; or why there is none."""
    return _asked(tour, Fits(tour, known), time_limit, effort)


def _asked(
    tour: Tour, made: Clauses, time_limit: float | None, effort: float | None, seed: int = 0
) -> tuple[Rotation | None, str]:
    """The answer to a model of clauses."""
    solver, status = ask_clauses(made.model, time_limit, effort, seed)
    if status not in ("optimal", "feasible"):
        return None, status
    return rotation_of(tour, made.begun(solver), solver, status), status


def _weighed(tour: Tour, best: Rotation, least: int, end: float | None) -> Rotation:
    """The least waiting at a makespan by start times, which suits long waits; `least` is known already."""
    made = StartTimes(tour)
    made.wait_less(best, least)
    solver, status = ask(made.model, left(end))
    if status not in ("optimal", "feasible"):
        return replace(best, status="feasible")
    return rotation_of(tour, made.start, solver, status)
