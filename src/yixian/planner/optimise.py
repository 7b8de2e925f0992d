"""Carries a year model through its stages: the points (or the levels one after another), then the lot."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import ceil

from yixian.planner import engine
from yixian.planner.engine import Answer
from yixian.planner.linear import Expr
from yixian.planner.lottery import tickets
from yixian.planner.model import YearModel
from yixian.planner.plan import Progress, SolverRun
from yixian.planner.problem import Level, Problem
from yixian.planner.terms import TERMS, weight_of

HIGHS_SLICE = 20.0
MOST_VERIFYING = 120.0  # seconds; without a word by then the plan stands on one solver, and says so
TOLERANCE = 1e-3
NEAR, FAR = 8.0, 50.0


@dataclass
class Watch:
    """What a solve reports to and is stopped by; `time_limit` is in seconds for everything together."""

    progress: Callable[[Progress], None] | None = None
    stop: Callable[[], bool] | None = None
    time_limit: float | None = None
    started: float = field(default_factory=time.perf_counter)
    last: tuple[str, int | None, int | None] = ("", None, None)

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return time.perf_counter() - self.started

    @property
    def left(self) -> float | None:
        """Seconds that are left, or None without a limit."""
        return None if self.time_limit is None else max(0.0, self.time_limit - self.seconds)

    @property
    def over(self) -> bool:
        """Time has run out, or somebody has said stop."""
        return self.left == 0.0 or (self.stop is not None and self.stop())

    def tell(self, stage: str, best: int | None = None, bound: int | None = None) -> None:
        """Report where the solve stands."""
        self.last = (stage, best, bound)
        if self.progress is not None:
            self.progress(Progress(stage, self.seconds, best, bound))

    def tick(self) -> bool:
        """Report again, so that whoever waits knows the solve is alive, and say whether to stop."""
        self.tell(*self.last)
        return self.stop is not None and self.stop()

    @property
    def ticker(self) -> Callable[[], bool] | None:
        """`tick` if anybody listens."""
        return self.tick if self.progress is not None or self.stop is not None else None


@dataclass
class Outcome:
    """The stages' result: `values` of the variables, one answer per level, and each solver's word."""

    values: list[int] | None
    answers: list[Answer]
    infeasible: bool = False
    drawn: bool = False

    @property
    def proven(self) -> bool:
        """Every level is proven optimal."""
        return bool(self.answers) and all(answer.status == "optimal" for answer in self.answers)

    def runs(self) -> tuple[SolverRun, ...]:
        """The answers as they go into the plan."""
        return tuple(
            SolverRun(each.solver, each.status, each.objective, each.bound, round(each.seconds, 3))
            for each in self.answers
        )


def points(model: YearModel) -> dict[str, Expr]:
    """Weight × value of each term, by code; a term of weight 0 is left out of the model."""
    found: dict[str, Expr] = {}
    for term in TERMS:
        weight = weight_of(model.problem, term)
        if weight:
            found[term.code] = Expr()
            found[term.code].extend(term.add(model), weight)
    return found


def stages(problem: Problem) -> list[Level]:
    """The levels in order, closed by one for all terms that no level names; one level when weighted."""
    named = {code for level in problem.levels for code in level.terms}
    rest = tuple(term.code for term in TERMS if term.code not in named)
    last = Level("rest" if problem.levels else "points", rest)
    return [*problem.levels, last] if rest else list(problem.levels)


def optimise(
    model: YearModel, watch: Watch, tie_break: Callable[[YearModel], Expr] | None = tickets
) -> Outcome:
    """Minimise level by level and then, among the best plans, the sum of the lottery tickets (or another)."""
    if model.impossible:
        return Outcome(None, [], infeasible=True)
    parts = points(model)
    outcome = Outcome(None, [])
    for level in stages(model.problem):
        objective = total(parts, level.terms)
        if model.problem.levels:
            answer = run(model, objective, watch, level.name, outcome.values)
        else:
            answer = run_near(model, objective, watch, level.name)
        outcome.answers.append(answer)
        outcome.infeasible = answer.status == "infeasible"
        if answer.values is None:
            return outcome
        outcome.values = answer.values
        if answer.status != "optimal":
            return outcome
        at_most(model, objective, objective.value(answer.values) + level.tolerance)
    if tie_break is not None and not watch.over:
        answer = run(model, tie_break(model), watch, "lot", outcome.values)
        if answer.values is not None:
            outcome.values, outcome.drawn = answer.values, answer.status == "optimal"
    return outcome


def run_near(model: YearModel, objective: Expr, watch: Watch, stage: str, known: int | None = None) -> Answer:
    """Minimise points with only the choices near the relaxed optimum, and prove that the others can't do better.

    A choice whose reduced cost is more than the distance from the relaxed value to a plan is in no better plan, nor
    in an equal one: it stays closed. If the plan found is farther off than was guessed, everything is opened
    again up to that distance. `known` is the value of some plan; where the relaxed value already reaches it, there is
    nothing left to search, and the answer has no values.
    """
    model.linear.objective = objective
    bound, costs = engine.relaxed(model.linear)
    if costs and known is not None and ceil(bound - TOLERANCE) >= known:
        return Answer(engine.RELAXED, "optimal", None, known, known, 0.0)
    distance: float | None = None if not costs else NEAR if known is None else known - bound
    while distance is not None:
        closed = close_far(model, costs, distance)
        answer = run(model, objective, watch, stage)
        found = None if answer.objective is None else answer.objective - bound
        if answer.status == "optimal" and found is not None and found <= distance:
            close_far(model, costs, found)
            return answer
        reopen(model, closed)
        distance = _farther(distance, found) if not watch.over else None
    answer = run(model, objective, watch, stage)
    if costs and answer.status == "optimal" and answer.objective is not None:
        close_far(model, costs, answer.objective - bound)
    return answer


def none_below(model: YearModel, objective: Expr, best: int, watch: Watch, stage: str = "verify") -> Answer:
    """CP-SAT's word on whether a plan has fewer points than `best`: optimal if there is none, feasible if there is.

    Only choices are left open that the relaxed model, of a third solver, does not exclude from such a plan; those
    searches of CP-SAT that follow the relaxed model are many times as quick at this as its usual ones.
    """
    model.linear.objective = objective
    bound, costs = engine.relaxed(model.linear)
    at_most(model, objective, best - 1)
    close_far(model, costs, best - 1 - bound)
    watch.tell(stage, best, best)
    limit = MOST_VERIFYING if watch.left is None else min(watch.left, MOST_VERIFYING)
    answer = engine.minimise(
        model.linear, solver=engine.CP_SAT, time_limit=limit, tick=watch.ticker, searches=engine.PROVERS
    )
    if answer.status == "infeasible":
        return Answer(engine.CP_SAT, "optimal", None, best, best, answer.seconds)
    return replace(answer, status="unknown" if answer.values is None else "feasible")


def _farther(distance: float, found: float | None) -> float | None:
    """The next distance to try: that of the plan found, or thrice as far; None if it's time to open everything."""
    if found is not None:
        return found if found > distance else None
    return 3 * distance if 0 < distance < FAR else None


def close_far(model: YearModel, costs: list[float], distance: float) -> list[tuple[int, int, int]]:
    """Hold every whole variable that would cost more than `distance` to move; returns their former bounds."""
    linear, closed = model.linear, []
    for number, cost in enumerate(costs):
        low, high = linear.lower[number], linear.upper[number]
        if linear.integer[number] and low < high and abs(cost) > distance + TOLERANCE:
            closed.append((number, low, high))
            if cost > 0:
                linear.upper[number] = low
            else:
                linear.lower[number] = high
    return closed


def reopen(model: YearModel, closed: list[tuple[int, int, int]]) -> None:
    """Give variables their former bounds."""
    for number, low, high in closed:
        model.linear.lower[number], model.linear.upper[number] = low, high


def total(parts: dict[str, Expr], codes: tuple[str, ...]) -> Expr:
    """The points of some terms together."""
    value = Expr()
    for code in codes:
        if code in parts:
            value.extend(parts[code])
    return value


def at_most(model: YearModel, value: Expr, most: int) -> None:
    """Keep an expression at or under a value from now on."""
    model.linear.row(value.terms.items(), upper=most - value.constant)


def run(model: YearModel, objective: Expr, watch: Watch, stage: str, hint: list[int] | None = None) -> Answer:
    """Minimise one expression: HiGHS for a while, and CP-SAT (which can be stopped) for what is left."""
    model.linear.objective = objective
    watch.tell(stage)
    known = dict(enumerate(hint)) if hint else None
    limits = [limit for limit in (watch.left, HIGHS_SLICE if watch.stop else None) if limit is not None]
    limit = min(limits, default=None)
    answer = engine.minimise(model.linear, time_limit=limit, hint=known, tick=watch.ticker)
    watch.tell(stage, answer.objective, answer.bound)
    if answer.status in ("optimal", "infeasible") or watch.over:
        return answer
    known = dict(enumerate(answer.values)) if answer.values else known
    other = engine.minimise(
        model.linear, solver=engine.CP_SAT, time_limit=watch.left, hint=known, tick=watch.ticker
    )
    watch.tell(stage, other.objective, other.bound)
    return better(answer, other)


def better(one: Answer, two: Answer) -> Answer:
    """The better solution of two solvers with the better bound of both."""
    if two.status in ("optimal", "infeasible"):
        return two
    best = min((one, two), key=lambda each: (each.objective is None, each.objective or 0))
    bound = max((each.bound for each in (one, two) if each.bound is not None), default=None)
    status = best.status
    if best.objective is not None and bound is not None and bound >= best.objective:
        status = "optimal"
    return Answer(
        f"{one.solver}, {two.solver}", status, best.values, best.objective, bound, one.seconds + two.seconds
    )
