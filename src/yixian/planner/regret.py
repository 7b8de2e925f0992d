"""What every host in every month would cost: the price of the best plan with that host in that month."""

from collections.abc import Callable
from dataclasses import dataclass

from yixian.planner import engine
from yixian.planner.linear import Linear
from yixian.planner.model import YearModel, build
from yixian.planner.optimise import Watch, points, total
from yixian.planner.plan import Plan, Progress
from yixian.planner.problem import Problem
from yixian.planner.terms import TERMS

Cell = tuple[str, str]


@dataclass(frozen=True)
class Regrets:
    """Price in points by (month, host); a pair that no plan allows is missing. `exact` unless stopped early."""

    prices: dict[Cell, int]
    exact: bool
    seconds: float


def regrets(
    problem: Problem,
    plan: Plan,
    *,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Regrets:
    """The price of each cell against the weighted optimum; every solve settles all cells that its plan uses.

    Cells are taken together: the best plan that uses any cell still open has the lowest price among the open
    cells, so all open cells on it are settled by one solve.
    """
    watch = Watch(progress, stop)
    model = build(problem)
    model.linear.objective = total(points(model), tuple(term.code for term in TERMS))
    best = plan.objective or 0
    prices: dict[Cell, int] = {}
    for cell in model.x:
        if cell in prices or watch.over:
            continue
        watch.tell("regret", len(prices), len(model.x))
        _settle(model, cell, best, prices)
    return Regrets(
        {cell: price for cell, price in prices.items() if price >= 0}, not watch.over, watch.seconds
    )


def _settle(model: YearModel, cell: Cell, best: int, prices: dict[Cell, int]) -> None:
    """The price of one cell, and of all cells on its plan if that plan is as good as the best one."""
    linear: Linear = model.linear
    variable = model.x[cell]
    linear.lower[variable] = 1
    answer = engine.minimise(linear)
    linear.lower[variable] = 0
    if answer.values is None or answer.objective is None:
        prices[cell] = -1
        return
    prices[cell] = answer.objective - best
    if answer.objective == best:
        for other, number in model.x.items():
            if answer.values[number]:
                prices[other] = 0
