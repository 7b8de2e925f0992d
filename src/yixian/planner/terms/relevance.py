"""Relevance: each member sees its own industry at somebody else's place, and K other industries."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from yixian.planner.explanation import Reason
from yixian.planner.linear import Expr
from yixian.planner.problem import Choice, Host, Problem
from yixian.planner.terms.base import Choices, Term

if TYPE_CHECKING:
    from yixian.planner.model import YearModel


def add(model: YearModel) -> Expr:
    """Per industry: members not served at home, and those that see too few other industries."""
    value = Expr()
    groups: dict[str, list[Host]] = {}
    for host in model.problem.hosts:
        if host.industry:
            groups.setdefault(host.industry, []).append(host)
    seen = {industry: _seen(model, value, hosts) for industry, hosts in groups.items()}
    wanted = min(model.problem.settings.other_industries, len(groups) - 1)
    for industry, hosts in groups.items():
        short = model.linear.var(0, max(0, wanted))
        others = [(variable, 1) for other, variable in seen.items() if other != industry]
        model.linear.row([(short, 1), *others], lower=wanted)
        value.add(short, len(hosts))
    return value


def _seen(model: YearModel, value: Expr, hosts: list[Host]) -> int:
    """The variable 'some host of this industry has a turn'; with one such host, that host itself sees none.

    With m members in the industry, one host serves m − 1 of them and a second host serves the last.
    """
    once, twice = model.linear.var(), model.linear.var()
    turns = [(variable, -1) for variable, _ in model.hosted_of(hosts)]
    model.linear.row([(once, 1), (twice, 1), *turns], upper=0)
    model.linear.row([(twice, 1), (once, -1)], upper=0)
    if len(hosts) > 1:
        value.constant += len(hosts)
        value.add(once, -(len(hosts) - 1))
        value.add(twice, -1)
    return once


def measure(problem: Problem, choices: Choices) -> int:
    """Over all members: 1 without the own industry, and 1 for each other industry missing."""
    size = Counter(host.industry for host in problem.hosts if host.industry)
    wanted = min(problem.settings.other_industries, len(size) - 1)
    hosted = {choice.host for choice in choices}
    missing = 0
    for member in problem.hosts:
        if not member.industry:
            continue
        seen = {problem.host_by_id[host].industry for host in hosted if host != member.id} - {""}
        if member.industry not in seen and size[member.industry] > 1:
            missing += 1
        missing += max(0, wanted - len(seen - {member.industry}))
    return missing


def reason(problem: Problem, choices: Choices, choice: Choice) -> Reason | None:
    """How many members of the same industry see how it is done there."""
    own = problem.host_by_id[choice.host].industry
    peers = sum(host.industry == own for host in problem.hosts) - 1
    return Reason("industry_peers", {"members": peers}, {"industry": own}) if own and peers else None


TERM = Term("relevance", "view missed", 5, add, measure, reason, by_turns=True)
