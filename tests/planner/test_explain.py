"""Reasons, runners-up and prices, against every plan of tiny problems."""

import pytest

from tests.planner.builders import every_plan, simple, tiny, with_host, with_month
from yixian.planner.explain import explain
from yixian.planner.explanation import Price, Reason
from yixian.planner.plan import Breach, Status
from yixian.planner.regret import regrets
from yixian.planner.solve import solve

SOLVABLE = [seed for seed in range(12) if next(every_plan(tiny(seed, hosts=4, months=3)), None)][:4]


def best_with(plans, allowed):
    return min((plan.objective for plan in plans if allowed(plan)), default=None)


@pytest.mark.parametrize("seed", SOLVABLE)
def test_runner_up_and_without_are_the_best_other_plans(seed):
    problem = tiny(seed, hosts=4, months=3)
    plan, plans = solve(problem), list(every_plan(problem))
    for month in explain(problem, plan).months:
        here = month.choice
        other = best_with(plans, lambda each, at=here: each.by_month[at.month].host != at.host)
        none = best_with(plans, lambda each, at=here: at.host not in {choice.host for choice in each.choices})
        assert (month.runner_up and month.runner_up.price) == (
            None if other is None else other - plan.objective
        )
        assert (month.without and month.without.price) == (None if none is None else none - plan.objective)
        assert month.by_lot == (other == plan.objective)


@pytest.mark.parametrize("seed", SOLVABLE)
def test_why_not_and_regret_are_the_price_of_the_best_plan_with_that_host(seed):
    problem = tiny(seed, hosts=4, months=3)
    plan, plans = solve(problem), list(every_plan(problem))
    prices = {
        (month.id, host.id): best_with(plans, lambda each, m=month.id, h=host.id: each.by_month[m].host == h)
        for month in problem.months
        for host in problem.hosts
    }
    known = {cell: value - plan.objective for cell, value in prices.items() if value is not None}
    assert regrets(problem, plan).prices == known
    for host in problem.hosts:
        for other in explain(problem, plan, why_not_host=host.id, runners_up=False).why_not:
            assert other.price == known.get((other.month, host.id))


def test_price_per_term_adds_up_and_says_which_months_move():
    problem = with_host(simple(weights={"travel_total": 0}), 0, volunteer=True)
    plan = solve(problem)
    assert "h0" in {choice.host for choice in plan.choices}
    month = next(choice.month for choice in plan.choices if choice.host == "h0")
    without = explain(problem, plan, months=[month]).months[0].without
    assert (without.price, without.terms, without.moved) == (60, (Price("volunteers", 60),), (month,))


def test_why_not_with_a_rule_against_it_names_the_rule():
    problem = with_host(simple(), 3, capacity=10)
    plan = solve(problem)
    other = explain(problem, plan, months=["2026-04"], why_not_host="h3", runners_up=False).why_not[0]
    assert other.price is None
    assert other.breaches == (Breach("capacity", "2026-04", "h3", "2026-04-01", "10", "40"),)


def test_reasons_begin_with_what_is_settled():
    problem = with_month(with_month(simple(), 0, pinned_host="h1"), 1, announced_host="h2")
    months = explain(problem, solve(problem)).months
    assert [month.reasons[0] for month in months[:2]] == [Reason("pinned"), Reason("announced")]
    assert [month.runner_up for month in months[:2]] == [None, None]


def test_reasons_name_offer_wait_topic_and_calendar():
    problem = simple(hosts=3, days=())
    problem = with_host(
        problem, 0, volunteer=True, last_hosted="2025-03", strengths=("a",), preferred_weekdays=(3,)
    )
    problem = with_host(with_host(problem, 1, needs=("a",)), 2, needs=("a", "b"))
    plan = solve(problem)
    month = next(each for each in explain(problem, plan, runners_up=False).months if each.choice.host == "h0")
    assert month.reasons == (
        Reason("offered"),
        Reason("waited", {"months": 12, "longer": 2}),
        Reason("serves", {"needs": 2, "topics": 1}, {"topic": "a"}),
        Reason("weekday", {"weekday": 3}),
        Reason("room", {"capacity": 50, "people": 40}),
        Reason("calendar_gap", {"year": 2026}),
    )
    assert plan.calendar_gaps == (2026,)


def test_notes_say_whether_it_is_proven():
    problem = simple()
    plan = solve(problem)
    assert plan.status is Status.OPTIMAL
    assert explain(problem, plan, runners_up=False).notes == (Reason("proven", {"points": plan.objective}),)
