"""A host is left alone in months and on days that it has ruled out."""

from collections.abc import Iterator

from yixian.planner.plan import Breach
from yixian.planner.problem import Day, Host, Month, Problem
from yixian.planner.rules.base import Choices, Rule

CODE = "blackout"


def allows_host(problem: Problem, month: Month, host: Host) -> bool:
    """The host has not ruled the month out."""
    return month.id not in host.blackout_months


def allows_day(problem: Problem, month: Month, host: Host, day: Day) -> bool:
    """The host has not ruled the day out."""
    return day.date not in host.blackout_days


def breaches(problem: Problem, choices: Choices) -> Iterator[Breach]:
    """Meetings in a month or on a day that the host has ruled out."""
    months = {(host.id, month) for host in problem.hosts for month in host.blackout_months}
    days = {(host.id, day) for host in problem.hosts for day in host.blackout_days}
    for choice in choices:
        if (choice.host, choice.month) in months:
            yield Breach(CODE, choice.month, choice.host, choice.day, found=choice.month)
        if (choice.host, choice.day) in days:
            yield Breach(CODE, choice.month, choice.host, choice.day, found=choice.day)


RULE = Rule(
    CODE, granted_by="host", price=30, breaches=breaches, allows_host=allows_host, allows_day=allows_day
)
