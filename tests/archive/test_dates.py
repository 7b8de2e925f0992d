"""Days in reports and the year they are given."""

from datetime import date

import pytest

from yixian.archive.extract.dates import days, vague_time

PUBLISHED = date(2024, 3, 15)


@pytest.mark.parametrize(
    ("text", "value", "confidence", "note"),
    [
        ("3月12日", date(2024, 3, 12), "high", "year_from_publication_date"),
        ("三月十二日", date(2024, 3, 12), "high", "year_from_publication_date"),
        ("12月30日", date(2023, 12, 30), "medium", "year_from_publication_date"),
        ("5月1日", date(2023, 5, 1), "low", "year_from_publication_date"),
        ("2月29日", date(2024, 2, 29), "high", "year_from_publication_date"),
        ("2023年2月24日", date(2023, 2, 24), "high", ""),
        ("二〇二三年二月二十四日", date(2023, 2, 24), "high", ""),
        ("去年3月12日", date(2023, 3, 12), "high", "year_from_words"),
        ("今年1月2日", date(2024, 1, 2), "high", "year_from_words"),
        ("昨日", date(2024, 3, 14), "medium", "day_from_publication_date"),
    ],
)
def test_day_with_publication(text, value, confidence, note):
    """The year is written, told by 去年 and 今年, or the last one not after publication."""
    (day,) = days(text, 0, len(text), PUBLISHED)
    assert (day.value, day.confidence, day.note) == (value, confidence, note)


@pytest.mark.parametrize("text", ["3月12日", "去年3月12日", "昨日"])
def test_day_without_publication(text):
    """Without a day of publication there is no year, and none is guessed."""
    (day,) = days(text, 0, len(text), None)
    assert day.value is None


@pytest.mark.parametrize("text", ["13月1日", "2月30日", "0月5日", "十三月一日", "5月"])
def test_no_day(text):
    """What the calendar does not have is no day."""
    assert list(days(text, 0, len(text), PUBLISHED)) == []


def test_range_of_days():
    """A range gives its first and last day."""
    (day,) = days("3月5日至7日", 0, 7, PUBLISHED)
    assert (day.value, day.last) == (date(2024, 3, 5), date(2024, 3, 7))


def test_vague_time():
    """日前 names no day."""
    assert vague_time("日前，某地", 0, 5) == (0, 2)
