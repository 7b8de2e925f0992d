"""Needs covered: a member's need counts one if no host of the plan can show its topic."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from yixian.planner.explanation import Reason
from yixian.planner.linear import Expr
from yixian.planner.problem import Choice, Host, Problem
from yixian.planner.terms.base import Choices, Term

if TYPE_CHECKING:
    from yixian.planner.model import YearModel


def shows(host: Host, topic: str) -> bool:
    """The host is strong in a topic and does not ask for it itself."""
    return topic in host.strengths and topic not in host.needs


def demand(problem: Problem) -> Counter[str]:
    """How many members ask for each topic."""
    return Counter(topic for host in problem.hosts for topic in set(host.needs))


def add(model: YearModel) -> Expr:
    """demand × (1 − covered), with covered ≤ Σ z over hosts that show the topic."""
    value = Expr()
    for topic, count in demand(model.problem).items():
        able = [host for host in model.problem.hosts if shows(host, topic)]
        value.constant += count
        if able:
            covered = model.linear.var()
            model.linear.row([(covered, 1)] + [(z, -1) for z, _ in model.hosted_of(able)], upper=0)
            value.add(covered, -count)
    return value


def measure(problem: Problem, choices: Choices) -> int:
    """Needs that no host of the plan serves."""
    hosts = [problem.host_by_id[choice.host] for choice in choices]
    shown = {topic for host in hosts for topic in host.strengths if topic not in host.needs}
    return sum(topic not in shown for host in problem.hosts for topic in set(host.needs))


def reason(problem: Problem, choices: Choices, choice: Choice) -> Reason | None:
    """The topic most asked for that the host can show, and how many needs the host serves in all."""
    host = problem.host_by_id[choice.host]
    asked = demand(problem)
    topics = sorted(
        (topic for topic in set(host.strengths) if shows(host, topic) and asked[topic]),
        key=lambda topic: (-asked[topic], topic),
    )
    if not topics:
        return None
    served = sum(asked[topic] for topic in topics)
    return Reason("serves", {"needs": served, "topics": len(topics)}, {"topic": topics[0]})


TERM = Term("needs", "need", 12, add, measure, reason, by_turns=True)
