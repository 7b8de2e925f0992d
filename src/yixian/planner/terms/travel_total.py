"""Travel in sum: hours on the way of all members together, rounded to whole hours per host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yixian.planner.explanation import Reason
from yixian.planner.linear import Expr
from yixian.planner.problem import Choice, Problem
from yixian.planner.terms.base import Choices, Term

if TYPE_CHECKING:
    from yixian.planner.model import YearModel


def hours(problem: Problem, host: str) -> int:
    """Hours on the way of all members to one host, one way, rounded half up."""
    minutes = sum(problem.minutes(member.id, host) for member in problem.hosts)
    return (minutes + 30) // 60


def add(model: YearModel) -> Expr:
    """Hours × turns."""
    value = Expr()
    for host, turns in model.n.items():
        value.add(turns, hours(model.problem, host))
    return value


def measure(problem: Problem, choices: Choices) -> int:
    """Hours summed over meetings."""
    return sum(hours(problem, choice.host) for choice in choices)


def reason(problem: Problem, choices: Choices, choice: Choice) -> Reason | None:
    """Minutes on the way for the average member."""
    if not problem.travel:
        return None
    minutes = sum(problem.minutes(member.id, choice.host) for member in problem.hosts)
    return Reason("travel_average", {"minutes": round(minutes / len(problem.hosts))})


TERM = Term("travel_total", "hour", 2, add, measure, reason, by_turns=True)
