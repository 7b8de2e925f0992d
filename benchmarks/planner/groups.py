"""Groups: constructions beside plain annealing and chance, a year of real attendance, and the time at the door."""

import resource
import statistics
import sys
import time
from itertools import count
from random import Random

from yixian.planner.groups import catalogue
from yixian.planner.groups.problem import GroupProblem, Round, evaluated, meetings
from yixian.planner.groups.solve import regroup, solve
from yixian.planner.groups.swaps import place_round

PEOPLE = tuple(str(number) for number in range(42))


def main() -> int:
    """Print the table of repeat-free rounds, the figures for 42 people, and a year at 81 % attendance."""
    print("repeat-free rounds   size 3    4    5    6    7    8   (in brackets: annealing round by round)")
    for groups in range(5, 11):
        cells = [
            f"{len(catalogue.repeat_free(groups, size)):2d} ({annealed(groups, size)})"
            for size in range(3, 9)
        ]
        print(f"  {groups:2d} groups          " + " ".join(cells), flush=True)
    for rounds, mixed in ((8, True), (9, False), (12, False)):
        plan = solve(GroupProblem(PEOPLE, 7, rounds, mixed=mixed))
        chance = evaluated(
            GroupProblem(PEOPLE, 7), [by_chance(PEOPLE, 7, Random(each)) for each in range(rounds)]
        )
        name = f"{rounds:2d} meetings{' (mixed)' if mixed else ''}"
        print(
            f"42 people, {name}: {plan.repeats} repeats (least {plan.least_repeats}), "
            f"{plan.pairs_met} of {plan.pairs} pairs; by chance {chance.repeats} repeats, {chance.pairs_met} pairs"
        )
    for groups in (5, 6, 7):
        print(a_year(groups), flush=True)
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")
    return 0


def annealed(groups: int, size: int) -> int:
    """Repeat-free rounds reached by annealing one round after another from random starts."""
    random, met = Random(1), [[0] * (groups * size) for _ in range(groups * size)]
    for rounds in count():
        order = random.sample(range(groups * size), groups * size)
        made = [order[size * place : size * (place + 1)] for place in range(groups)]
        if place_round(made, met, random, 20_000, frozenset()) > 0:
            return rounds
        for group in made:
            for one in group:
                for two in group:
                    met[one][two] += one != two
    return 0


def by_chance(people: tuple[str, ...], groups: int, random: Random) -> Round:
    """People dealt out at random."""
    order = random.sample(people, len(people))
    return tuple(tuple(order[place::groups]) for place in range(groups))


def a_year(groups: int) -> str:
    """Share of pairs met in 12 months when 34 of 42 come, over six years; and milliseconds at the door."""
    ours, chance, seconds = [], [], []
    for seed in range(6):
        random = Random(seed)
        past: tuple[Round, ...] = ()
        lots: tuple[Round, ...] = ()
        for month in range(12):
            came = tuple(random.sample(PEOPLE, 34))
            started = time.perf_counter()
            plan = regroup(GroupProblem(came, groups, past=past, seed=f"{seed}/{month}"))
            seconds.append(time.perf_counter() - started)
            past += plan.rounds
            lots += (by_chance(came, groups, random),)
        ours.append(len(meetings(past)) / 861)
        chance.append(len(meetings(lots)) / 861)
    return (
        f"34 of 42 come, {groups} groups: {statistics.mean(ours):.1%} of pairs met in 12 months, by chance "
        f"{statistics.mean(chance):.1%}; at the door {1000 * statistics.median(seconds):.0f} ms, "
        f"worst {1000 * max(seconds):.0f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
