"""From a problem to a plan: build the model, optimise, place the days, count the terms, state the proof."""

from collections.abc import Callable, Sequence

from yixian.planner import engine
from yixian.planner.calendar import unannounced_years
from yixian.planner.days import place_days
from yixian.planner.engine import Answer
from yixian.planner.infeasible import conflict_core, repairs
from yixian.planner.model import Scope, YearModel, build
from yixian.planner.optimise import Outcome, Watch, at_most, none_below, optimise, points, stages, total
from yixian.planner.plan import Plan, Progress, SolverRun, Status, TermValue
from yixian.planner.problem import Choice, Problem
from yixian.planner.terms import TERMS, weight_of


def solve(
    problem: Problem,
    *,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
    time_limit: float | None = None,
    verify: bool = False,
) -> Plan:
    """The best plan with its proof; `verify` lets a second solver confirm the value. Times are in seconds.

    Without a plan the status is INFEASIBLE, with `core` and `repairs`. When time runs out or `stop` says so, the
    status is FEASIBLE with a gap, or UNKNOWN with no plan.
    """
    watch = Watch(progress, stop, time_limit)
    model = build(problem)
    outcome = optimise(model, watch)
    if outcome.infeasible:
        return _no_plan(problem, watch)
    choices = extract(model, outcome.values) if outcome.values else ()
    runs = outcome.runs()
    if verify and outcome.proven:
        values = [answer.objective or 0 for answer in outcome.answers]
        runs += Outcome(None, second_opinion(problem, values, watch)).runs()
    return plan_of(problem, choices, outcome, runs, watch)


def extract(model: YearModel, values: Sequence[int]) -> tuple[Choice, ...]:
    """The choices that a solution stands for, each on its best day; in the order of months."""
    hosts = {month: host for (month, host), variable in model.x.items() if values[variable]}
    return place_days(model.problem, hosts, model.scope.keep, model.scope.dropped) or ()


def term_values(
    problem: Problem, choices: Sequence[Choice], *, by_turns: bool = False
) -> tuple[TermValue, ...]:
    """Every term (or only those that look at turns, not months) recomputed from the choices."""
    return tuple(
        TermValue(term.code, term.unit, weight_of(problem, term), term.measure(problem, choices))
        for term in TERMS
        if term.by_turns or not by_turns
    )


def plan_of(
    problem: Problem, choices: tuple[Choice, ...], outcome: Outcome, runs: tuple[SolverRun, ...], watch: Watch
) -> Plan:
    """The plan with its figures and its proof."""
    terms = term_values(problem, choices) if choices else ()
    objective = sum(term.points for term in terms) if choices else None
    bound = objective if outcome.proven else _bound(problem, outcome)
    return Plan(
        status=_status(outcome, choices),
        choices=choices,
        objective=objective,
        bound=bound,
        gap=_gap(objective, bound),
        seconds=round(watch.seconds, 3),
        seed=problem.seed,
        solvers=runs,
        versions=engine.versions(),
        terms=terms,
        level_values=_level_values(problem, terms) if problem.levels else (),
        calendar_gaps=unannounced_years(problem),
        drawn=outcome.drawn,
    )


def _status(outcome: Outcome, choices: Sequence[Choice]) -> Status:
    """OPTIMAL only with a proof for every level."""
    if not choices:
        return Status.UNKNOWN
    return Status.OPTIMAL if outcome.proven else Status.FEASIBLE


def _bound(problem: Problem, outcome: Outcome) -> int | None:
    """What is proven when time ran out: with weights the solver's bound, with levels nothing about the sum."""
    return outcome.answers[-1].bound if outcome.answers and not problem.levels else None


def _gap(objective: int | None, bound: int | None) -> float | None:
    """(objective − bound) / objective."""
    if objective is None or bound is None:
        return None
    return (objective - bound) / max(1, abs(objective))


def _level_values(problem: Problem, terms: Sequence[TermValue]) -> tuple[int, ...]:
    """Points of each level."""
    worth = {term.code: term.points for term in terms}
    return tuple(sum(worth[code] for code in level.terms) for level in stages(problem))


def second_opinion(problem: Problem, values: Sequence[int], watch: Watch) -> list[Answer]:
    """CP-SAT's own proof, level by level, that no plan has fewer points than `values` (one level with weights).

    Each time from a model written anew and without a hint; it ends with the first level that is not confirmed.
    """
    answers: list[Answer] = []
    levels = stages(problem)
    for place, (level, best) in enumerate(zip(levels, values, strict=True)):
        model = build(problem, Scope())
        parts = points(model)
        for before, value in zip(levels[:place], values, strict=False):
            at_most(model, total(parts, before.terms), value + before.tolerance)
        answers.append(none_below(model, total(parts, level.terms), best, watch))
        if answers[-1].status != "optimal":
            break
    return answers


def _no_plan(problem: Problem, watch: Watch) -> Plan:
    """Why there is no plan, and the cheapest way to have one."""
    watch.tell("conflict")
    return Plan(
        status=Status.INFEASIBLE,
        seed=problem.seed,
        core=conflict_core(problem),
        repairs=repairs(problem),
        seconds=round(watch.seconds, 3),
        versions=engine.versions(),
        calendar_gaps=unannounced_years(problem),
    )
