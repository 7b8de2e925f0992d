"""Longest wait first: each turn counts the months by which its host has waited less than the longest waiting one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yixian.planner.explanation import Reason
from yixian.planner.linear import Expr
from yixian.planner.problem import Choice, Problem
from yixian.planner.terms.base import Choices, Term

if TYPE_CHECKING:
    from yixian.planner.model import YearModel


def longest_wait(problem: Problem) -> int:
    """The longest wait among members that can host, in months."""
    return max((problem.wait(host) for host in problem.hosts if host.can_host), default=0)


def add(model: YearModel) -> Expr:
    """longest × n − wait × z: a second turn in the same plan has waited for nothing."""
    longest = longest_wait(model.problem)
    value = Expr()
    for host, turns in model.n.items():
        value.add(turns, longest)
        value.add(model.z[host], -model.problem.wait(model.problem.host_by_id[host]))
    return value


def measure(problem: Problem, choices: Choices) -> int:
    """Months of waiting missed, summed over turns."""
    longest = longest_wait(problem)
    first_turns = {choice.host for choice in choices}
    return longest * len(choices) - sum(problem.wait(problem.host_by_id[host]) for host in first_turns)


def reason(problem: Problem, choices: Choices, choice: Choice) -> Reason | None:
    """How long the host has waited, and how many have waited longer."""
    waited = problem.wait(problem.host_by_id[choice.host])
    longer = sum(problem.wait(host) > waited for host in problem.hosts if host.can_host)
    if choice.host not in problem.last_turn:
        return Reason("never_hosted")
    return Reason("waited", {"months": waited, "longer": longer}) if waited else None


TERM = Term("waiting", "month", 3, add, measure, reason, by_turns=True)
