"""What the three spread terms share: meetings of one group beyond an even share count one each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from yixian.planner.explanation import Reason
from yixian.planner.linear import Expr
from yixian.planner.problem import Choice, Host, Problem
from yixian.planner.terms.base import Choices, Term

if TYPE_CHECKING:
    from yixian.planner.model import YearModel

Attribute = Callable[[Host], str]


def even_share(problem: Problem, attribute: Attribute) -> int:
    """Meetings per group if all groups were served alike, rounded up; '' is no group."""
    groups = {attribute(host) for host in problem.hosts if host.can_host and attribute(host)}
    return -(-len(problem.months) // max(1, len(groups)))


def attribute_name(code: str) -> str:
    """What the term spreads over: venue_kind, industry or subdistrict."""
    return {"venue_spread": "venue_kind"}.get(code, code.removesuffix("_spread"))


def spread_term(code: str, weight: int, attribute: Attribute) -> Term:
    """The term that spreads meetings over the values of one attribute of the hosts."""

    def add(model: YearModel) -> Expr:
        share = even_share(model.problem, attribute)
        groups: dict[str, list[Host]] = {}
        for host in model.problem.hosts:
            if attribute(host) and host.id in model.n:
                groups.setdefault(attribute(host), []).append(host)
        value = Expr()
        for hosts in groups.values():
            excess = model.linear.var(0, len(model.problem.months))
            model.linear.row([*model.turns_of(hosts), (excess, -1)], upper=share)
            value.add(excess)
        return value

    def measure(problem: Problem, choices: Choices) -> int:
        share = even_share(problem, attribute)
        found = Counter(attribute(problem.host_by_id[choice.host]) for choice in choices)
        return sum(max(0, count - share) for group, count in found.items() if group)

    def reason(problem: Problem, choices: Choices, choice: Choice) -> Reason | None:
        own = attribute(problem.host_by_id[choice.host])
        count = sum(attribute(problem.host_by_id[other.host]) == own for other in choices)
        share = even_share(problem, attribute)
        if not own or count > share:
            return None
        return Reason(code, {"count": count, "share": share}, {attribute_name(code): own})

    return Term(code, "meeting", weight, add, measure, reason, by_turns=True)
