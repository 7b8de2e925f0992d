"""Days named in a report, with the year taken from the day of publication where the text leaves it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from yixian.archive.extract.numbers import chinese_number
from yixian.archive.facts import Confidence

_CN = "零〇一二三四五六七八九十"
_FULL = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?(?:年\s?(?P<m1>\d{1,2})\s?月\s?(?P<d1>\d{1,2})\s?[日号]"
    r"|(?P<sep>[-/.])(?P<m2>\d{1,2})(?P=sep)(?P<d2>\d{1,2})(?!\d))"
)
_SHORT = re.compile(
    rf"(?P<year>去年|今年|前年|(?<![\d{_CN}])(?:19|20)\d\d年|(?<![\d{_CN}])[二一][{_CN}]{{3}}年)?"
    rf"(?<![\d{_CN}])(?P<month>\d{{1,2}}|[{_CN}]{{1,2}})\s?月\s?(?P<day>\d{{1,2}}|[{_CN}]{{1,3}})\s?[日号]"
    rf"(?:\s?(?:至|到|-|—|~)\s?(?:(?P<month2>\d{{1,2}})月)?(?P<day2>\d{{1,2}})[日号])?"
)
_RELATIVE = re.compile(r"昨日|昨天|今日(?!头条)|今天|前天")
_VAGUE = re.compile(
    r"日前|近日|近期|前不久|不久前|本周|上周|本月|上月|月初|月底|(?<![\d月])\d{1,2}日(?![报前])"
)
_BACK = {"今日": 0, "今天": 0, "昨日": 1, "昨天": 1, "前天": 2}
_NEAR, _FAR = 60, 183


@dataclass(frozen=True)
class Day:
    """A day named at a span of the folded text; `value` is None where no year can be told."""

    start: int
    end: int
    value: date | None
    last: date | None
    confidence: Confidence
    note: str
    """Empty when the year is written out; else where it comes from."""


def full_dates(text: str, start: int, end: int) -> Iterator[Day]:
    """Days written with their year in figures, as bylines have them."""
    for match in _FULL.finditer(text, start, end):
        value = _date(int(match["year"]), int(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))
        if value:
            yield Day(match.start(), match.end(), value, None, "high", "")


def days(text: str, start: int, end: int, published: date | None) -> Iterator[Day]:
    """Days of the running text in order of appearance; the year is inferred only from the publication day."""
    for match in _SHORT.finditer(text, start, end):
        month, day = chinese_number(match["month"]), chinese_number(match["day"])
        if month and day and _date(2024, month, day):
            yield _resolved(match, month, day, published)
    for match in _RELATIVE.finditer(text, start, end):
        if text.rfind("“", 0, match.start()) > text.rfind("”", 0, match.start()):
            continue
        value = published - timedelta(days=_BACK[match[0]]) if published else None
        yield Day(match.start(), match.end(), value, None, "medium", "day_from_publication_date")


def vague_time(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of a time that names no day, such as 日前, or None."""
    match = _VAGUE.search(text, start, end)
    return match.span() if match else None


def _resolved(match: re.Match[str], month: int, day: int, published: date | None) -> Day:
    """A month and day with the year that the text or the day of publication gives."""
    year, confidence, note = _year(match["year"] or "", month, day, published)
    value = _date(year, month, day) if year else None
    last = None
    if value and year and match["day2"]:
        last = _date(year, int(match["month2"] or month), int(match["day2"]))
        last = last if last and last > value else None
    return Day(match.start(), match.end(), value, last, confidence, note)


def _year(words: str, month: int, day: int, published: date | None) -> tuple[int | None, Confidence, str]:
    """The year, how sure it is, and where it comes from."""
    if words and words[0] not in "去今前":
        digits = [chinese_number(char) for char in words[:-1]]
        return int("".join(str(digit) for digit in digits)), "high", ""
    if published is None:
        return None, "low", "year_missing"
    if words:
        return published.year - {"今年": 0, "去年": 1, "前年": 2}[words], "high", "year_from_words"
    return _nearest_year(month, day, published)


def _nearest_year(month: int, day: int, published: date) -> tuple[int | None, Confidence, str]:
    """The last year in which the day is not after publication; the longer ago, the less sure."""
    for year in (published.year, published.year - 1, published.year - 2, published.year - 3):
        value = _date(year, month, day)
        if value and value <= published:
            ago = (published - value).days
            confidence: Confidence = "high" if ago <= _NEAR else "medium" if ago <= _FAR else "low"
            return year, confidence, "year_from_publication_date"
    return None, "low", "year_missing"


def _date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
