"""Rounds of groups: a construction where one fits, then swaps; and one round at the door."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

from yixian.planner.groups import catalogue
from yixian.planner.groups.designs import NumberRound
from yixian.planner.groups.problem import GroupPlan, GroupProblem, Round, evaluated, meetings, pair
from yixian.planner.groups.swaps import Costs, improve_rounds, place_round

FIRST_MEETING = 10
FURTHER_MEETING = 1
FORBIDDEN = 10_000
STEPS_PER_ROUND = 12_000
STEPS_TOGETHER = 60_000
STEPS_AT_THE_DOOR = 6_000


def solve(problem: GroupProblem) -> GroupPlan:
    """All rounds of a problem. Without wishes a construction is used as far as it goes."""
    built = list(construction(problem)) if problem.free else []
    rounds = built[: problem.rounds]
    random = Random(problem.seed)
    while len(rounds) < problem.rounds:
        rounds.append(_next_round(problem, rounds, random, STEPS_PER_ROUND))
    if problem.free and len(built) < problem.rounds:
        rounds = _together(problem, rounds, random)
    return evaluated(problem, rounds)


def regroup(problem: GroupProblem) -> GroupPlan:
    """One round at the door: quick, from who came, who has met whom, and who asks whom."""
    random = Random(problem.seed)
    return evaluated(problem, [_next_round(problem, [], random, STEPS_AT_THE_DOOR)])


def construction(problem: GroupProblem) -> tuple[Round, ...]:
    """The best construction for people and groups, as far as it goes; surplus places stay empty."""
    people, groups = len(problem.people), problem.groups
    if groups < 1 or people < groups:
        return ()
    size = -(-people // groups)
    covering = catalogue.covering(groups, size, problem.rounds) if people == groups * size else ()
    rounds = catalogue.repeat_free(groups, size)
    if problem.mixed:
        rounds = catalogue.mixed(groups, size)
    if covering and len(rounds) < problem.rounds:
        rounds = covering
    return tuple(_named(problem.people, each) for each in rounds)


def _named(people: Sequence[str], numbers: NumberRound) -> Round:
    """A round of numbers as a round of people."""
    found = (tuple(people[number] for number in group if number < len(people)) for group in numbers)
    return tuple(group for group in found if group)


def _next_round(problem: GroupProblem, rounds: Sequence[Round], random: Random, steps: int) -> Round:
    """One more round, given past rounds and those before it."""
    people = problem.people
    costs = pair_costs(problem, rounds)
    groups = _first_groups(problem, random)
    fixed = frozenset(people.index(leader) for leader in problem.leaders if leader in people)
    place_round(groups, costs, random, steps, fixed)
    return tuple(tuple(people[number] for number in sorted(group)) for group in groups)


def _first_groups(problem: GroupProblem, random: Random) -> list[list[int]]:
    """Leaders in their groups, the others dealt out evenly."""
    people = problem.people
    groups: list[list[int]] = [[] for _ in range(min(problem.groups, len(people)))]
    for group, leader in zip(groups, problem.leaders, strict=False):
        if leader in people:
            group.append(people.index(leader))
    placed = {number for group in groups for number in group}
    rest = [number for number in range(len(people)) if number not in placed]
    random.shuffle(rest)
    for number in rest:
        min(groups, key=len).append(number)
    return groups


def pair_costs(problem: GroupProblem, rounds: Sequence[Round]) -> Costs:
    """What it costs to seat each two together: 10 if they have met, 1 for each time more; wishes far more or less.

    Who has met once has met: a third meeting is little worse than a second one, but a first one is lost to either.
    """
    people = problem.people
    count = meetings([*problem.past, *rounds])
    number = {person: place for place, person in enumerate(people)}
    costs = [[_met(count[pair(one, two)]) for two in people] for one in people]
    for asker, answerer in problem.matches:
        if asker in number and answerer in number and not count[pair(asker, answerer)]:
            _add(costs, number[asker], number[answerer], -FIRST_MEETING * problem.matching)
    for one, two in problem.apart:
        if one in number and two in number:
            _add(costs, number[one], number[two], FORBIDDEN)
    for group in problem.together:
        here = [number[person] for person in group if person in number]
        for first, second in combinations(here, 2):
            _add(costs, first, second, -FORBIDDEN)
    for place in range(len(people)):
        costs[place][place] = 0
    return costs


def _met(times: int) -> int:
    """What it costs to seat together who have met so often."""
    return FIRST_MEETING + FURTHER_MEETING * (times - 1) if times else 0


def _add(costs: Costs, one: int, two: int, value: int) -> None:
    """Both ways."""
    costs[one][two] += value
    costs[two][one] += value


def _together(problem: GroupProblem, rounds: list[Round], random: Random) -> list[Round]:
    """Swap in all rounds together until no repeat is left or the steps are used up."""
    people = problem.people
    number = {person: place for place, person in enumerate(people)}
    numbers = [[[number[person] for person in group] for group in each] for each in rounds]
    least = evaluated(problem, rounds).least_repeats
    improve_rounds(numbers, [[0] * len(people) for _ in people], random, STEPS_TOGETHER, least)
    return [tuple(tuple(people[each] for each in group) for group in groups) for groups in numbers]
