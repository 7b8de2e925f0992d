"""Meetings are held on working days: ordinary weekdays that are no holiday, and make-up working days."""

from collections.abc import Iterator

from yixian.planner.plan import Breach
from yixian.planner.problem import Day, Host, Month, Problem
from yixian.planner.rules.base import Choices, Rule

CODE = "working_day"


def allows_day(problem: Problem, month: Month, host: Host, day: Day) -> bool:
    """People are at work."""
    return day.working


def breaches(problem: Problem, choices: Choices) -> Iterator[Breach]:
    """Meetings on weekends and holidays."""
    calendar = problem.calendar
    for choice in choices:
        day = calendar.get(choice.day)
        if day is not None and day.kind in ("weekend", "holiday"):
            yield Breach(CODE, choice.month, choice.host, choice.day, found=day.name or day.kind.value)


RULE = Rule(CODE, granted_by="leadership", price=60, breaches=breaches, allows_day=allows_day)
