"""Each hard rule: what it refuses in a plan, and that the solver keeps it."""

from dataclasses import replace

import pytest

from tests.planner.builders import plan_from, simple, with_host, with_month
from yixian.planner.check import check
from yixian.planner.plan import Breach, Plan, Status
from yixian.planner.problem import Choice, Day, DayKind, Settings
from yixian.planner.solve import solve

GOOD = (
    Choice("2026-03", "h0", "2026-03-13"),
    Choice("2026-04", "h1", "2026-04-10"),
    Choice("2026-05", "h2", "2026-05-15"),
)


def breaches(problem, choices=GOOD):
    return [each for each in check(problem, plan_from(problem, choices)) if each.rule != "bound"]


def test_check_with_every_rule_kept_finds_nothing():
    assert breaches(simple()) == []


def test_one_meeting_with_a_month_missing_is_a_breach():
    problem = simple()
    assert check(problem, Plan(Status.FEASIBLE, GOOD[:2])) == [
        Breach("one_meeting", "2026-05", found="0", expected="1")
    ]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (
            Choice("2026-09", "h0", "2026-09-04"),
            Breach("one_meeting", "2026-09", "h0", "2026-09-04", "2026-09"),
        ),
        (
            Choice("2026-05", "nobody", "2026-05-15"),
            Breach("one_meeting", "2026-05", "nobody", "2026-05-15", "nobody"),
        ),
        (
            Choice("2026-05", "h2", "2026-06-12"),
            Breach("one_meeting", "2026-05", "h2", "2026-06-12", "2026-06-12", "2026-05"),
        ),
    ],
)
def test_one_meeting_with_something_unknown_is_a_breach(choice, expected):
    choices = (*GOOD[:2], choice) if choice.month == "2026-05" else (*GOOD, choice)
    assert expected in check(simple(), Plan(Status.FEASIBLE, choices))


def test_can_host_without_a_place_is_a_breach_and_is_not_chosen():
    problem = with_host(simple(), 1, can_host=False)
    assert breaches(problem) == [Breach("can_host", "2026-04", "h1", "2026-04-10")]
    assert "h1" not in {choice.host for choice in solve(problem).choices}


def test_blackout_month_is_a_breach_and_is_not_chosen():
    problem = simple(hosts=3)
    for number in range(3):
        ruled_out = ("2026-03", "2026-05") if number == 1 else ("2026-04",)
        problem = with_host(problem, number, blackout_months=ruled_out)
    wrong = (replace(GOOD[0], host="h1"), replace(GOOD[1], host="h0"), GOOD[2])
    assert breaches(problem, wrong) == [
        Breach("blackout", "2026-03", "h1", "2026-03-13", "2026-03"),
        Breach("blackout", "2026-04", "h0", "2026-04-10", "2026-04"),
    ]
    assert solve(problem).by_month["2026-04"].host == "h1"


def test_blackout_day_is_a_breach_and_is_not_chosen():
    problem = with_month(with_host(simple(), 1, blackout_days=("2026-04-10",)), 1, pinned_host="h1")
    assert breaches(problem) == [Breach("blackout", "2026-04", "h1", "2026-04-10", "2026-04-10")]
    assert solve(problem).by_month["2026-04"].day == "2026-04-17"


def test_capacity_below_attendance_is_a_breach_and_is_not_chosen():
    problem = with_month(with_host(simple(hosts=3), 0, capacity=60), 1, attendance=60)
    assert breaches(problem) == [Breach("capacity", "2026-04", "h1", "2026-04-10", "50", "60")]
    assert solve(problem).by_month["2026-04"].host == "h0"


def test_venue_kind_not_the_demanded_is_a_breach_and_is_not_chosen():
    problem = with_month(with_host(simple(), 3, venue_kind="museum"), 1, venue_kind="museum")
    assert breaches(problem) == [Breach("venue_kind", "2026-04", "h1", "2026-04-10", "", "museum")]
    assert solve(problem).by_month["2026-04"].host == "h3"


@pytest.mark.parametrize(("day", "found"), [("2026-04-06", "清明"), ("2026-04-11", "weekend")])
def test_working_day_on_a_day_off_is_a_breach(day, found):
    choices = (GOOD[0], replace(GOOD[1], day=day), GOOD[2])
    assert breaches(simple(), choices) == [Breach("working_day", "2026-04", "h1", day, found)]


def test_working_day_is_kept_where_most_of_a_month_is_off():
    off = tuple(Day(f"2026-03-{day:02d}", DayKind.HOLIDAY) for day in range(1, 32) if day != 7)
    problem = simple(days=(*off, Day("2026-03-07", DayKind.MAKEUP)))
    assert solve(problem).by_month["2026-03"].day == "2026-03-07"


def test_announced_host_and_day_stay():
    problem = with_month(simple(), 1, announced_host="h3", announced_day="2026-04-21")
    assert breaches(problem) == [
        Breach("announced", "2026-04", "h1", "2026-04-10", "h1", "h3"),
        Breach("announced", "2026-04", "h1", "2026-04-10", "2026-04-10", "2026-04-21"),
    ]
    assert solve(problem).by_month["2026-04"] == Choice("2026-04", "h3", "2026-04-21")


def test_pinned_host_and_day_stay():
    problem = with_month(simple(), 2, pinned_host="h3", pinned_day="2026-05-20")
    assert breaches(problem) == [
        Breach("pinned", "2026-05", "h2", "2026-05-15", "h2", "h3"),
        Breach("pinned", "2026-05", "h2", "2026-05-15", "2026-05-15", "2026-05-20"),
    ]
    assert solve(problem).by_month["2026-05"] == Choice("2026-05", "h3", "2026-05-20")


def test_day_gap_too_small_is_a_breach_and_is_not_chosen():
    problem = with_month(simple(settings=Settings(min_gap_days=30)), 1, pinned_day="2026-04-01")
    choices = (GOOD[0], replace(GOOD[1], day="2026-04-01"), GOOD[2])
    assert breaches(problem, choices) == [Breach("day_gap", "2026-04", "h1", "2026-04-01", "19", "30")]
    assert solve(problem).by_month["2026-03"].day == "2026-03-02"


def test_day_gap_counts_from_the_last_meeting_held():
    problem = simple(history=(Choice("2026-02", "gone", "2026-02-27"),))
    choices = (replace(GOOD[0], day="2026-03-06"), *GOOD[1:])
    assert breaches(problem, choices) == [Breach("day_gap", "2026-03", "h0", "2026-03-06", "7", "14")]
    assert solve(problem).by_month["2026-03"].day == "2026-03-13"


def test_repeat_within_the_months_is_a_breach_and_is_not_chosen():
    problem = simple()
    choices = (*GOOD[:2], replace(GOOD[2], host="h0"))
    assert breaches(problem, choices) == [Breach("repeat", "2026-05", "h0", "2026-05-15", "2", "3")]
    assert len({choice.host for choice in solve(problem).choices}) == 3


def test_repeat_counts_turns_before_the_plan():
    problem = with_host(simple(history=(Choice("2026-02", "h1", "2026-02-10"),)), 0, last_hosted="2026-01")
    assert breaches(problem) == [
        Breach("repeat", "2026-03", "h0", "2026-03-13", "2", "3"),
        Breach("repeat", "2026-04", "h1", "2026-04-10", "2", "3"),
    ]
    plan = solve(problem)
    assert plan.by_month["2026-03"].host in ("h2", "h3")
    assert check(problem, plan) == []


def test_check_with_wrong_figures_names_each():
    problem = simple()
    plan = replace(solve(problem), objective=1, bound=0, terms=(), seed="other")
    assert {each.rule for each in check(problem, plan)} == {"term", "objective", "bound", "seed"}
