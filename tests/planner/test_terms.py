"""Each soft term counted by hand."""

import pytest

from tests.planner.builders import simple, with_host, with_month
from yixian.planner.problem import Choice, Day, DayKind, Settings
from yixian.planner.terms import TERM_BY_CODE

ROW = (
    Choice("2026-03", "h0", "2026-03-13"),
    Choice("2026-04", "h1", "2026-04-10"),
    Choice("2026-05", "h2", "2026-05-15"),
)


def value(code, problem, choices=ROW):
    return TERM_BY_CODE[code].measure(problem, choices)


def with_hosts(problem, **columns):
    for name, values in columns.items():
        for number, each in enumerate(values):
            problem = with_host(problem, number, **{name: each})
    return problem


def test_volunteers_counts_hosts_without_an_offer_for_the_month():
    problem = with_hosts(simple(), volunteer=(True, True, False), offer_months=((), ("2026-05",), ()))
    assert value("volunteers", problem) == 2


def test_waiting_counts_months_short_of_the_longest():
    problem = with_hosts(simple(), last_hosted=("2025-09", "2025-03", "2024-03", "2023-03"))
    assert value("waiting", problem) == (36 - 6) + (36 - 12) + (36 - 24)


def test_waiting_counts_a_second_turn_as_no_wait():
    problem = with_hosts(simple(), last_hosted=("2025-09", "2025-03", "2024-03", "2023-03"))
    again = (*ROW[:2], Choice("2026-05", "h0", "2026-05-15"))
    assert value("waiting", problem, again) == (36 - 6) + (36 - 12) + 36


def test_waiting_is_capped_and_counts_from_joining():
    problem = with_hosts(
        simple(settings=Settings(wait_cap=20)),
        member_since=("2026-01", None, None),
        last_hosted=(None, "2025-03"),
    )
    assert value("waiting", problem) == (20 - 2) + (20 - 12) + 0


@pytest.mark.parametrize(
    ("code", "attribute"),
    [("venue_spread", "venue_kind"), ("industry_spread", "industry"), ("subdistrict_spread", "subdistrict")],
)
def test_spread_counts_meetings_beyond_an_even_share(code, attribute):
    problem = with_hosts(simple(), **{attribute: ("a", "a", "a", "b")})
    assert value(code, problem) == 1
    assert value(code, with_hosts(simple(), **{attribute: ("a", "b", "", "c")})) == 0


def test_alike_counts_kind_and_industry_repeated_in_a_row():
    problem = with_hosts(simple(), venue_kind=("a", "a", "b"), industry=("i", "i", "i"))
    assert value("alike", problem) == 3


def test_alike_counts_the_last_meeting_held():
    problem = with_hosts(
        simple(history=(Choice("2026-02", "h3", "2026-02-10"),)), venue_kind=("a", "b", "c", "a")
    )
    assert value("alike", problem) == 1


def test_needs_counts_those_that_no_host_shows():
    problem = with_hosts(simple(), needs=(("x", "y"), ("y",), (), ("z",)), strengths=((), ("x",), ("y",), ()))
    assert value("needs", problem) == 1


def test_needs_are_not_shown_by_one_who_asks_itself():
    problem = with_hosts(simple(), needs=(("x",), ("x",)), strengths=(("x",), ()))
    assert value("needs", problem) == 2


def test_relevance_counts_own_industry_unseen_and_others_missing():
    problem = with_hosts(simple(settings=Settings(other_industries=2)), industry=("a", "b", "a", "b"))
    # One other industry exists, so one is wanted; h1 hosts the only b of the row and sees no b elsewhere.
    assert value("relevance", problem) == 1
    # With h0 alone: h0, h1 and h3 miss their own industry, h0 and h2 the other one.
    assert value("relevance", problem, ROW[:1]) == 3 + 2


def test_season_counts_one_for_unsuited_and_two_for_poor():
    problem = with_hosts(simple(), good_months=((3,), (3,), ()), poor_months=((), (), (5,)))
    assert value("season", problem) == 0 + 1 + 2


def test_travel_total_counts_rounded_hours_of_all():
    problem = simple(travel=((0, 30, 31, 0),) * 4)
    assert value("travel_total", problem) == 0 + 2 + 2


def test_travel_worst_counts_minutes_of_the_worst_off():
    problem = simple(travel=((0, 10, 10, 0), (20, 0, 10, 0), (10, 10, 0, 0), (1, 1, 1, 0)))
    assert value("travel_worst", problem) == 30


def test_travel_unknown_counts_nothing():
    assert (value("travel_total", simple()), value("travel_worst", simple())) == (0, 0)


def test_weekday_counts_meetings_off_the_preferred_weekday():
    problem = with_hosts(simple(), preferred_weekdays=((), (1,), (5,)))
    assert value("weekday", problem) == 1


def test_weekday_counts_a_makeup_day():
    saturday = (Day("2026-05-09", DayKind.MAKEUP),)
    problem = with_month(simple(days=saturday, settings=Settings(preferred_weekdays=(6,))), 2)
    assert value("weekday", problem, (*ROW[:2], Choice("2026-05", "h2", "2026-05-09"))) == 3


def test_weekday_without_preference_counts_nothing():
    assert value("weekday", simple(settings=Settings(preferred_weekdays=()))) == 0
