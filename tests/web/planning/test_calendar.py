"""The calendar of days: exceptions as runs, corrections by hand, and the year as a picture."""

from datetime import date

import pytest

from yixian.web.planning.models import CalendarDay
from yixian.web.planning.queries.calendar import calendar_page
from yixian.web.planning.templatetags.year_sheet import year_sheet


@pytest.fixture
def year(officer):
    """The calendar of 2026 as the district keeps it."""

    def read():
        return calendar_page(officer, 2026)

    return read


def test_days_in_a_row_are_one_line(year):
    first = [(run.first, run.last, run.kind, run.days) for run in year().runs][:2]
    assert first == [
        (date(2026, 1, 1), date(2026, 1, 3), "holiday", 3),
        (date(2026, 1, 4), date(2026, 1, 4), "make_up", 1),
    ]


def test_a_day_corrected_by_hand_stands_alone(year, district):
    CalendarDay.objects.create(
        federation=district, date=date(2026, 1, 2), kind="working", name="盘点", source="办公室"
    )
    page = year()
    told = [(run.first.day, run.last.day, run.kind, run.source == "办公室") for run in page.runs][:3]
    assert (page.kept, told) == (
        True, [(1, 1, "holiday", False), (2, 2, "working", True), (3, 3, "holiday", False)],
    )  # fmt: skip


def test_the_page_draws_every_day_of_the_year(signed_in, get_page, officer):
    html = get_page(signed_in(officer), "/planning/calendar/?year=2026").content.decode()
    assert (html.count('<b class="day-'), html.count('class="sheet-month"')) == (365, 12)


def test_today_is_marked_and_names_are_safe():
    day = date(2026, 5, 1)
    html = year_sheet({day: "holiday"}, {day: "<节>"}, day)
    assert '<b class="day-holiday is-today" title="&lt;节&gt;">1</b>' in html
