"""Days and times as people here write them: 2026年3月18日（周三）, or Wed 18 Mar 2026."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import get_language

WEEKDAYS_ZH = "一二三四五六日"
WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def local(value: date | datetime) -> date | datetime:
    """The same moment on the site's own clock; plain days and naive times stay as they are."""
    return _here(value) if isinstance(value, datetime) else value


def _here(value: datetime) -> datetime:
    return value if value.tzinfo is None else value.astimezone(timezone.get_current_timezone())


def in_chinese() -> bool:
    """Whether the page is being written in Chinese."""
    return (get_language() or "zh").startswith("zh")


def day(value: date | datetime | None) -> str:
    """A full day with its weekday; nothing for nothing."""
    if not value:
        return ""
    at = local(value)
    if in_chinese():
        return f"{at.year}年{at.month}月{at.day}日（周{WEEKDAYS_ZH[at.weekday()]}）"
    return f"{WEEKDAYS_EN[at.weekday()]} {at.day} {MONTHS_EN[at.month - 1][:3]} {at.year}"


def day_short(value: date | datetime | None) -> str:
    """A day without its year, for lists that show the year elsewhere."""
    if not value:
        return ""
    at = local(value)
    if in_chinese():
        return f"{at.month}月{at.day}日（周{WEEKDAYS_ZH[at.weekday()]}）"
    return f"{WEEKDAYS_EN[at.weekday()]} {at.day} {MONTHS_EN[at.month - 1][:3]}"


def month(value: date | datetime | None) -> str:
    """A month of a year."""
    if not value:
        return ""
    at = local(value)
    return f"{at.year}年{at.month}月" if in_chinese() else f"{MONTHS_EN[at.month - 1]} {at.year}"


def clock(value: datetime | None) -> str:
    """The time of day, in twenty-four hours."""
    if not value:
        return ""
    at = _here(value)
    return f"{at.hour:02}:{at.minute:02}"


def moment(value: datetime | None) -> str:
    """A day and its time."""
    return f"{day(value)} {clock(value)}" if value else ""


def span(start: datetime | None, end: datetime | None) -> str:
    """From a moment to another; the day is told once when both are on it."""
    if not start or not end:
        return moment(start or end)
    if local(start).timetuple()[:3] == local(end).timetuple()[:3]:
        return f"{moment(start)}–{clock(end)}"
    return f"{moment(start)} – {moment(end)}"
