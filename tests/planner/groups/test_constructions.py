"""Constructions: every round holds everybody once, and no pair meets twice."""

from itertools import combinations

import pytest

from yixian.planner.groups.catalogue import covering, mixed, repeat_free, starters
from yixian.planner.groups.designs import columns, everyone, fours, grid, transversal
from yixian.planner.groups.fields import REDUCTIONS, is_field_order, tables

# Repeat-free rounds for groups × size that the catalogue holds, by size 3 to 8.
KNOWN = {
    5: (7, 5, 6, 1, 1, 1),
    6: (8, 7, 6, 3, 1, 1),
    7: (10, 9, 7, 7, 8, 1),
    8: (11, 10, 8, 8, 8, 9),
    9: (13, 11, 9, 9, 9, 9),
    10: (14, 13, 9, 7, 7, 7),
}


def pairs(rounds):
    return [frozenset(two) for each in rounds for group in each for two in combinations(group, 2)]


def everybody_once(rounds, people):
    return all(sorted(person for group in each for person in group) == list(range(people)) for each in rounds)


@pytest.mark.parametrize("groups", KNOWN)
def test_catalogue_reaches_its_table_without_a_repeat(groups):
    found = [repeat_free(groups, size) for size in range(3, 9)]
    assert tuple(map(len, found)) == KNOWN[groups]
    for size, rounds in zip(range(3, 9), found, strict=True):
        assert {len(each) for each in rounds} == {groups}
        assert everybody_once(rounds, groups * size)
        assert len(set(pairs(rounds))) == len(pairs(rounds))


def test_mixed_rounds_of_42_seat_every_pair_exactly_once():
    rounds = mixed(7, 6)
    assert [len(each) for each in rounds] == [7] * 7 + [6]
    assert len(pairs(rounds)) == len(set(pairs(rounds))) == 861


@pytest.mark.parametrize("key", starters("covering"))
def test_covering_rounds_let_every_pair_meet_at_most_twice(key):
    groups, size, count = key
    rounds = covering(groups, size, count)
    people = groups * size
    assert len(rounds) == count
    assert everybody_once(rounds, people)
    assert len(set(pairs(rounds))) == people * (people - 1) // 2
    assert max(pairs(rounds).count(two) for two in set(pairs(rounds))) == 2


@pytest.mark.parametrize("order", [2, 3, 4, 5, 7, 8, 9, 16, 25, 27])
def test_field_tables_are_fields(order):
    add, times = tables(order)
    numbers = range(order)
    assert all(sorted(row) == list(numbers) for row in add)
    assert all(sorted(times[one]) == list(numbers) for one in numbers if one)
    for a, b, c in ((1, order - 1, order // 2), (order // 3, order // 2, order - 1)):
        assert times[a][add[b][c]] == add[times[a][b]][times[a][c]]
        assert times[times[a][b]][c] == times[a][times[b][c]]


def test_field_orders_are_prime_powers():
    assert [number for number in range(2, 28) if is_field_order(number)] == [
        2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 19, 23, 25, 27,
    ]  # fmt: skip
    assert set(REDUCTIONS) == {4, 8, 9, 16, 25, 27}


def test_transversal_with_columns_is_an_affine_plane():
    rounds = (*transversal(3, 3), columns(3, 3))
    assert (len(rounds), len(set(pairs(rounds)))) == (4, 36)


def test_grid_gives_three_rounds_for_any_side():
    rounds = grid(6, 6)
    assert len(rounds) == 3
    assert len(set(pairs(rounds))) == len(pairs(rounds))
    assert grid(6, 5) == ()


@pytest.mark.parametrize(("groups", "rounds"), [(4, 5), (10, 13), (13, 17), (22, 29)])
def test_fours_seat_every_pair_exactly_once(groups, rounds):
    found = fours(groups).rounds
    people = 4 * groups
    assert len(found) == rounds
    assert everybody_once(found, people)
    assert len(pairs(found)) == len(set(pairs(found))) == people * (people - 1) // 2


def test_fours_are_known_for_few_numbers_of_groups():
    assert [groups for groups in range(2, 30) if fours(groups)] == [4, 10, 13, 22, 28]


@pytest.mark.parametrize("order", [3, 5, 7, 9])
def test_everyone_meets_everyone_in_the_least_number_of_rounds(order):
    rounds, people = everyone(order), order * (order - 1)
    assert len(rounds) == -(-(people - 1) // (order - 2))
    assert {len(group) for each in rounds for group in each} == {order - 1}
    assert everybody_once(rounds, people)
    assert len(set(pairs(rounds))) == people * (people - 1) // 2
