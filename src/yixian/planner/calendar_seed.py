"""Days of a year from the packaged notices of the State Council; years not announced fall back to weekdays."""

from datetime import date, timedelta

from yixian.planner.calendar import weekday_fallback
from yixian.planner.problem import Day, DayKind

SOURCE = "chinesecalendar"


def days_of_year(year: int) -> tuple[Day, ...]:
    """Every date of a year; `announced` is false throughout when the package does not know the year."""
    length = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    dates = [date(year, 1, 1) + timedelta(days=step) for step in range(length)]
    if not is_announced(year):
        return tuple(weekday_fallback(day.isoformat()) for day in dates)
    return tuple(_day(day) for day in dates)


def is_announced(year: int) -> bool:
    """The package holds the notice for this year."""
    from chinese_calendar import constants

    years = {day.year for day in constants.holidays} & {day.year for day in constants.workdays}
    return year in years


def _day(day: date) -> Day:
    """What one date of an announced year is."""
    import chinese_calendar

    _, name = chinese_calendar.get_holiday_detail(day)
    if chinese_calendar.is_workday(day):
        kind = DayKind.MAKEUP if day.isoweekday() > 5 else DayKind.WORKDAY
    else:
        kind = DayKind.HOLIDAY if name else DayKind.WEEKEND
    return Day(day.isoformat(), kind, _chinese(name), SOURCE)


def _chinese(name: str | None) -> str:
    """The holiday's Chinese name, or nothing."""
    from chinese_calendar import Holiday

    names = {holiday.value: holiday.chinese for holiday in Holiday}
    return names.get(name or "", "")
