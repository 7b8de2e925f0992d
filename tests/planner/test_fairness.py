"""The fairness report counted by hand."""

from tests.planner.builders import simple, with_host
from tests.planner.test_terms import ROW, with_hosts
from yixian.planner.fairness import MemberFairness, fairness
from yixian.planner.plan import Plan, Status

PLAN = Plan(Status.FEASIBLE, ROW)


def test_fairness_states_turns_shares_waits_travel_and_needs():
    problem = simple(travel=((0, 10, 20, 0),) * 4)
    problem = with_hosts(
        problem,
        industry=("a", "b", "a", "b"),
        needs=((), (), (), ("x", "y")),
        strengths=(("x",), (), (), ("y",)),
        last_hosted=(None, None, None, "2025-03"),
    )
    report = fairness(problem, PLAN)
    assert report.members[0] == MemberFairness("h0", 1, 0.75, 2, 30, 1, 1, 0, 0)
    assert report.members[3] == MemberFairness("h3", 0, 0.75, 14, 30, 1, 1, 2, 1)
    assert (report.largest_deviation, round(report.deviation_limit, 4)) == (0.75, round(1 - 1 / 6, 4))
    assert (report.longest_wait, report.travel_least, report.travel_most) == (14, 30, 30)
    assert (report.needs, report.needs_served) == (2, 1)


def test_fairness_expects_no_turns_of_a_member_without_a_place():
    report = fairness(with_host(simple(), 3, can_host=False), PLAN)
    assert (report.members[3].deviation, report.members[3].wait) == (0.0, 0)
    assert report.deviation_limit == 0.75
