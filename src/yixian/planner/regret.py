"""What every host in every month would cost: the price of the best plan with that host in that month.

Host by host: the best plan with the host in any of its open months is a bound for all of them. Every month for which
some plan of that value is known (this one, this one with months exchanged, or one found for another host) is
settled, without any search if the relaxed value already reaches it; the rest are asked again. So there is about one
solve per value, not one per cell. Two hosts are worked on at once.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import combinations, permutations
from threading import local

from yixian.planner.days import place_days
from yixian.planner.engine import Answer
from yixian.planner.model import YearModel, build
from yixian.planner.optimise import Watch, points, run_near, total
from yixian.planner.plan import Plan, Progress
from yixian.planner.problem import Choice, Problem
from yixian.planner.rules import RULES
from yixian.planner.solve import term_values
from yixian.planner.terms import TERMS, weekday, weight_of

Cell = tuple[str, str]
Values = dict[Cell, int]
Hosts = dict[str, str]

WORKERS = 2
UNKNOWN = 1 << 60
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
    """Solves with one host asked for; each thread has a model of its own, all share the plans known."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.stopped = False
        self.known: dict[Cell, tuple[int, Hosts]] = {}
        self._own = local()
        self.open = frozenset(self.model.x)

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
        left = {month for month, each in self.model.x if each == host}
        found: Values = {}
        while left and not self.stopped:
            answer = self._solved(host, left)
            if answer.objective is None:
                break
            if answer.values is not None:
                self._learn(_chosen(self.model, answer.values), answer.objective, host, left)
            settled = {month for month in left if self._value(month, host) <= answer.objective}
            found |= {(month, host): answer.objective for month in settled}
            left -= settled
        return found

    def _solved(self, host: str, months: set[str]) -> Answer:
        """The best plan with the host in one of the months."""
        model = self.model
        lower, upper = model.linear.lower[:], model.linear.upper[:]
        model.linear.row([(model.x[month, host], 1) for month in months], lower=1)
        try:
            known = min(self._value(month, host) for month in months)
            return run_near(
                model, model.linear.objective, Watch(), "regret", None if known == UNKNOWN else known
            )
        finally:
            model.linear.rows.pop()
            model.linear.lower, model.linear.upper = lower, upper

    def _learn(self, hosts: Hosts, value: int, host: str, left: set[str]) -> None:
        """Keep a plan for each of its cells, and plans as good in which the host has another open month."""
        self._keep(hosts, value)
        here = next(month for month, each in hosts.items() if each == host and month in left)
        days = {choice.month: choice.day for choice in place_days(self.problem, hosts) or ()}
        spare = value - sum(
            term.points for term in term_values(self.problem, _choices(hosts, days), by_turns=True)
        )
        for month in sorted(left):
            if self._value(month, host) <= value:
                continue
            for changed in _exchanged(hosts, here, month):
                if self._least(changed, days) <= spare and self._worth(changed) == value:
                    self._keep(changed, value)
                    break

    def _least(self, hosts: Hosts, days: dict[str, str]) -> int:
        """Points of the terms that look at months, but for the days; UNKNOWN if a host can't have its month."""
        if not self.open.issuperset(hosts.items()):
            return UNKNOWN
        choices = _choices(hosts, days)
        return sum(
            weight_of(self.problem, term) * term.measure(self.problem, choices)
            for term in TERMS
            if not term.by_turns and term.code != weekday.TERM.code
        )

    def _keep(self, hosts: Hosts, value: int) -> None:
        """Remember a plan for each of its cells if none better is known."""
        for month, host in hosts.items():
            if self._value(month, host) > value:
                self.known[month, host] = (value, hosts)

    def _value(self, month: str, host: str) -> int:
        """The value of the best plan known for a cell."""
        return self.known[month, host][0] if (month, host) in self.known else UNKNOWN

    def _worth(self, hosts: Hosts) -> int | None:
        """A plan's points, counted without a solver; None if it breaks a rule."""
        choices = place_days(self.problem, hosts)
        if choices is None or any(any(rule.breaches(self.problem, choices)) for rule in RULES):
            return None
        return sum(term.points for term in term_values(self.problem, choices))


def _chosen(model: YearModel, values: list[int]) -> Hosts:
    """The host of each month."""
    return {month: host for (month, host), variable in model.x.items() if values[variable]}


def _choices(hosts: Hosts, days: dict[str, str]) -> tuple[Choice, ...]:
    """The hosts as choices on given days, whether these suit them or not."""
    return tuple(Choice(month, host, days[month]) for month, host in hosts.items())


def _exchanged(hosts: Hosts, here: str, month: str) -> Iterator[Hosts]:
    """The host of `here` goes to `month`: two months exchange their hosts, three in a circle, or two pairs."""
    first = hosts | {month: hosts[here], here: hosts[month]}
    yield first
    others = [each for each in hosts if each not in (here, month)]
    for third in others:
        yield hosts | {month: hosts[here], third: hosts[month], here: hosts[third]}
    for one, two in combinations(others, 2):
        yield first | {one: hosts[two], two: hosts[one]}
    for one, two in permutations(others, 2):
        yield hosts | {month: hosts[here], one: hosts[month], two: hosts[one], here: hosts[two]}
