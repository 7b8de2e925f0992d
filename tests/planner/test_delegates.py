"""Delegates: seats filled, turns even, interests followed: the best of all ways to send people."""

from itertools import product
from random import Random

import pytest

from yixian.planner.delegates import Delegate, Outing, Turns, assign, in_turn, interest_cost


def rank(people, outings, row):
    """Empty seats, then the sum of turn numbers, then interests missed; `row` has a person or None per meeting."""
    turns = {person.id: person.turns for person in people}
    counted = missed = 0
    for outing, person in zip(outings, row, strict=True):
        if person is not None:
            turns[person.id] += 1
            counted += turns[person.id]
            missed += interest_cost(person, outing)
    return sum(person is None for person in row), counted, missed


@pytest.mark.parametrize("seed", range(8))
def test_assign_is_the_best_of_all_ways(seed):
    random = Random(seed)
    outings = tuple(Outing(f"m{number}", tuple(random.sample("abc", 2))) for number in range(4))
    people = tuple(
        Delegate(
            name,
            random.randint(0, 2),
            tuple(random.sample("abc", 1)),
            tuple(random.sample(("m0", "m1", "m2"), 2)),
        )
        for name in ("x", "y", "z")
    )
    found = assign(people, outings)
    by_id = {person.id: person for person in people}
    chosen = [by_id[found.going[outing.id][0]] if found.going[outing.id] else None for outing in outings]
    ways = product((None, *people), repeat=len(outings))
    allowed = [
        row
        for row in ways
        if all(
            person is None or outing.id not in person.absent
            for outing, person in zip(outings, row, strict=True)
        )
    ]
    assert rank(people, outings, chosen) == min(rank(people, outings, row) for row in allowed)


def test_assign_says_where_somebody_is_missing():
    people = (Delegate("x", absent=("m1",)),)
    found = assign(people, (Outing("m0"), Outing("m1"), Outing("m2", seats=2)))
    assert found == Turns({"m0": ("x",), "m1": (), "m2": ("x",)}, {"m1": 1, "m2": 1})


def test_assign_sends_the_one_who_went_least():
    people = (Delegate("x", turns=3), Delegate("y"), Delegate("z", turns=1))
    found = assign(people, (Outing("m0"), Outing("m1"), Outing("m2")))
    assert sorted(one for (one,) in found.going.values()) == ["y", "y", "z"]


@pytest.mark.parametrize("seed", range(8))
def test_in_turn_begins_with_one_whom_assign_may_choose(seed):
    random = Random(seed)
    outing = Outing("m", ("a", "b"))
    people = tuple(
        Delegate(
            str(number),
            random.randint(0, 2),
            tuple(random.sample("abc", 2)),
            random.choice(((), ("m",))),
        )
        for number in range(5)
    )
    (chosen,) = assign(people, (outing,)).going["m"] or (None,)
    by_id = {person.id: person for person in people}

    def worth(person):
        return person and (person.turns, interest_cost(person, outing))

    assert worth(next(iter(in_turn(people, outing)), None)) == worth(by_id.get(chosen))


def test_in_turn_leaves_out_who_is_absent_and_breaks_ties_by_the_longest_wait():
    people = (
        Delegate("went lately", last="2026-10-30"),
        Delegate("went long ago", last="2025-01-24"),
        Delegate("cannot", absent=("m",)),
        Delegate("went more", turns=1, interests=("a",)),
        Delegate("interested", interests=("a",), last="2026-10-30"),
        Delegate("never"),
    )
    order = [person.id for person in in_turn(people, Outing("m", ("a",)))]
    assert order == ["interested", "never", "went long ago", "went lately", "went more"]
