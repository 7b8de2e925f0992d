"""After a cancellation as little changes as can be, and announced and near months last."""

import pytest

from tests.planner.builders import every_plan, simple, tiny, with_host, with_month
from yixian.planner.check import check
from yixian.planner.plan import Status
from yixian.planner.replan import cancelled, replan
from yixian.planner.sample import sample_problem
from yixian.planner.solve import solve


def test_replan_changes_only_the_cancelled_month_where_that_can_be():
    problem = sample_problem(24, 6, 1, first="2026-03")
    plan = solve(problem)
    result = replan(problem, plan, cancel=["2026-05"])
    assert result.moved == ("2026-05",)
    assert result.plan.status is Status.OPTIMAL
    assert check(result.problem, result.plan) == []
    assert result.plan.by_month["2026-05"].host != plan.by_month["2026-05"].host


@pytest.mark.parametrize("seed", (0, 3, 4, 5))
def test_replan_has_the_fewest_changes_and_then_the_fewest_points(seed):
    problem = tiny(seed, hosts=5)
    plan = solve(problem)
    if plan.status is Status.INFEASIBLE:
        problem = tiny(seed + 100, hosts=5)
        plan = solve(problem)
    result = replan(problem, plan, cancel=["2026-04"], curve=3)
    after = cancelled(problem, plan, ["2026-04"], "2026-04")
    others = list(every_plan(after))
    if not result.plan.choices:
        assert others == []
        return

    def hosts_moved(each):
        return sum(plan.by_month[choice.month].host != choice.host for choice in each.choices)

    assert hosts_moved(result.plan) == min(hosts_moved(each) for each in others)
    assert result.plan.by_month["2026-03"] == plan.by_month["2026-03"]
    for step in result.curve[1:]:
        within = [each.objective for each in others if hosts_moved(each) <= step.changes]
        assert step.objective == min(within)
    assert list(result.curve) == sorted(result.curve, key=lambda step: -step.objective)


def test_replan_moves_an_unannounced_month_rather_than_an_announced_one():
    problem = simple(hosts=3, months=3)
    problem = with_month(problem, 1, announced_host="h1", announced_day="2026-04-17")
    problem = with_host(with_host(problem, 2, blackout_months=("2026-03",)), 0, volunteer=True)
    plan = solve(problem)
    assert plan.by_month["2026-03"].host == "h0"
    result = replan(problem, plan, cancel=["2026-03"])
    # Only h1 can take March; so April, though announced, must go to another host.
    assert result.plan.by_month["2026-03"].host == "h1"
    assert "2026-04" in result.moved
    assert check(result.problem, result.plan) == []


def test_replan_with_nobody_left_says_why():
    problem = simple(hosts=3, months=3)
    for number in (1, 2):
        problem = with_host(problem, number, blackout_months=("2026-03",))
    plan = solve(problem)
    result = replan(problem, plan, cancel=["2026-03"])
    assert (result.plan.status, result.moved, result.plan.repairs != ()) == (Status.INFEASIBLE, (), True)


def test_replan_keeps_meetings_before_today():
    problem = sample_problem(14, 6, 2, first="2026-03")
    plan = solve(problem)
    result = replan(problem, plan, cancel=["2026-07"], today="2026-06-01")
    months = ("2026-03", "2026-04", "2026-05")
    assert [result.plan.by_month[month] for month in months] == [plan.by_month[month] for month in months]
