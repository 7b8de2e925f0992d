"""Days and times in both languages, on the site's own clock."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from yixian.web.shared.templatetags import ui_dates

LATE = datetime(2026, 3, 17, 17, 5, tzinfo=UTC)  # 01:05 of the 18th in Shanghai


@pytest.mark.parametrize(
    ("name", "chinese", "english"),
    [
        ("day", "2026年3月18日（周三）", "Wed 18 Mar 2026"),
        ("day_short", "3月18日（周三）", "Wed 18 Mar"),
        ("month", "2026年3月", "March 2026"),
        ("clock", "01:05", "01:05"),
        ("moment", "2026年3月18日（周三） 01:05", "Wed 18 Mar 2026 01:05"),
    ],
)
def test_a_moment_is_told_in_both_languages(name, chinese, english):
    tell = getattr(ui_dates, name)
    with translation.override("zh-hans"):
        assert tell(LATE) == chinese
    with translation.override("en"):
        assert tell(LATE) == english
    assert tell(None) == ""


def test_a_plain_day_is_not_shifted():
    with translation.override("zh-hans"):
        assert ui_dates.day(date(2026, 12, 31)) == "2026年12月31日（周四）"


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (datetime(2026, 3, 17, 19, 30, tzinfo=UTC), "2026年3月18日（周三） 01:05–03:30"),
        (
            datetime(2026, 3, 18, 16, 0, tzinfo=UTC),
            "2026年3月18日（周三） 01:05 – 2026年3月19日（周四） 00:00",
        ),
        (None, "2026年3月18日（周三） 01:05"),
    ],
)
def test_a_span_tells_its_day_once(end, told):
    with translation.override("zh-hans"):
        assert ui_dates.span(LATE, end) == told
