"""Whatever plan the solver gives passes the checker; break any one rule in it and the checker says so."""

from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planner.builders import tiny, with_host, with_month
from yixian.planner.check import check
from yixian.planner.plan import Status
from yixian.planner.problem import Day, DayKind
from yixian.planner.sample import sample_problem
from yixian.planner.solve import solve

SEEDS = range(12)


@cache
def solved(seed):
    """A sample problem of 14 members and 6 months, and its plan."""
    problem = sample_problem(14, 6, seed, first="2026-03")
    return problem, solve(problem)


def rules_broken(problem, plan):
    return {breach.rule for breach in check(problem, plan)}


def changed(plan, place, **values):
    row = list(plan.choices)
    row[place] = replace(row[place], **values)
    return replace(plan, choices=tuple(row))


cases = st.tuples(st.sampled_from(SEEDS), st.integers(0, 5))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_solve_of_any_tiny_problem_passes_or_is_refused_with_reasons(seed):
    problem = tiny(seed, hosts=4, months=3)
    plan = solve(problem)
    if plan.status is Status.INFEASIBLE:
        assert plan.core != ()
    else:
        assert (plan.status, check(problem, plan)) == (Status.OPTIMAL, [])


@settings(max_examples=60, deadline=None)
@given(cases, st.data())
def test_check_refuses_a_plan_with_one_rule_broken(case, data):
    (problem, plan), place = solved(case[0]), case[1]
    assert check(problem, plan) == []
    rule, wrong_problem, wrong_plan = data.draw(st.sampled_from(list(mutations(problem, plan, place))))
    assert rule in rules_broken(wrong_problem, wrong_plan)


def mutations(problem, plan, place):
    """For each rule, the problem and a plan that breaks it in one month."""
    choice = plan.choices[place]
    number = problem.position[choice.host]
    other = plan.choices[place - 1]
    another = next(host.id for host in problem.hosts if host.id != choice.host)
    yield "one_meeting", problem, replace(plan, choices=plan.choices[:place] + plan.choices[place + 1 :])
    yield "one_meeting", problem, changed(plan, place, host="nobody")
    yield "one_meeting", problem, changed(plan, place, day=other.day)
    yield "can_host", with_host(problem, number, can_host=False), plan
    yield "blackout", with_host(problem, number, blackout_months=(choice.month,)), plan
    yield "blackout", with_host(problem, number, blackout_days=(choice.day,)), plan
    yield "capacity", with_host(problem, number, capacity=1), plan
    yield "venue_kind", with_month(problem, place, venue_kind="elsewhere"), plan
    yield "announced", with_month(problem, place, announced_host=another), plan
    yield "announced", with_month(problem, place, announced_day=f"{choice.month}-01"), plan
    yield "pinned", with_month(problem, place, pinned_host=another), plan
    yield "repeat", problem, changed(plan, place, host=other.host)
    yield "working_day", replace(problem, days=(Day(choice.day, DayKind.HOLIDAY),)), plan
    wide = replace(problem.settings, min_gap_days=100)
    yield "day_gap", replace(problem, settings=wide), plan


@settings(max_examples=30, deadline=None)
@given(cases, st.integers(1, 50))
def test_check_refuses_figures_that_are_stated_wrongly(case, error):
    problem, plan = solved(case[0])
    term = plan.terms[case[1]]
    terms = tuple(replace(each, value=each.value + error) if each == term else each for each in plan.terms)
    assert rules_broken(problem, replace(plan, terms=terms)) == {"term"}
    assert rules_broken(problem, replace(plan, objective=plan.objective + error)) == {"objective", "bound"}
    assert rules_broken(problem, replace(plan, bound=plan.bound - error)) == {"bound"}
