"""The fairness report: each member's share of turns, wait, travel, exposure to industries, and needs served.

Yardstick: choosing a host each month so that everybody's count stays near a fair share is the chairman assignment
problem (R. Tijdeman, 1980); among m hosts the largest deviation need never exceed 1 − 1/(2m − 2).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from yixian.planner.dates import month_number
from yixian.planner.plan import Plan
from yixian.planner.problem import Choice, Host, Problem


@dataclass(frozen=True, slots=True)
class MemberFairness:
    """One member: turns and largest deviation from the fair share, wait and travel, what it sees and is served.

    `wait` is months without a turn when the plan ends; `minutes` is travel one way over the whole plan.
    """

    host: str
    turns: int
    deviation: float
    wait: int
    minutes: int
    own_industry: int
    other_industries: int
    needs: int
    needs_served: int


@dataclass(frozen=True)
class Fairness:
    """All members, and the largest figures beside what can always be reached."""

    members: tuple[MemberFairness, ...]
    largest_deviation: float
    deviation_limit: float
    longest_wait: int
    travel_least: int
    travel_most: int
    needs: int
    needs_served: int


def fairness(problem: Problem, plan: Plan) -> Fairness:
    """The report for a plan; history counts towards shares of turns. Members that cannot host owe no turns."""
    row = [*problem.past, *plan.choices]
    able = len([host for host in problem.hosts if host.can_host])
    members = tuple([_member(problem, plan.choices, row, host, able) for host in problem.hosts])
    return Fairness(
        members=members,
        largest_deviation=max((each.deviation for each in members), default=0.0),
        deviation_limit=1 - 1 / (2 * able - 2) if able > 1 else 0.0,
        longest_wait=max((each.wait for each in members), default=0),
        travel_least=min((each.minutes for each in members), default=0),
        travel_most=max((each.minutes for each in members), default=0),
        needs=sum(each.needs for each in members),
        needs_served=sum(each.needs_served for each in members),
    )


def _member(
    problem: Problem, choices: Sequence[Choice], row: Sequence[Choice], host: Host, able: int
) -> MemberFairness:
    """One member's line."""
    visited = [problem.host_by_id[each.host] for each in choices if each.host != host.id]
    others = {each.industry for each in visited} - {"", host.industry}
    strengths = {topic for each in visited for topic in each.strengths if topic not in each.needs}
    return MemberFairness(
        host=host.id,
        turns=len([each for each in choices if each.host == host.id]),
        deviation=round(deviation(row, host, able), 3),
        wait=_wait(problem, choices, host),
        minutes=_minutes(problem, choices, host),
        own_industry=len([each for each in visited if each.industry == host.industry != ""]),
        other_industries=len(others),
        needs=len(set(host.needs)),
        needs_served=len(strengths.intersection(host.needs)),
    )


def deviation(row: Sequence[Choice], host: Host, able: int) -> float:
    """The largest difference, after any meeting, between the host's turns and an equal share of the meetings."""
    if not host.can_host:
        return 0.0
    turns, largest = 0, 0.0
    for count, choice in enumerate(row, start=1):
        turns += choice.host == host.id
        gap = turns - count / able
        gap = -gap if gap < 0 else gap
        largest = gap if gap > largest else largest
    return largest


def _minutes(problem: Problem, choices: Sequence[Choice], host: Host) -> int:
    """Travel one way to every meeting; 0 where travel is unknown."""
    if not problem.travel:
        return 0
    own = problem.travel[problem.position[host.id]]
    return sum([own[problem.position[each.host]] for each in choices])


def _wait(problem: Problem, choices: Sequence[Choice], host: Host) -> int:
    """Months since the last turn when the plan ends."""
    if not host.can_host:
        return 0
    end = month_number(problem.months[-1].id)
    own = [choice.month for choice in choices if choice.host == host.id]
    if own:
        return end - month_number(max(own))
    return problem.wait(host) + end - month_number(problem.months[0].id)
