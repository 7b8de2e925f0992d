"""Tours: the best of all orders on tiny tours, every rule checked, and new times when a station runs over."""

from dataclasses import replace

import pytest

from tests.planner.tour.brute_force import best
from yixian.planner.tour.check import Overload, TourBreach, check, overload
from yixian.planner.tour.problem import Rotation, Station, Tour, Visit
from yixian.planner.tour.retime import retime
from yixian.planner.tour.sample import sample_tour
from yixian.planner.tour.solve import solve
from yixian.planner.tour.ways import least_makespan, shortest_way

WALKING = ((0, 1, 3), (1, 0, 2), (3, 2, 0))


def tiny(**changes):
    stations = (Station("a", 5), Station("b", 3), Station("c", 4))
    return replace(Tour(("g", "h"), stations, WALKING, (1, 2, 1), (1, 2, 1), latest=60), **changes)


@pytest.mark.parametrize(
    "tour",
    [
        tiny(),
        tiny(walking=(), from_start=(), to_end=()),
        tiny(
            stations=(Station("a", 5, quiet=((4, 9),)), Station("b", 3, closes=12), Station("c", 4, opens=6))
        ),
        tiny(groups=("g", "h", "i"), stations=(Station("a", 5), Station("b", 3)), walking=((0, 2), (2, 0))),
    ],
)
def test_solve_is_the_best_of_all_orders(tour):
    rotation = solve(tour)
    makespan, waiting = best(tour)
    assert (rotation.status, rotation.makespan, rotation.bound) == ("optimal", makespan, makespan)
    assert rotation.waiting == waiting
    assert check(tour, rotation) == []


def test_solve_with_room_for_two_lets_both_in():
    tour = Tour(("g", "h"), (Station("a", 5, capacity=2),), latest=20)
    rotation = solve(tour)
    assert (rotation.makespan, rotation.waiting) == (5, 0)
    assert check(tour, rotation) == []


def test_overload_is_told_before_solving():
    tour = tiny(stations=(Station("a", 5, opens=0, closes=9), Station("b", 3), Station("c", 4)))
    assert overload(tour) == [Overload("a", 10, 5)]
    assert solve(tour).status == "infeasible"


def test_overload_counts_only_whole_visits_between_quiet_slots():
    tour = tiny(groups=("g",), stations=(Station("a", 5, closes=12, quiet=((4, 8),)),), walking=())
    assert overload(tour) == [Overload("a", 5, 0)]


def test_shortest_way_begins_and_ends_at_the_meeting_point():
    assert shortest_way(tiny()) == 1 + 1 + 2 + 1
    assert shortest_way(tiny(walking=(), from_start=(), to_end=())) == 0


@pytest.mark.parametrize("seed", range(3))
def test_least_makespan_is_never_more_than_the_makespan(seed):
    tour = sample_tour(3, 4, seed)
    assert least_makespan(tour) <= solve(tour).makespan


def test_least_makespan_knows_that_groups_begin_one_after_another():
    tour = Tour(("g", "h", "i"), (Station("a", 5), Station("b", 3)), latest=60)
    # Two groups begin at the same station and end at the other, both out of turn by 5 minutes at one end.
    assert (least_makespan(tour), solve(tour).makespan) == (13, 15)


GOOD = Rotation(
    "feasible",
    (
        Visit("g", "a", 1, 6), Visit("g", "b", 7, 10), Visit("g", "c", 12, 16),
        Visit("h", "c", 1, 5), Visit("h", "b", 10, 13), Visit("h", "a", 14, 19),
    ),
    makespan=20,
    waiting=3,
)  # fmt: skip


def test_check_of_a_sound_rotation_finds_nothing():
    assert check(tiny(), GOOD) == []


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"visits": GOOD.visits[1:]}, "once"),
        ({"visits": (Visit("g", "a", 1, 5), *GOOD.visits[1:])}, "minutes"),
        ({"visits": (Visit("g", "a", 0, 5), *GOOD.visits[1:])}, "walk"),
        ({"visits": (Visit("g", "a", 2, 7), *GOOD.visits[1:])}, "walk"),
        ({"visits": (*GOOD.visits[:4], Visit("h", "b", 9, 12), GOOD.visits[5])}, "capacity"),
        ({"makespan": 19}, "makespan"),
        ({"waiting": 2}, "waiting"),
    ],
)
def test_check_names_what_is_broken(change, rule):
    assert rule in {breach.rule for breach in check(tiny(), replace(GOOD, **change))}


@pytest.mark.parametrize(
    ("station", "breach"),
    [
        (Station("a", 5, closes=18), TourBreach("window", "h", "a", 14)),
        (Station("a", 5, quiet=((18, 30),)), TourBreach("quiet", "h", "a", 14)),
    ],
)
def test_check_names_windows_and_quiet_slots(station, breach):
    assert check(tiny(stations=(station, *tiny().stations[1:])), GOOD) == [breach]


def test_retime_moves_only_what_must_wait():
    later = retime(tiny(), GOOD, group="g", station="b", over=2)
    assert later.of_group("g") == [Visit("g", "a", 1, 6), Visit("g", "b", 7, 12), Visit("g", "c", 14, 18)]
    assert later.of_group("h") == [Visit("h", "c", 1, 5), Visit("h", "b", 12, 15), Visit("h", "a", 16, 21)]
    assert later.makespan == 22
    assert check(tiny(), later) == []


def test_retime_waits_for_quiet_slots():
    tour = tiny(stations=(Station("a", 5, quiet=((19, 25),)), *tiny().stations[1:]))
    later = retime(tour, GOOD, group="h", station="b", over=1)
    assert later.of_group("h")[-1] == Visit("h", "a", 25, 30)
