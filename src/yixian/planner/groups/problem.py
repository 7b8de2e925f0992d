"""What is asked about groups, and what is answered."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

Group = tuple[str, ...]
Round = tuple[Group, ...]
Pair = tuple[str, str]


@dataclass(frozen=True)
class GroupProblem:
    """People to be put into groups for some rounds (meetings).

    `past` are rounds already held. `leaders[i]` leads group i and stays in it. `together` are people who keep
    together, `apart` pairs who don't sit together, `matches` are (asker, answerer). `matching` says how much a
    match is worth, in pairs that meet for the first time (0 to 10). `mixed` allows a round with another
    number of groups where that brings more new pairs. The `seed` makes the answer repeatable.
    """

    people: tuple[str, ...]
    groups: int
    rounds: int = 1
    past: tuple[Round, ...] = ()
    leaders: tuple[str, ...] = ()
    together: tuple[Group, ...] = ()
    apart: tuple[Pair, ...] = ()
    matches: tuple[Pair, ...] = ()
    matching: int = 0
    mixed: bool = False
    seed: str = "yixian"

    @property
    def free(self) -> bool:
        """Nothing is asked but to meet: a construction may be used as it stands."""
        return not (
            self.past or self.leaders or self.together or self.apart or (self.matches and self.matching)
        )


@dataclass(frozen=True)
class GroupPlan:
    """The rounds, with what they come to; `least_repeats` is the counting minimum for these group sizes."""

    rounds: tuple[Round, ...]
    repeats: int
    pairs_met: int
    pairs: int
    most_meetings: int
    least_repeats: int
    matched: int = 0

    @cached_property
    def proven(self) -> bool:
        """No rounds of these sizes can have fewer repeats."""
        return self.repeats == self.least_repeats


def pair(one: str, two: str) -> Pair:
    """A pair in a fixed order."""
    return (one, two) if one < two else (two, one)


def meetings(rounds: Iterable[Sequence[Sequence[str]]]) -> Counter[Pair]:
    """How often each pair has met."""
    return Counter(pair(*two) for each in rounds for group in each for two in combinations(group, 2))


def evaluated(problem: GroupProblem, rounds: Sequence[Round]) -> GroupPlan:
    """The rounds with their figures, past rounds counted in repeats and pairs met."""
    known = set(problem.people)
    count = meetings([*problem.past, *rounds])
    own = {two: times for two, times in count.items() if two[0] in known and two[1] in known}
    people = len(known)
    slots = sum(own.values())
    pairs = people * (people - 1) // 2
    together = meetings(rounds)
    return GroupPlan(
        rounds=tuple(rounds),
        repeats=slots - len(own),
        pairs_met=len(own),
        pairs=pairs,
        most_meetings=max(own.values(), default=0),
        least_repeats=max(0, slots - pairs),
        matched=sum(together[pair(*match)] > 0 for match in problem.matches),
    )
