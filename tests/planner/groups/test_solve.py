"""Groups: counting minimum where it can be reached, wishes kept, and the best round at the door."""

from itertools import combinations, permutations
from random import Random

import pytest

from yixian.planner.groups.problem import GroupProblem, evaluated, meetings, pair
from yixian.planner.groups.report import year_report
from yixian.planner.groups.solve import pair_costs, regroup, solve
from yixian.planner.groups.swaps import improve_rounds

PEOPLE = tuple(f"p{number:02d}" for number in range(42))


@pytest.mark.parametrize(
    ("rounds", "mixed", "expected"),
    [
        (7, False, (0, 735, 1)),
        (8, True, (0, 861, 1)),
        (9, False, (84, 861, 2)),
        (11, False, (294, 861, 2)),
        (12, False, (399, 861, 2)),
    ],
)
def test_solve_for_42_people_reaches_the_counting_minimum(rounds, mixed, expected):
    plan = solve(GroupProblem(PEOPLE, 7, rounds, mixed=mixed))
    assert (plan.repeats, plan.pairs_met, plan.most_meetings) == expected
    assert plan.proven


def test_solve_beyond_the_construction_repeats_few():
    plan = solve(GroupProblem(PEOPLE[:9], 3, 6))
    assert (plan.pairs_met, plan.pairs, plan.repeats, plan.least_repeats) == (36, 36, 18, 18)


def test_solve_with_fewer_people_leaves_places_empty():
    plan = solve(GroupProblem(PEOPLE[:38], 7, 7))
    assert plan.repeats == 0
    assert {len(group) for each in plan.rounds for group in each} == {5, 6}


def test_solve_is_the_same_every_time():
    problem = GroupProblem(PEOPLE[:11], 3, 4, past=((PEOPLE[:6], PEOPLE[6:11]),))
    assert solve(problem) == solve(problem)


def every_round(people, groups):
    """All ways to split people into groups of the same size."""
    size = len(people) // groups
    for order in permutations(people):
        parts = [order[size * place : size * (place + 1)] for place in range(groups)]
        if all(part == tuple(sorted(part)) for part in parts) and parts == sorted(parts):
            yield parts


@pytest.mark.parametrize("seed", range(4))
def test_regroup_finds_the_cheapest_of_all_rounds(seed):
    random = Random(seed)
    people = PEOPLE[:8]
    past = tuple(tuple(tuple(random.sample(people, 4)) for _ in range(2)) for _ in range(3))
    matches = (random.sample(people, 2), random.sample(people, 2))
    problem = GroupProblem(people, 2, past=past, matches=tuple(map(tuple, matches)), matching=2)
    costs = pair_costs(problem, ())
    number = {person: place for place, person in enumerate(people)}

    def cost(groups):
        return sum(costs[number[a]][number[b]] for group in groups for a, b in combinations(group, 2))

    assert cost(regroup(problem).rounds[0]) == min(map(cost, every_round(people, 2)))


def test_regroup_would_rather_let_a_pair_meet_again_and_again_than_miss_a_new_pair():
    once = ((("a", "c"), ("b", "d")), (("a", "d"), ("b", "c")))
    plan = regroup(GroupProblem(("a", "b", "c", "d"), 2, past=once + ((("a", "b"), ("c",), ("d",)),) * 3))
    assert sorted(plan.rounds[0]) == [("a", "b"), ("c", "d")]
    assert plan.pairs_met == plan.pairs


def test_year_of_six_groups_with_34_of_42_lets_nine_pairs_of_ten_meet():
    random = Random(5)
    past = ()
    for month in range(12):
        past += regroup(GroupProblem(tuple(random.sample(PEOPLE, 34)), 6, past=past, seed=str(month))).rounds
    assert year_report(PEOPLE, past).pairs_met >= 0.905 * 861


def test_seven_groups_of_34_cannot_reach_93_of_100_pairs_even_without_a_repeat():
    plan = regroup(GroupProblem(PEOPLE[:34], 7))
    assert plan.pairs_met == 66
    assert 12 * plan.pairs_met < 0.93 * 861


def test_regroup_keeps_leaders_together_and_apart():
    problem = GroupProblem(
        PEOPLE[:20],
        4,
        leaders=("p00", "p01", "p02", "p03"),
        together=(("p04", "p05", "p06"),),
        apart=(("p07", "p08"), ("p00", "p09")),
    )
    plan = regroup(problem)
    groups = plan.rounds[0]
    assert [group[0] for group in groups] == ["p00", "p01", "p02", "p03"]
    assert sorted(map(len, groups)) == [5, 5, 5, 5]
    assert [sum(person in group for person in ("p04", "p05", "p06")) for group in groups].count(3) == 1
    met = meetings(plan.rounds)
    assert [met[pair(*two)] for two in problem.apart] == [0, 0]


def test_regroup_with_the_slider_up_seats_askers_with_answerers():
    matches = tuple((f"p{number:02d}", f"p{number + 10:02d}") for number in range(10))
    past = (tuple(PEOPLE[5 * place : 5 * place + 5] for place in range(4)),)
    without = regroup(GroupProblem(PEOPLE[:20], 4, past=past, matches=matches))
    wanted = regroup(GroupProblem(PEOPLE[:20], 4, past=past, matches=matches, matching=10))
    # A group of five holds two such pairs at most.
    assert wanted.matched == 8
    assert without.matched < 8


def test_improve_rounds_never_makes_it_worse_and_counts_right():
    random = Random(3)
    rounds = [[list(range(4)), list(range(4, 8)), list(range(8, 12))] for _ in range(3)]
    met = [[0] * 12 for _ in range(12)]
    repeats = improve_rounds(rounds, met, random, 3000)
    people = PEOPLE[:12]
    named = tuple(tuple(tuple(people[each] for each in group) for group in groups) for groups in rounds)
    assert evaluated(GroupProblem(people, 3, 3), named).repeats == repeats
    assert repeats < 36


def test_plan_counts_past_meetings():
    past = ((("a", "b"), ("c", "d")),)
    plan = evaluated(GroupProblem(("a", "b", "c", "d"), 2, past=past), [(("a", "b"), ("c", "d"))])
    assert (plan.repeats, plan.pairs_met, plan.pairs, plan.most_meetings, plan.least_repeats) == (
        2,
        2,
        6,
        2,
        0,
    )


def test_year_report_names_the_pair_met_most_and_who_met_fewest():
    rounds = ((("a", "b", "c"), ("d",)), (("a", "b"), ("c", "d")))
    report = year_report(("a", "b", "c", "d"), rounds)
    assert (report.pairs_met, report.pairs, report.most, report.most_times) == (4, 6, ("a", "b"), 2)
    assert report.met == (("d", 1), ("a", 2), ("b", 2), ("c", 3))
    assert round(report.share, 3) == 0.667
