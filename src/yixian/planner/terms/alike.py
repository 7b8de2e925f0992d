"""No two alike in a row: each time a meeting repeats the venue kind or the industry of the one before counts one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from yixian.planner.explanation import Reason
from yixian.planner.linear import Expr
from yixian.planner.problem import Choice, Host, Problem
from yixian.planner.terms.base import Choices, Term

if TYPE_CHECKING:
    from yixian.planner.model import YearModel

ATTRIBUTES: tuple[Callable[[Host], str], ...] = (lambda host: host.venue_kind, lambda host: host.industry)


def add(model: YearModel) -> Expr:
    """One variable for each attribute and pair of months, and a fixed cost against the last meeting held."""
    value = Expr()
    months = [month.id for month in model.problem.months]
    for attribute in ATTRIBUTES:
        groups: dict[str, list[Host]] = {}
        for host in model.problem.hosts:
            if attribute(host):
                groups.setdefault(attribute(host), []).append(host)
        for first, second in pairwise(months):
            _add_pair(model, value, groups, first, second)
        last = _last_host(model.problem)
        if last is not None and attribute(last):
            for variable, _ in model.in_month(months[0], groups[attribute(last)]):
                value.add(variable)
    return value


def _add_pair(model: YearModel, value: Expr, groups: dict[str, list[Host]], first: str, second: str) -> None:
    """repeated ≥ (group in first) + (group in second) − 1; one variable serves all groups."""
    repeated = model.linear.var()
    for hosts in groups.values():
        before, after = model.in_month(first, hosts), model.in_month(second, hosts)
        if before and after:
            model.linear.row([*before, *after, (repeated, -1)], upper=1)
    value.add(repeated)


def _last_host(problem: Problem) -> Host | None:
    """The host of the last meeting before the plan, if it is still a member."""
    return problem.host_by_id.get(problem.past[-1].host) if problem.past else None


def measure(problem: Problem, choices: Choices) -> int:
    """Attributes repeated from one meeting to the next, summed."""
    hosts = [problem.host_by_id[choice.host] for choice in sorted(choices, key=lambda each: each.month)]
    last = _last_host(problem)
    row = [last, *hosts] if last else hosts
    return sum(
        bool(attribute(one)) and attribute(one) == attribute(two)
        for one, two in pairwise(row)
        for attribute in ATTRIBUTES
    )


def reason(problem: Problem, choices: Choices, choice: Choice) -> Reason | None:
    """It is a change after the meeting before."""
    row = [each for each in choices if each.month < choice.month]
    before = problem.host_by_id[row[-1].host] if row else _last_host(problem)
    host = problem.host_by_id[choice.host]
    if before is None or any(attribute(before) == attribute(host) for attribute in ATTRIBUTES):
        return None
    return Reason("change")


TERM = Term("alike", "repetition", 25, add, measure, reason)
