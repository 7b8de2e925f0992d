"""What every host in every month would cost: the price of the best plan with that host in that month.

Host by host: first the best plan with the host in whatever month, which no month of that host can beat; then each
month that this does not settle, begun from the same plan with two months swapped. Two hosts are worked on at once.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from threading import local

from yixian.planner import engine
from yixian.planner.engine import Answer
from yixian.planner.model import YearModel, build
from yixian.planner.optimise import Watch, points, total
from yixian.planner.plan import Plan, Progress
from yixian.planner.problem import Problem
from yixian.planner.terms import TERMS

Cell = tuple[str, str]
Values = dict[Cell, int]

WORKERS = 2
LOOK_EVERY = 0.2


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
    """The price of each cell against the weighted optimum of `plan`; `progress` tells hosts done and in all."""
    watch = Watch(progress, stop)
    search = _Search(problem)
    hosts = list(search.model.n)
    done: Values = {}
    finished = 0
    with ThreadPoolExecutor(WORKERS) as pool:
        waiting = {pool.submit(search.host, host) for host in hosts}
        while waiting:
            ready, waiting = wait(waiting, timeout=LOOK_EVERY, return_when=FIRST_COMPLETED)
            for each in ready:
                done |= each.result()
            finished += len(ready)
            watch.tell("regret", finished, len(hosts))
            if watch.over:
                search.stopped = True
                pool.shutdown(cancel_futures=True)
                break
    best = plan.objective or 0
    prices = {cell: value - best for cell, value in done.items()}
    return Regrets(prices, not search.stopped, round(watch.seconds, 3))


class _Search:
    """Solves with one host or one cell forced; each thread has a model of its own."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.stopped = False
        self._own = local()

    @property
    def model(self) -> YearModel:
        """This thread's model."""
        if not hasattr(self._own, "model"):
            model = build(self.problem)
            model.linear.objective = total(points(model), tuple(term.code for term in TERMS))
            self._own.model = model
        made: YearModel = self._own.model
        return made

    def host(self, host: str) -> Values:
        """The value of the best plan with each month of one host; months that no plan allows are left out."""
        model = self.model
        first = self._forced(model.n[host], None)
        if first.values is None or first.objective is None:
            return {}
        best = _chosen(model, first.values)
        found: Values = {(month, each): first.objective for month, each in best.items() if each == host}
        for month, each in model.x:
            if each != host or (month, host) in found or self.stopped:
                continue
            answer = self._forced(model.x[month, host], _swapped(model, best, month, host))
            if answer.objective is not None:
                found[month, host] = answer.objective
        return found

    def _forced(self, variable: int, hint: dict[int, int] | None) -> Answer:
        """Solve with a variable at 1 or more."""
        with _at_least_one(self.model, variable):
            return engine.minimise(self.model.linear, hint=hint)


def _chosen(model: YearModel, values: list[int]) -> dict[str, str]:
    """The host of each month."""
    return {month: host for (month, host), variable in model.x.items() if values[variable]}


def _swapped(model: YearModel, best: dict[str, str], month: str, host: str) -> dict[int, int] | None:
    """A plan to begin with: `host` moves to `month`, and the host displaced takes its place."""
    old = next(each for each, chosen in best.items() if chosen == host)
    changed = best | {month: host, old: best[month]}
    if any(pair not in model.x for pair in changed.items()):
        return None
    return {variable: int(changed[pair[0]] == pair[1]) for pair, variable in model.x.items()}


@contextmanager
def _at_least_one(model: YearModel, variable: int) -> Iterator[None]:
    """Hold a variable at 1 or more for a while."""
    model.linear.lower[variable] = 1
    try:
        yield
    finally:
        model.linear.lower[variable] = 0
