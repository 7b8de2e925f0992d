"""A host and a day that have been announced stay."""

from collections.abc import Iterator

from yixian.planner.plan import Breach
from yixian.planner.problem import Day, Host, Month, Problem
from yixian.planner.rules.base import Choices, Rule

CODE = "announced"


def allows_host(problem: Problem, month: Month, host: Host) -> bool:
    """No host is announced, or it is this one."""
    return month.announced_host is None or month.announced_host == host.id


def allows_day(problem: Problem, month: Month, host: Host, day: Day) -> bool:
    """No day is announced, or it is this one."""
    return month.announced_day is None or month.announced_day == day.date


def breaches(problem: Problem, choices: Choices) -> Iterator[Breach]:
    """Meetings elsewhere or on another day than announced."""
    for choice in choices:
        month = problem.month_by_id.get(choice.month)
        if month is None:
            continue
        if month.announced_host and choice.host != month.announced_host:
            found, expected = choice.host, month.announced_host
            yield Breach(CODE, choice.month, choice.host, choice.day, found, expected)
        if month.announced_day and choice.day != month.announced_day:
            found, expected = choice.day, month.announced_day
            yield Breach(CODE, choice.month, choice.host, choice.day, found, expected)


RULE = Rule(
    CODE, granted_by="leadership", price=80, breaches=breaches, allows_host=allows_host, allows_day=allows_day
)
