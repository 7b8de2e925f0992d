"""Texts that are written into records: in the language of the site's papers, whoever presses the button."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from functools import cache

from django.conf import settings
from django.utils import timezone, translation

from yixian.web.shared.templatetags.ui_dates import in_chinese


@contextmanager
def in_site_language() -> Iterator[None]:
    """Write in the language of the site, not in that of the person who is looking."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


def beside(*parts: str) -> str:
    """Name and unit, host and venue: side by side as the present language writes them."""
    return apart().join(part for part in parts if part)


def apart() -> str:
    """What stands between name and unit in the present language; for lists, to ask once."""
    return " " if in_chinese() else ", "


def listed(names: Iterable[str]) -> str:
    """Several names in a row, as the present language writes them."""
    return ("、" if in_chinese() else ", ").join(names)


def times_in_words(day_words: Callable[[date], str]) -> Callable[[datetime | None], str]:
    """What says day and time in a list: each day is put into words once, however many rows it stands in."""
    zone, words = timezone.get_current_timezone(), cache(day_words)

    def when(at: datetime | None) -> str:
        if at is None:
            return ""
        here = at.astimezone(zone)
        return f"{words(here.date())} {here:%H:%M}"

    return when


def month_of(day: date) -> str:
    """The month as records keep it: 2026-03."""
    return f"{day:%Y-%m}"


def first_of(month: str) -> date:
    """The first day of a month like 2026-03."""
    year, number = month.split("-")
    return date(int(year), int(number), 1)


def moment_of(day: date, clock: time) -> datetime:
    """A day and a time on the site's own clock."""
    return datetime.combine(day, clock, tzinfo=timezone.get_default_timezone())
