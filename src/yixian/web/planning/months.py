"""Months as 'YYYY-MM'. Pure."""

from datetime import date


def month_of(day: date) -> str:
    """The month of a day."""
    return f"{day.year:04d}-{day.month:02d}"


def later(month: str, by: int) -> str:
    """The month `by` months later (earlier if negative)."""
    year, number = (int(part) for part in month.split("-"))
    index = year * 12 + number - 1 + by
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def months_from(first: str, count: int) -> list[str]:
    """`count` months, the first included."""
    return [later(first, step) for step in range(count)]


def first_day(month: str) -> date:
    """The first day of a month."""
    year, number = (int(part) for part in month.split("-"))
    return date(year, number, 1)
