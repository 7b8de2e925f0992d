"""Working days: the notice where there is one, weekdays and a flag where there is none."""

from tests.planner.builders import simple
from yixian.planner.calendar import unannounced_years
from yixian.planner.calendar_seed import days_of_year, is_announced
from yixian.planner.dates import days_in, month_name, month_number, months_from, ordinal, weekday
from yixian.planner.days import place_days
from yixian.planner.problem import Choice, Day, DayKind, Settings


def test_seed_of_an_announced_year_knows_holidays_and_makeup_days():
    days = {day.date: day for day in days_of_year(2026)}
    assert len(days) == 365
    assert days["2026-10-01"] == Day("2026-10-01", DayKind.HOLIDAY, "国庆节", "chinesecalendar")
    assert days["2026-10-10"] == Day("2026-10-10", DayKind.MAKEUP, "国庆节", "chinesecalendar")
    assert days["2026-03-14"] == Day("2026-03-14", DayKind.WEEKEND, "", "chinesecalendar")
    assert (days["2026-10-10"].working, days["2026-10-01"].working) == (True, False)


def test_seed_of_a_year_not_announced_falls_back_and_is_flagged():
    days = days_of_year(2099)
    assert not is_announced(2099)
    assert {day.announced for day in days} == {False}
    assert days[0] == Day("2099-01-01", DayKind.WORKDAY, announced=False)


def test_problem_without_days_uses_weekdays_and_names_the_year():
    problem = simple(days=())
    assert problem.calendar["2026-04-06"].kind is DayKind.WORKDAY
    assert unannounced_years(problem) == (2026,)
    assert unannounced_years(simple()) == ()


def test_dates_count_months_days_and_weekdays():
    assert months_from("2026-11", 3) == ("2026-11", "2026-12", "2027-01")
    assert month_name(month_number("2026-12")) == "2026-12"
    assert (days_in("2028-02")[-1], days_in("2026-12")[-1]) == ("2028-02-29", "2026-12-31")
    assert (weekday("2026-03-16"), ordinal("2026-03-01") - ordinal("2026-02-28")) == (1, 1)


def test_place_days_takes_the_weekday_nearest_the_middle():
    hosts = {"2026-03": "h0", "2026-04": "h1", "2026-05": "h2"}
    days = [choice.day for choice in place_days(simple(), hosts)]
    assert days == ["2026-03-13", "2026-04-17", "2026-05-15"]


def test_place_days_keeps_the_gap_and_says_when_it_cannot():
    hosts = {"2026-03": "h0", "2026-04": "h1", "2026-05": "h2"}
    wide = place_days(simple(settings=Settings(min_gap_days=44)), hosts)
    assert wide[0] == Choice("2026-03", "h0", "2026-03-02")
    assert place_days(simple(settings=Settings(min_gap_days=45)), hosts) is None
