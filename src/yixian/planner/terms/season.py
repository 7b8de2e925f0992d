"""Season fit: a turn in a month that does not suit the host counts 1, in a poor month 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yixian.planner.dates import calendar_month
from yixian.planner.explanation import Reason
from yixian.planner.linear import Expr
from yixian.planner.problem import Choice, Host, Problem
from yixian.planner.terms.base import Choices, Term

if TYPE_CHECKING:
    from yixian.planner.model import YearModel


def misfit(host: Host, month: str) -> int:
    """0 in a good month or where the host names none, 2 in a poor month, 1 in between."""
    number = calendar_month(month)
    if number in host.poor_months:
        return 2
    return 1 if host.good_months and number not in host.good_months else 0


def add(model: YearModel) -> Expr:
    """The misfit of each x."""
    value = Expr()
    for (month, host), variable in model.x.items():
        points = misfit(model.problem.host_by_id[host], month)
        if points:
            value.add(variable, points)
    return value


def measure(problem: Problem, choices: Choices) -> int:
    """Misfits summed."""
    return sum(misfit(problem.host_by_id[choice.host], choice.month) for choice in choices)


def reason(problem: Problem, choices: Choices, choice: Choice) -> Reason | None:
    """The month is one that the host calls good."""
    good = calendar_month(choice.month) in problem.host_by_id[choice.host].good_months
    return Reason("good_season") if good else None


TERM = Term("season", "misfit", 10, add, measure, reason)
