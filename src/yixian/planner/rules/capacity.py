"""The host's place holds everyone who is expected."""

from collections.abc import Iterator

from yixian.planner.plan import Breach
from yixian.planner.problem import Host, Month, Problem
from yixian.planner.rules.base import Choices, Rule

CODE = "capacity"


def allows_host(problem: Problem, month: Month, host: Host) -> bool:
    """Capacity is at least the attendance expected."""
    return host.capacity >= month.attendance


def breaches(problem: Problem, choices: Choices) -> Iterator[Breach]:
    """Meetings with more people expected than the place holds."""
    room = {host.id: host.capacity for host in problem.hosts}
    for choice in choices:
        month = problem.month_by_id.get(choice.month)
        if month is not None and choice.host in room and room[choice.host] < month.attendance:
            found, expected = str(room[choice.host]), str(month.attendance)
            yield Breach(CODE, choice.month, choice.host, choice.day, found, expected)


RULE = Rule(CODE, granted_by="office", price=25, breaches=breaches, allows_host=allows_host)
