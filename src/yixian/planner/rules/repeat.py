"""No host has two turns within M months, counting the turns before the plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from yixian.planner.dates import month_number
from yixian.planner.plan import Breach
from yixian.planner.problem import Host, Month, Problem
from yixian.planner.rules.base import Choices, Rule

if TYPE_CHECKING:
    from yixian.planner.model import YearModel

CODE = "repeat"
PRICE = 40


def allows_host(problem: Problem, month: Month, host: Host) -> bool:
    """The last turn before the plan lies at least M months back."""
    last = problem.last_turn.get(host.id)
    gap = problem.settings.min_gap_months
    return last is None or month_number(month.id) - month_number(last) >= gap


def add(model: YearModel) -> None:
    """In every window of M months, a host has one turn at most; elastic: more at a price each."""
    if not model.active(CODE):
        return
    numbers = {month.id: month_number(month.id) for month in model.problem.months}
    gap = model.problem.settings.min_gap_months
    by_host: dict[str, list[tuple[int, int]]] = {}
    for (month, host), variable in model.x.items():
        by_host.setdefault(host, []).append((numbers[month], variable))
    for turns in by_host.values():
        for window in _windows(sorted(turns), gap):
            row = [(variable, 1) for variable in window]
            if model.scope.elastic:
                slack = model.linear.var(0, len(window))
                model.price.add(slack, PRICE)
                row.append((slack, -1))
            model.linear.row(row, upper=1)


def _windows(turns: list[tuple[int, int]], gap: int) -> Iterator[list[int]]:
    """Maximal sets of variables whose months lie within fewer than `gap` months, of two or more."""
    longest = -1
    for place, (start, _) in enumerate(turns):
        end = place
        while end < len(turns) and turns[end][0] - start < gap:
            end += 1
        if end - place > 1 and end > longest:
            yield [variable for _, variable in turns[place:end]]
            longest = end


def breaches(problem: Problem, choices: Choices) -> Iterator[Breach]:
    """Turns of a host that follow its turn before within M months."""
    for choice in choices:
        others = [
            other.month for other in choices if other.host == choice.host and other.month < choice.month
        ]
        others += [past.month for past in problem.history if past.host == choice.host]
        host = problem.host_by_id.get(choice.host)
        if host is not None and host.last_hosted:
            others.append(host.last_hosted)
        apart = min((month_number(choice.month) - month_number(other) for other in others), default=None)
        if apart is not None and apart < problem.settings.min_gap_months:
            expected = str(problem.settings.min_gap_months)
            yield Breach(CODE, choice.month, choice.host, choice.day, str(apart), expected)


RULE = Rule(
    CODE,
    granted_by="office",
    price=PRICE,
    breaches=breaches,
    allows_host=allows_host,
    add=add,
    per_month=False,
)
