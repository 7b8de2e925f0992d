"""Arithmetic on months written 'YYYY-MM' and days written 'YYYY-MM-DD'."""

from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=1024)
def month_number(month: str) -> int:
    """Months since year 0, so that differences are counts of months; raises ValueError on a bad month."""
    year, _, part = month.partition("-")
    number = int(part)
    if len(year) != 4 or not 1 <= number <= 12:
        raise ValueError(f"not a month: {month!r}")
    return int(year) * 12 + number - 1


def month_name(number: int) -> str:
    """The month written 'YYYY-MM' for a number from `month_number`."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def months_from(first: str, count: int) -> tuple[str, ...]:
    """`count` months in a row beginning with `first`."""
    start = month_number(first)
    return tuple(month_name(start + step) for step in range(count))


def month_of(day: str) -> str:
    """The month that a day lies in."""
    return day[:7]


def calendar_month(month: str) -> int:
    """The month of the year, 1 to 12."""
    return int(month[5:7])


@lru_cache(maxsize=4096)
def weekday(day: str) -> int:
    """Day of the week as in ISO 8601: Monday is 1, Sunday is 7."""
    return date.fromisoformat(day).isoweekday()


@lru_cache(maxsize=4096)
def ordinal(day: str) -> int:
    """A number whose differences are counts of days."""
    return date.fromisoformat(day).toordinal()


@lru_cache(maxsize=128)
def days_in(month: str) -> tuple[str, ...]:
    """Every day of a month in order."""
    first = date(int(month[:4]), int(month[5:7]), 1)
    length = (
        date(*((first.year + 1, 1) if first.month == 12 else (first.year, first.month + 1)), 1) - first
    ).days
    return tuple((first + timedelta(days=step)).isoformat() for step in range(length))
