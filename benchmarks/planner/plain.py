"""Year plans made by a simple rule, month by month, as an office would without a planner."""

import sys
from collections.abc import Callable
from dataclasses import replace

from yixian.planner.days import place_days
from yixian.planner.problem import Host, Month, Problem
from yixian.planner.rules import RULES
from yixian.planner.solve import term_values

Hosts = dict[str, str]


def in_turn(problem: Problem) -> Hosts | None:
    """Each month the longest waiting host that may."""

    def early(chosen: Hosts, host: Host) -> int:
        return 100 * (host.id in chosen.values()) - problem.wait(host)

    return _month_by_month(problem, lambda chosen, _month, host: early(chosen, host))


def greedy(problem: Problem) -> Hosts | None:
    """Each month the host that makes the plan so far cheapest."""
    return _month_by_month(
        problem, lambda chosen, month, host: _so_far(problem, chosen | {month.id: host.id})
    )


def points_of(problem: Problem, hosts: Hosts | None) -> int | None:
    """What hosts with their best days come to; None if the rule found no plan."""
    choices = place_days(problem, hosts) if hosts else None
    return sum(term.points for term in term_values(problem, choices)) if choices else None


def _month_by_month(problem: Problem, price: Callable[[Hosts, Month, Host], int]) -> Hosts | None:
    chosen: Hosts = {}
    for month in problem.months:
        resting = _resting(problem, chosen)
        hosts = [host for host in problem.hosts if host.id not in resting and _may(problem, month, host)]
        if not hosts:
            return None
        chosen[month.id] = min(hosts, key=lambda host: price(chosen, month, host)).id
    return chosen


def _may(problem: Problem, month: Month, host: Host) -> bool:
    """No rule about this host in this month stands against it."""
    return all(rule.allows_host(problem, month, host) for rule in RULES if rule.allows_host)


def _resting(problem: Problem, chosen: Hosts) -> set[str]:
    """Hosts of the plan so far that are too near."""
    rest = problem.settings.min_gap_months - 1
    return set(list(chosen.values())[-rest:]) if rest > 0 else set()


def _so_far(problem: Problem, chosen: Hosts) -> int:
    """Points of the months chosen so far."""
    shorter = replace(problem, months=problem.months[: len(chosen)])
    choices = place_days(shorter, chosen)
    return sum(term.points for term in term_values(shorter, choices)) if choices else sys.maxsize
