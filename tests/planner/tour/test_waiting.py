"""The second aim: nobody waits if that can be, found quickly and never claimed wrongly."""

from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise, permutations, product
from random import Random

import numpy as np
import pytest

from tests.planner.tour.brute_force import best, timed_routes
from yixian.planner.tour.check import check, figures
from yixian.planner.tour.flow import without_waiting
from yixian.planner.tour.leeway import leeway
from yixian.planner.tour.problem import Station, Tour
from yixian.planner.tour.reach import FAR, Reach
from yixian.planner.tour.routes import Routes
from yixian.planner.tour.sample import sample_tour
from yixian.planner.tour.solve import back_by, solve, waits_at_most
from yixian.planner.tour.turns import beginnings, least_by_turns, turns
from yixian.planner.tour.ways import least_makespan


@cache
def random_tour(seed):
    """Two groups and three stations, or three groups and two; one station has a quiet slot and may open late."""
    random = Random(seed)
    size = 3 - seed % 2
    stations = [Station(name, random.randint(2, 4)) for name in "abc"[:size]]
    begin = random.randint(3, 6)
    stations[-1] = replace(stations[-1], opens=random.choice((0, 4)), quiet=((begin, begin + 2),))
    walking = [[0] * size for _ in range(size)]
    for one, two in combinations(range(size), 2):
        walking[one][two] = walking[two][one] = random.randint(0, 2)
    edge = tuple(random.randint(0, 2) for _ in range(size))
    return Tour(("g", "h", "i")[: 2 + seed % 2], tuple(stations), tuple(map(tuple, walking)), edge, edge, 40)


@cache
def best_of(seed):
    """Least makespan and waiting of a random tour, from all its rotations."""
    return best(random_tour(seed))


@pytest.mark.parametrize("seed", range(8))
def test_solve_is_the_best_of_all_rotations(seed):
    tour = random_tour(seed)
    rotation = solve(tour)
    assert (rotation.status, rotation.makespan, rotation.waiting) == ("optimal", *best_of(seed))
    assert check(tour, rotation) == []


@pytest.mark.parametrize("seed", range(8))
def test_waits_at_most_finds_the_least_and_says_no_below(seed):
    tour = random_tour(seed)
    makespan, waiting = best_of(seed)
    known = leeway(tour, makespan)
    for most in range(7):
        rotation, status = waits_at_most(tour, known, most)
        assert status == ("infeasible" if most < waiting else "optimal")
        if rotation:
            assert figures(tour, rotation) == (makespan, waiting)


@pytest.mark.parametrize("seed", range(8))
def test_back_by_says_yes_and_no_rightly(seed):
    tour = random_tour(seed)
    makespan, waiting = best_of(seed)
    rotation, _ = back_by(tour, makespan)
    assert (rotation.status, rotation.makespan, rotation.waiting) == ("optimal", makespan, waiting)
    assert check(tour, rotation) == []
    for horizon in range(max(0, makespan - 4), makespan):
        assert back_by(tour, horizon) == (None, "infeasible")


def test_reach_is_the_least_waiting_of_all_ways():
    tour = random_tour(2)
    open_ = every_minute(tour, 20)
    reach = Reach(tour, 20, open_)
    ways = timed_routes(tour, 20)
    for place in range(len(tour.stations)):
        for minute in range(21):
            through = [
                waited for waited, visits in ways if (place, minute) in [visit[:2] for visit in visits]
            ]
            assert reach.through[0, place, minute] == min(through, default=FAR)
            begun = [waited for waited, visits in ways if visits[0][:2] == (place, minute)]
            assert reach.first(place)[minute, 0] == min(begun, default=FAR)
            ended = [waited for waited, visits in ways if visits[-1][:2] == (place, minute)]
            assert reach.last(place)[minute, 0] == min(ended, default=FAR)


def test_reach_knows_steps_with_gaps():
    tour = random_tour(2)
    reach = Reach(tour, 20, every_minute(tour, 20))
    ways = timed_routes(tour, 20)
    for one, two in permutations(range(len(tour.stations)), 2):
        for minute, gap in product(range(21), range(3)):
            later = minute + tour.stations[one].minutes + tour.walk(one, two) + gap
            steps = [
                waited
                for waited, visits in ways
                if ((one, minute), (two, later)) in pairwise(visit[:2] for visit in visits)
            ]
            assert min(int(reach.step(one, two, gap)[minute, 0]), FAR) == min(steps, default=FAR)


def every_minute(tour, horizon):
    """One case: every beginning that the tour allows."""
    open_ = np.zeros((1, len(tour.stations), horizon + 1), bool)
    for place in range(len(tour.stations)):
        open_[0, place, beginnings(tour, place, horizon)] = True
    return open_


def test_waiting_that_no_group_can_avoid_is_proven_least():
    tour = sample_tour(7, 8, 15)
    rotation = solve(tour)
    assert (rotation.status, rotation.makespan, rotation.waiting) == ("optimal", 111, 1)
    assert check(tour, rotation) == []


def test_long_waits_are_weighed_by_start_times():
    # The second station opens so late that everybody waits longer than the models of short waits allow.
    stations = (Station("a", 5, closes=10), Station("b", 5, opens=40))
    tour = Tour(("g", "h"), stations, latest=60)
    rotation = solve(tour)
    assert (rotation.status, rotation.makespan, rotation.waiting) == ("optimal", 50, 70)
    assert check(tour, rotation) == []


def test_some_random_tours_need_waiting_and_some_do_not():
    assert {best_of(seed)[1] > 0 for seed in range(8)} == {True, False}


@pytest.mark.parametrize("seed", (3, 6, 8))
def test_seven_groups_at_eight_stations_are_back_by_the_bound_and_nobody_waits(seed):
    tour = sample_tour(7, 8, seed)
    rotation = without_waiting(tour, least_by_turns(tour))
    assert (rotation.status, rotation.makespan, rotation.waiting) == ("optimal", least_by_turns(tour), 0)
    assert check(tour, rotation) == []


def test_without_waiting_is_the_same_every_time():
    tour = sample_tour(5, 6, 1)
    horizon = max(least_makespan(tour), least_by_turns(tour))
    assert without_waiting(tour, horizon) == without_waiting(tour, horizon)


def test_without_waiting_gives_up_where_a_group_must_wait():
    # A station closed in between: nobody can be back in time without standing before it.
    tour = Tour(("g",), (Station("a", 5, closes=5), Station("b", 5, opens=8)), latest=20)
    assert best(tour) == (13, 3)
    assert without_waiting(tour, 13) is None
    assert (solve(tour).makespan, solve(tour).waiting) == (13, 3)


def test_turns_leave_each_batch_its_minutes_and_mind_quiet_slots():
    station = Station("a", 10, capacity=2, quiet=((12, 15),))
    tour = Tour(("g", "h", "i"), (station,), from_start=(1,), to_end=(2,), latest=60)
    assert turns(tour, 0, 40) == [(1, 18), (1, 28), (15, 28)]
    assert turns(tour, 0, 26) == []
    assert least_by_turns(tour) == 27


@pytest.mark.parametrize("seed", range(8))
def test_bounds_are_never_more_than_the_best(seed):
    tour = random_tour(seed)
    assert max(least_by_turns(tour), least_makespan(tour)) <= best_of(seed)[0]


def test_cheapest_way_minds_walks_prices_and_minutes():
    tour = Tour(("g",), (Station("a", 2), Station("b", 3)), ((0, 4), (4, 0)), (1, 1), (1, 1), latest=30)
    routes = Routes(tour, 12)
    free = routes.prices(routes.np.zeros((2, 13)))
    assert len(routes.cheapest(free)) == 2
    dear = routes.np.zeros((2, 13))
    dear[0, 1:4] = 5
    assert routes.cheapest(routes.prices(dear)) == [(1, 1), (0, 8)]
    short = Routes(tour, 11)
    assert short.cheapest(short.prices(routes.np.zeros((2, 12)))) in ([(0, 1), (1, 7)], [(1, 1), (0, 8)])
    shorter = Routes(tour, 10)
    assert shorter.cheapest(shorter.prices(routes.np.zeros((2, 11)))) is None
