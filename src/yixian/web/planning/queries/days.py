"""The packaged days of a year, worked out once per process: the package takes 25 ms for a year."""

from datetime import date
from functools import lru_cache

from yixian.planner import Day
from yixian.planner import calendar_seed as seed

YEARS_KEPT = 32


@lru_cache(maxsize=YEARS_KEPT)
def days_of_year(year: int) -> tuple[tuple[date, Day], ...]:
    """Every date of a year with what the packaged notice says of it."""
    return tuple((date.fromisoformat(day.date), day) for day in seed.days_of_year(year))


@lru_cache(maxsize=YEARS_KEPT)
def is_announced(year: int) -> bool:
    """Whether the package holds the notice of this year."""
    return seed.is_announced(year)
