"""Months and days seen from the day of the run, so that no test ages: what lies ahead stays ahead."""

from datetime import date

from django.utils import timezone

from yixian.planner.calendar_seed import days_of_year
from yixian.web.planning.months import later, month_of, months_from

TODAY = timezone.localdate()


def month_from_now(by: int) -> str:
    """The month `by` months after this one."""
    return later(month_of(TODAY), by)


def months_ahead(count: int) -> list[str]:
    """The months that follow this one."""
    return months_from(month_from_now(1), count)


def day_of(month: str, number: int) -> date:
    """A day of a month, whatever it is."""
    return date.fromisoformat(f"{month}-{number:02d}")


def working_day(month: str, near: int = 15) -> date:
    """The first working day of a month from the day `near` on, by the packaged notices or the weekday."""
    known = (day.date for day in days_of_year(int(month[:4])) if day.working)
    return next(date.fromisoformat(day) for day in known if f"{month}-{near:02d}" <= day < f"{month}-32")


def last_day(month: str) -> date:
    """The last day of a month."""
    return date.fromordinal(day_of(later(month, 1), 1).toordinal() - 1)


def in_words(month: str) -> str:
    """A month as English pages write it: January 2027."""
    return f"{day_of(month, 1):%B %Y}"
