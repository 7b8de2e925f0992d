"""Preferred weekday: a meeting on another weekday, or on a make-up working day, counts one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yixian.planner.dates import weekday
from yixian.planner.explanation import Reason
from yixian.planner.linear import Expr
from yixian.planner.problem import Choice, Day, DayKind, Host, Problem
from yixian.planner.terms.base import Choices, Term

if TYPE_CHECKING:
    from yixian.planner.model import YearModel


def off_weekday(problem: Problem, host: Host, day: Day) -> int:
    """1 if the day is not one of the host's weekdays or, where it names none, of the programme's."""
    wanted = host.preferred_weekdays or problem.settings.preferred_weekdays
    if not wanted:
        return 0
    return int(day.kind is DayKind.MAKEUP or weekday(day.date) not in wanted)


def add(model: YearModel) -> Expr:
    """Collected while the days were written."""
    return model.off_days


def measure(problem: Problem, choices: Choices) -> int:
    """Meetings off their weekday."""
    calendar = problem.calendar
    return sum(off_weekday(problem, problem.host_by_id[each.host], calendar[each.day]) for each in choices)


def reason(problem: Problem, choices: Choices, choice: Choice) -> Reason | None:
    """The day is on a preferred weekday."""
    day = problem.calendar[choice.day]
    if off_weekday(problem, problem.host_by_id[choice.host], day):
        return None
    return Reason("weekday", {"weekday": weekday(choice.day)})


TERM = Term("weekday", "meeting", 8, add, measure, reason)
