"""A year as twelve sheets of days, shaded by what each day is. Its twin is the list of exceptions."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from yixian.web.shared.templatetags.ui_dates import MONTHS_EN, WEEKDAYS_EN, WEEKDAYS_ZH, in_chinese


def year_sheet(kinds: Mapping[date, str], names: Mapping[date, str], today: date) -> SafeString:
    """The months in order; `kinds` says what each date is (ascending), `names` how an exception is called."""
    months = groupby(kinds, key=attrgetter("month"))
    sheets = (_month(number, list(days), kinds, names, today) for number, days in months)
    return mark_safe(f'<div class="year-sheet" aria-hidden="true">{"".join(sheets)}</div>')


def _month(
    number: int, days: list[date], kinds: Mapping[date, str], names: Mapping[date, str], today: date
) -> str:
    title = f"{number}月" if in_chinese() else MONTHS_EN[number - 1]
    heads = WEEKDAYS_ZH if in_chinese() else [name[0] for name in WEEKDAYS_EN]
    week = "".join(f"<i>{head}</i>" for head in heads)
    before = "<b></b>" * days[0].weekday()
    cells = "".join(
        [
            _special(day, kinds, names, today)
            if day in names or day == today
            else f'<b class="day-{kinds[day]}">{day.day}</b>'
            for day in days
        ]
    )
    return f'<div class="sheet-month"><p>{title}</p><div class="sheet-days">{week}{before}{cells}</div></div>'


def _special(day: date, kinds: Mapping[date, str], names: Mapping[date, str], today: date) -> str:
    """A day with a name, or today."""
    name = names.get(day)
    said = f' title="{escape(name)}"' if name else ""
    now = " is-today" if day == today else ""
    joined = " is-joined" if name and names.get(day + timedelta(1)) == name and day.weekday() < 6 else ""
    return f'<b class="day-{kinds[day]}{now}{joined}"{said}>{day.day}</b>'
