"""No plan: the rules named cannot all hold, each of them is needed, and the repair makes a plan possible."""

from dataclasses import replace
from itertools import product

import pytest

from tests.planner.builders import every_plan, plan_from, simple, tiny, with_host, with_month
from yixian.planner.check import check
from yixian.planner.infeasible import possible
from yixian.planner.plan import Conflict, Repair, Status
from yixian.planner.problem import Choice, Settings
from yixian.planner.rules import RULES
from yixian.planner.solve import solve


def impossible():
    """Problems without a plan, by name."""
    yield "capacity", with_month(simple(), 1, attendance=500)
    yield "too few hosts", simple(hosts=2)
    yield "pinned twice", with_month(with_month(simple(), 0, pinned_host="h1"), 2, pinned_host="h1")
    yield (
        "pinned in a blackout",
        with_host(with_month(simple(), 1, pinned_host="h1"), 1, blackout_months=("2026-04",)),
    )
    yield "pinned on a holiday", with_month(simple(), 1, pinned_day="2026-04-06")
    yield (
        "gap",
        with_month(with_month(simple(), 0, announced_day="2026-03-31"), 1, announced_day="2026-04-01"),
    )
    yield "announced elsewhere", with_month(simple(), 1, announced_host="h1", pinned_host="h2")


CASES = dict(impossible())


@pytest.mark.parametrize("name", CASES)
def test_core_is_impossible_and_every_proper_subset_is_not(name):
    problem = CASES[name]
    plan = solve(problem)
    core = [(each.rule, each.month) for each in plan.core]
    assert plan.status is Status.INFEASIBLE
    assert core
    assert not possible(problem, core)
    for left_out in core:
        assert possible(problem, [each for each in core if each != left_out])


@pytest.mark.parametrize("name", CASES)
def test_repairs_are_the_cheapest_rules_to_break(name):
    problem = CASES[name]
    price = {rule.code: rule.price for rule in RULES}
    plan = solve(problem)
    assert plan.repairs
    assert {each.price == price[each.rule] for each in plan.repairs} == {True}
    assert sum(each.price for each in plan.repairs) == cheapest(problem)


def cheapest(problem):
    """The lowest price of broken rules over every choice of hosts and days worth trying."""
    price = {rule.code: rule.price for rule in RULES}
    days = {"2026-03": ("13", "31"), "2026-04": ("01", "06", "15"), "2026-05": ("15",)}
    options = [
        [Choice(month.id, host.id, f"{month.id}-{day}") for host in problem.hosts for day in days[month.id]]
        for month in problem.months
    ]
    rules = [rule for rule in RULES if rule.price is not None]
    return min(
        sum(price[breach.rule] for rule in rules for breach in rule.breaches(problem, row))
        for row in product(*options)
    )


def test_core_of_a_full_venue_names_month_and_rule():
    plan = solve(CASES["capacity"])
    assert plan.core == (Conflict("one_meeting", "2026-04"), Conflict("capacity", "2026-04"))
    assert [(each.rule, each.month, each.granted_by) for each in plan.repairs] == [
        ("capacity", "2026-04", "office")
    ]


def test_core_of_too_few_hosts_names_the_repeat_rule_once():
    plan = solve(CASES["too few hosts"])
    assert [each for each in plan.core if each.rule == "repeat"] == [Conflict("repeat", "")]


def test_repair_says_for_whom_when_and_who_grants():
    plan = solve(CASES["pinned in a blackout"])
    assert [replace(each, host="", day="") for each in plan.repairs] == [
        Repair("pinned", "2026-04", "", "", "office", 20)
    ]


@pytest.mark.parametrize("seed", range(20, 26))
def test_infeasible_exactly_when_no_plan_exists(seed):
    problem = tiny(seed, hosts=3, months=3, settings=Settings(min_gap_days=20, min_gap_months=3))
    none = next(every_plan(problem), None) is None
    assert (solve(problem).status is Status.INFEASIBLE) == none


def test_plan_that_breaks_only_the_repairs_is_otherwise_sound():
    problem = CASES["capacity"]
    plan = solve(problem)
    bigger = with_month(problem, 1, attendance=40)
    assert check(bigger, plan_from(bigger, solve(bigger).choices)) == []
    assert plan.choices == ()
