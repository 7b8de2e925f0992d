"""At least N days lie between one meeting and the next, and between the last meeting held and the first planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from yixian.planner.dates import days_in, ordinal
from yixian.planner.plan import Breach
from yixian.planner.problem import Day, Host, Month, Problem
from yixian.planner.rules.base import Choices, Rule

if TYPE_CHECKING:
    from yixian.planner.model import YearModel

CODE = "day_gap"
PRICE = 10


def allows_day(problem: Problem, month: Month, host: Host, day: Day) -> bool:
    """The last meeting before the plan lies at least N days back (only the first month can be too near)."""
    if month.id != problem.months[0].id or not problem.past:
        return True
    return ordinal(day.date) - ordinal(problem.past[-1].day) >= problem.settings.min_gap_days


def reach(problem: Problem, date: str, before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many days of the month before and of the month after a meeting on `date` would block."""
    gap, here = problem.settings.min_gap_days, ordinal(date)
    back = max((ordinal(days_in(month)[-1]) - (here - gap) for month in before), default=0)
    ahead = max((here + gap - ordinal(days_in(month)[0]) for month in after), default=0)
    return max(0, back), max(0, ahead)


def add(model: YearModel) -> None:
    """For each day of a month: no meeting on it or later together with one too soon in the month after."""
    for first, second in pairwise(month.id for month in model.problem.months):
        if not model.active(CODE, second):
            continue
        early, late = model.day_vars(first), model.day_vars(second)
        slack = _slack(model)
        for date in sorted(early):
            limit = ordinal(date) + model.problem.settings.min_gap_days
            near = [var for day, found in late.items() if ordinal(day) < limit for var in found]
            if near:
                from_here = [var for day, found in early.items() if day >= date for var in found]
                model.linear.row([(var, 1) for var in from_here + near] + slack, upper=1)


def _slack(model: YearModel) -> list[tuple[int, int]]:
    """In an elastic model, the variable that lets two meetings come too close at a price."""
    if not model.scope.elastic:
        return []
    slack = model.linear.var()
    model.price.add(slack, PRICE)
    return [(slack, -1)]


def breaches(problem: Problem, choices: Choices) -> Iterator[Breach]:
    """Meetings that follow the one before within fewer than N days."""
    ordered = sorted(choices, key=lambda choice: choice.day)
    before = sorted(problem.history, key=lambda choice: choice.day)[-1:]
    for earlier, later in pairwise([*before, *ordered]):
        apart = ordinal(later.day) - ordinal(earlier.day)
        if apart < problem.settings.min_gap_days:
            expected = str(problem.settings.min_gap_days)
            yield Breach(CODE, later.month, later.host, later.day, str(apart), expected)


RULE = Rule(CODE, granted_by="office", price=PRICE, breaches=breaches, allows_day=allows_day, add=add)
