"""Travel of the worst-off member: minutes on the way over the whole plan, for the member with most of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yixian.planner.explanation import Reason
from yixian.planner.linear import Expr
from yixian.planner.problem import Choice, Problem
from yixian.planner.terms.base import Choices, Term

if TYPE_CHECKING:
    from yixian.planner.model import YearModel


def add(model: YearModel) -> Expr:
    """worst ≥ minutes of each member; not integer, for it is whole wherever n is."""
    value = Expr()
    problem = model.problem
    if not problem.travel:
        return value
    most = max(max(row) for row in problem.travel) * len(problem.months)
    worst = model.linear.var(0, most, integer=False)
    for member in problem.hosts:
        trips = [(turns, problem.minutes(member.id, host)) for host, turns in model.n.items()]
        model.linear.row([*trips, (worst, -1)], upper=0)
    value.add(worst)
    return value


def measure(problem: Problem, choices: Choices) -> int:
    """Minutes of the member that is longest on the way."""
    sums = (sum(problem.minutes(member.id, choice.host) for choice in choices) for member in problem.hosts)
    return max(sums, default=0)


def reason(problem: Problem, choices: Choices, choice: Choice) -> Reason | None:
    """Nothing to tell about a single choice."""
    return None


TERM = Term("travel_worst", "minute", 1, add, measure, reason, by_turns=True)
