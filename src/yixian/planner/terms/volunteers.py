"""Volunteers first: a meeting at a host that has not offered counts one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yixian.planner.explanation import Reason
from yixian.planner.linear import Expr
from yixian.planner.problem import Choice, Host, Problem
from yixian.planner.terms.base import Choices, Term

if TYPE_CHECKING:
    from yixian.planner.model import YearModel


def offers(host: Host, month: str) -> bool:
    """The host has offered this month, or any month."""
    return host.volunteer and (not host.offer_months or month in host.offer_months)


def add(model: YearModel) -> Expr:
    """One for each x without an offer."""
    value = Expr()
    for (month, host), variable in model.x.items():
        if not offers(model.problem.host_by_id[host], month):
            value.add(variable)
    return value


def measure(problem: Problem, choices: Choices) -> int:
    """Meetings at hosts that have not offered."""
    return sum(not offers(problem.host_by_id[choice.host], choice.month) for choice in choices)


def reason(problem: Problem, choices: Choices, choice: Choice) -> Reason | None:
    """The host has offered."""
    host = problem.host_by_id[choice.host]
    if not offers(host, choice.month):
        return None
    return Reason("offered_month" if host.offer_months else "offered")


TERM = Term("volunteers", "meeting", 60, add, measure, reason)
