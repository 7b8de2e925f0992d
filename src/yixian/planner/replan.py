"""After a cancellation: as few changed months as possible, then quality; and what more changes would buy."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from yixian.planner.dates import month_number
from yixian.planner.linear import Expr
from yixian.planner.model import Scope, YearModel, build
from yixian.planner.optimise import Watch, at_most, optimise, run
from yixian.planner.plan import Plan, Status
from yixian.planner.problem import Host, Month, Problem
from yixian.planner.solve import extract, plan_of, solve

ANNOUNCED_PRICE = 100
NEAR_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Step:
    """With at most `changes` months changed, no plan has fewer than `objective` points."""

    changes: int
    objective: int
    plan: Plan


@dataclass(frozen=True)
class Replan:
    """The new plan, the problem that it answers, the months whose host changed, and the curve of changes."""

    plan: Plan
    problem: Problem
    moved: tuple[str, ...] = ()
    curve: tuple[Step, ...] = ()


def replan(
    problem: Problem,
    plan: Plan,
    *,
    cancel: Collection[str],
    today: str | None = None,
    curve: int = 0,
    watch: Watch | None = None,
) -> Replan:
    """A plan in which the hosts of the `cancel` months no longer have those months.

    Months before `today` ('YYYY-MM-DD', or the first cancelled month) do not change. A change costs more the
    nearer the month, and far more once it is announced; the sum is made least, then the points. `curve` asks for
    that many further steps: one more month may change each time. Raises KeyError for a month not in the plan.
    """
    watch = watch or Watch()
    changed = cancelled(problem, plan, cancel, today or min(cancel))
    new = _least_change(changed, plan, today or min(cancel), watch)
    if new.status is Status.INFEASIBLE or not new.choices:
        return Replan(new, changed)
    moved = moves(plan, new)
    steps = [Step(len(moved), new.objective or 0, new)]
    for more in range(1, curve + 1):
        step = _with_changes(changed, plan, len(moved) + more, watch)
        if step is None or watch.over:
            break
        steps.append(step)
    return Replan(new, settle(changed, new), moved, tuple(steps) if curve else ())


def cancelled(problem: Problem, plan: Plan, cancel: Collection[str], today: str) -> Problem:
    """The problem after the cancellation: hosts are not free in their month, and the past is announced."""
    lost = {plan.by_month[month].host: month for month in cancel}
    months = tuple(_month(month, plan, cancel, today) for month in problem.months)
    return replace(problem, hosts=tuple(_host(host, lost) for host in problem.hosts), months=months)


def _host(host: Host, lost: Mapping[str, str]) -> Host:
    """A host, without the month that it has cancelled."""
    if host.id not in lost:
        return host
    return replace(host, blackout_months=(*host.blackout_months, lost[host.id]))


def _month(month: Month, plan: Plan, cancel: Collection[str], today: str) -> Month:
    """A month, open again if cancelled and closed if past."""
    if month.id in cancel:
        return replace(month, announced_host=None, announced_day=None, pinned_host=None, pinned_day=None)
    choice = plan.by_month[month.id]
    if choice.day < today:
        return replace(month, announced_host=choice.host, announced_day=choice.day)
    return month


def settle(problem: Problem, plan: Plan) -> Problem:
    """The problem with announcements taken back where the new plan had to go against them."""
    months = []
    for month in problem.months:
        choice = plan.by_month[month.id]
        kept = month.announced_host in (None, choice.host) and month.announced_day in (None, choice.day)
        months.append(month if kept else replace(month, announced_host=None, announced_day=None))
    return replace(problem, months=tuple(months))


def moves(old: Plan, new: Plan) -> tuple[str, ...]:
    """Months whose host or day differs."""
    return tuple(choice.month for choice in new.choices if old.by_month[choice.month] != choice)


def _least_change(problem: Problem, plan: Plan, today: str, watch: Watch) -> Plan:
    """The plan with the least price of changes, and at that price the fewest points."""
    for keep in (True, False):
        model = build(problem, _scope(problem, plan, today, keep))
        if model.impossible:
            continue
        price = _price(model, plan, today)
        answer = run(model, price, watch, "changes")
        if answer.values is not None:
            at_most(model, price, price.value(answer.values))
            outcome = optimise(model, watch)
            choices = extract(model, outcome.values) if outcome.values else ()
            return plan_of(problem, choices, outcome, outcome.runs(), watch)
    return solve(problem, time_limit=watch.left)


def _scope(problem: Problem, plan: Plan, today: str, keep: bool) -> Scope:
    """Announced months still to come may change at a price; months that keep their host keep their day."""
    ahead = {month.id for month in problem.months if plan.by_month[month.id].day >= today}
    days = {(choice.month, choice.host): choice.day for choice in plan.choices} if keep else {}
    return Scope(dropped=frozenset(("announced", month) for month in ahead), keep=days)


def _price(model: YearModel, plan: Plan, today: str) -> Expr:
    """What the changes cost: 10 a month, up to 5 more the nearer it is, 100 more if it is announced."""
    value = Expr()
    for month in model.problem.months:
        near = max(0, NEAR_MONTHS - max(0, month_number(month.id) - month_number(today[:7])))
        price = 10 + near + (ANNOUNCED_PRICE if month.announced_host else 0)
        _count(model, plan, month.id, value, price)
    return value


def _count(model: YearModel, plan: Plan, month: str, value: Expr, price: int) -> None:
    """Add `price` unless the month keeps its host."""
    value.constant += price
    variable = model.x.get((month, plan.by_month[month].host))
    if variable is not None:
        value.add(variable, -price)


def _with_changes(problem: Problem, plan: Plan, changes: int, watch: Watch) -> Step | None:
    """The best plan in which at most `changes` months change; announcements stay."""
    model = build(problem)
    count = Expr()
    for month in problem.months:
        _count(model, plan, month.id, count, 1)
    at_most(model, count, changes)
    outcome = optimise(model, watch)
    if outcome.values is None:
        return None
    new = plan_of(problem, extract(model, outcome.values), outcome, outcome.runs(), watch)
    return Step(changes, new.objective or 0, new)
