"""Improves groups by swapping two people at a time: one round against given pair costs, or all rounds together."""

from collections.abc import Sequence
from math import exp
from random import Random

Costs = list[list[int]]


def place_round(
    groups: list[list[int]], costs: Costs, random: Random, steps: int, fixed: frozenset[int]
) -> int:
    """Lower Σ costs of pairs within groups by annealing with swaps, in place; returns the sum reached.

    `groups` hold the numbers of people; `costs` is symmetric with a zero diagonal. People in `fixed` stay.
    A swap is judged in constant time from each person's cost towards each group.
    """
    where = {person: place for place, group in enumerate(groups) for person in group}
    towards = {person: [sum(costs[person][each] for each in group) for group in groups] for person in where}
    movable = [person for person in where if person not in fixed]
    total = sum(towards[person][place] for person, place in where.items()) // 2
    best, best_where = total, dict(where)
    heat = max(1.0, max((max(row) for row in costs), default=1) * 0.6)
    cooling = (0.15 / heat) ** (1 / max(1, steps))
    for _ in range(steps if len(movable) > 1 else 0):
        heat *= cooling
        one, two = random.choice(movable), random.choice(movable)
        here, there = where[one], where[two]
        if here == there:
            continue
        first, second = towards[one], towards[two]
        change = second[here] - first[here] + first[there] - second[there] - 2 * costs[one][two]
        if change <= 0 or random.random() < exp(-change / heat):
            _swap(where, towards, costs, one, two)
            total += change
            if total < best:
                best, best_where = total, dict(where)
                if best == 0:
                    break
    for place, group in enumerate(groups):
        group[:] = [person for person, at in best_where.items() if at == place]
    return best


def _swap(where: dict[int, int], towards: dict[int, list[int]], costs: Costs, one: int, two: int) -> None:
    """Exchange two people and bring everybody's costs up to date."""
    here, there = where[one], where[two]
    where[one], where[two] = there, here
    first, second = costs[one], costs[two]
    for person, row in towards.items():
        change = second[person] - first[person]
        row[here] += change
        row[there] -= change


def improve_rounds(
    rounds: list[list[list[int]]], met: Costs, random: Random, steps: int, least: int = 0
) -> int:
    """Lower the repeats of several rounds together, in place; `met` counts meetings before them.

    Returns the repeats reached, never more than at the beginning; stops at `least`.
    """
    count = [row[:] for row in met]
    for each in rounds:
        for group in each:
            _count(count, group, 1)
    repeats = sum(max(0, times - 1) for row in count for times in row) // 2
    best, best_rounds = repeats, _copy(rounds)
    heat, cooling = 1.0, (0.12) ** (1 / max(1, steps))
    for _ in range(steps):
        if best <= least:
            break
        heat *= cooling
        each = random.choice(rounds)
        here, there = random.sample(range(len(each)), 2)
        one, two = random.randrange(len(each[here])), random.randrange(len(each[there]))
        change = _try(count, each[here], each[there], one, two)
        if change <= 0 or random.random() < exp(-change / heat):
            repeats += change
            if repeats < best:
                best, best_rounds = repeats, _copy(rounds)
        else:
            _try(count, each[here], each[there], one, two)
    for each, kept in zip(rounds, best_rounds, strict=True):
        each[:] = kept
    return best


def _try(count: Costs, first: list[int], second: list[int], one: int, two: int) -> int:
    """Swap first[one] and second[two]; returns the change in repeats. Called again it undoes itself."""
    a, b = first[one], second[two]
    change = 0
    for place, person in enumerate(first):
        if place != one:
            change += _move(count, person, a, b)
    for place, person in enumerate(second):
        if place != two:
            change += _move(count, person, b, a)
    first[one], second[two] = b, a
    return change


def _move(count: Costs, person: int, left: int, joined: int) -> int:
    """One person's neighbour changes from `left` to `joined`; returns the change in repeats."""
    row = count[person]
    change = -(row[left] > 1) + (row[joined] > 0)
    row[left] -= 1
    row[joined] += 1
    count[left][person] -= 1
    count[joined][person] += 1
    return change


def _count(count: Costs, group: Sequence[int], step: int) -> None:
    """Everyone in a group meets everyone."""
    for one in group:
        for two in group:
            if one != two:
                count[one][two] += step


def _copy(rounds: list[list[list[int]]]) -> list[list[list[int]]]:
    """Rounds copied down to their groups."""
    return [[group[:] for group in each] for each in rounds]
