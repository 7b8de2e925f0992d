"""Hands a linear model to a solver of OR-Tools MathOpt; the only file that knows the solver's interface."""

import math
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from yixian.planner.linear import Linear

HIGHS = "HiGHS"
CP_SAT = "CP-SAT"
RELAXED = "GLOP"
TICK = 0.2
PROVERS = ("reduced_costs", "max_lp")  # CP-SAT's two searches that lean on the relaxed model


@dataclass(frozen=True)
class Answer:
    """A solver's answer: values per variable (None without a solution), value and proven integer bound."""

    solver: str
    status: str  # optimal, feasible, infeasible, unknown
    values: list[int] | None
    objective: int | None
    bound: int | None
    seconds: float


def minimise(
    linear: Linear,
    *,
    solver: str = HIGHS,
    time_limit: float | None = None,
    hint: Mapping[int, int] | None = None,
    tick: Callable[[], bool] | None = None,
    searches: Sequence[str] = (),
) -> Answer:
    """Solve to proven optimality unless time runs out; all coefficients are integers, so bounds round up.

    `searches` are those that CP-SAT shall go about it with instead of its usual ones. `tick` is called in the
    caller's own thread five times a second; when it returns True the solve ends, with what it has (CP-SAT) or with
    status unknown (HiGHS, which cannot be interrupted and is left to its limit).
    """
    from ortools.math_opt.python import mathopt

    started = time.perf_counter()
    model, variables = _model(linear)
    params = _parameters(mathopt, solver, time_limit)
    params.cp_sat.subsolvers.extend(searches)
    model_params = mathopt.ModelSolveParameters()
    if hint:
        values = {variables[number]: float(value) for number, value in hint.items()}
        model_params.solution_hints.append(mathopt.SolutionHint(variable_values=values))
    kind = mathopt.SolverType.HIGHS if solver == HIGHS else mathopt.SolverType.CP_SAT

    def work(interrupter: Any) -> Any:
        return mathopt.solve(model, kind, params=params, model_params=model_params, interrupter=interrupter)

    result = work(None) if tick is None else _watched(work, tick, wait_for_end=solver == CP_SAT)
    seconds = time.perf_counter() - started
    if result is None:
        return Answer(solver, "unknown", None, None, None, seconds)
    return _answer(linear, solver, result, variables, seconds)


def relaxed(linear: Linear) -> tuple[float, list[float]]:
    """The value of the model without whole numbers, and each variable's reduced cost there.

    Raising a variable from 0 to 1 costs at least its reduced cost above that value. An empty list: no answer.
    """
    from ortools.math_opt.python import mathopt

    whole, linear.integer = linear.integer, [False] * len(linear.integer)
    model, variables = _model(linear)
    linear.integer = whole
    result = mathopt.solve(model, mathopt.SolverType.GLOP)
    if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
        return 0.0, []
    costs = result.reduced_costs()
    return result.objective_value(), [costs[variable] for variable in variables]


def _model(linear: Linear) -> tuple[Any, list[Any]]:
    """The same model as a MathOpt model, with its variables in our order; written in bulk, entry by entry is slow."""
    from ortools.math_opt import model_pb2
    from ortools.math_opt.python import mathopt

    proto = model_pb2.ModelProto()
    proto.variables.ids.extend(range(len(linear.lower)))
    proto.variables.lower_bounds.extend(linear.lower)
    proto.variables.upper_bounds.extend(linear.upper)
    proto.variables.integers.extend(linear.integer)
    proto.linear_constraints.ids.extend(range(len(linear.rows)))
    proto.linear_constraints.lower_bounds.extend(row.lower for row in linear.rows)
    proto.linear_constraints.upper_bounds.extend(row.upper for row in linear.rows)
    matrix = proto.linear_constraint_matrix
    for number, row in enumerate(linear.rows):
        terms = _sorted(row.terms)
        matrix.row_ids.extend([number] * len(terms))
        matrix.column_ids.extend(variable for variable, _ in terms)
        matrix.coefficients.extend(coefficient for _, coefficient in terms)
    terms = _sorted(linear.objective.terms)
    proto.objective.linear_coefficients.ids.extend(variable for variable, _ in terms)
    proto.objective.linear_coefficients.values.extend(coefficient for _, coefficient in terms)
    proto.objective.offset = linear.objective.constant
    model = mathopt.Model.from_model_proto(proto)
    return model, list(model.variables())


def _sorted(terms: Mapping[int, int]) -> list[tuple[int, int]]:
    """Variables in order with their coefficients, without zeros."""
    return sorted((variable, coefficient) for variable, coefficient in terms.items() if coefficient)


def _watched(work: Callable[[Any], Any], tick: Callable[[], bool], *, wait_for_end: bool) -> Any:
    """Run `work` in a thread while the caller's thread ticks; None if it was left behind."""
    from ortools.util.python.solve_interrupter import SolveInterrupter

    interrupter = SolveInterrupter()
    outcome: list[Any] = []
    failure: list[BaseException] = []

    def target() -> None:
        try:
            outcome.append(work(interrupter))
        except Exception as error:
            failure.append(error)

    thread = threading.Thread(target=target, daemon=True)
    thread.start()
    while True:
        thread.join(TICK)
        if not thread.is_alive():
            break
        if tick():
            interrupter.interrupt()
            if not wait_for_end:
                return None
            thread.join()
    if failure:
        raise failure[0]
    return outcome[0]


def _parameters(mathopt: Any, solver: str, time_limit: float | None) -> Any:
    """Settings common to all solves: whole points, so a gap below one point is a proof."""
    params = mathopt.SolveParameters()
    params.absolute_gap_tolerance = 0.99
    params.relative_gap_tolerance = 0.0
    params.random_seed = 1
    if time_limit is not None:
        params.time_limit = timedelta(seconds=max(0.01, time_limit))
    if solver == CP_SAT:
        params.threads = 2
    return params


def _answer(linear: Linear, solver: str, result: Any, variables: list[Any], seconds: float) -> Answer:
    """The solver's result in our words."""
    reason = result.termination.reason.name
    if reason in ("INFEASIBLE", "INFEASIBLE_OR_UNBOUNDED"):
        return Answer(solver, "infeasible", None, None, None, seconds)
    dual = result.termination.objective_bounds.dual_bound
    bound = None if math.isinf(dual) else math.ceil(dual - 1e-4)
    if not result.has_primal_feasible_solution():
        return Answer(solver, "unknown", None, None, bound, seconds)
    found = result.variable_values()
    values = [round(found[variable]) for variable in variables]
    objective = linear.objective.value(values)
    proven = reason == "OPTIMAL" and bound is not None and bound >= objective
    return Answer(solver, "optimal" if proven else "feasible", values, objective, bound, seconds)


def versions() -> tuple[tuple[str, str], ...]:
    """Name and version of the solver library."""
    import ortools

    return (("ortools", ortools.__version__),)
