"""A host or a day pinned by hand stays until the pin is taken out."""

from collections.abc import Iterator

from yixian.planner.plan import Breach
from yixian.planner.problem import Day, Host, Month, Problem
from yixian.planner.rules.base import Choices, Rule

CODE = "pinned"


def allows_host(problem: Problem, month: Month, host: Host) -> bool:
    """No host is pinned, or it is this one."""
    return month.pinned_host is None or month.pinned_host == host.id


def allows_day(problem: Problem, month: Month, host: Host, day: Day) -> bool:
    """No day is pinned, or it is this one."""
    return month.pinned_day is None or month.pinned_day == day.date


def breaches(problem: Problem, choices: Choices) -> Iterator[Breach]:
    """Meetings elsewhere or on another day than pinned."""
    for choice in choices:
        month = problem.month_by_id.get(choice.month)
        if month is None:
            continue
        if month.pinned_host and choice.host != month.pinned_host:
            found, expected = choice.host, month.pinned_host
            yield Breach(CODE, choice.month, choice.host, choice.day, found, expected)
        if month.pinned_day and choice.day != month.pinned_day:
            found, expected = choice.day, month.pinned_day
            yield Breach(CODE, choice.month, choice.host, choice.day, found, expected)


RULE = Rule(
    CODE, granted_by="office", price=20, breaches=breaches, allows_host=allows_host, allows_day=allows_day
)
