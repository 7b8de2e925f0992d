"""The working calendar of a problem: its own table of days, and plain weekdays where the table is silent."""

from collections.abc import Iterable

from yixian.planner.dates import days_in, weekday
from yixian.planner.problem import Day, DayKind, Problem


def weekday_fallback(day: str) -> Day:
    """Monday to Friday are workdays; flagged as not announced so that every page can say so."""
    kind = DayKind.WORKDAY if weekday(day) <= 5 else DayKind.WEEKEND
    return Day(day, kind, announced=False)


def days_of_months(table: Iterable[Day], months: Iterable[str]) -> dict[str, Day]:
    """Every date of `months` with what it is, taken from `table` or else from the weekday."""
    known = {day.date: day for day in table}
    dates = [date for month in months for date in days_in(month)]
    return {date: known.get(date) or weekday_fallback(date) for date in dates}


def unannounced_years(problem: Problem) -> tuple[int, ...]:
    """Years of the plan for which at least one date rests on the weekday alone."""
    return tuple(sorted({int(date[:4]) for date, day in problem.calendar.items() if not day.announced}))
