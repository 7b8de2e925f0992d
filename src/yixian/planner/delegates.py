"""Who of a member's people goes to which meeting: fair turns first, then interests, exactly by min-cost flow."""

from collections.abc import Sequence
from dataclasses import dataclass

TURN = 1000
MOST_INTEREST = 100


@dataclass(frozen=True)
class Delegate:
    """One person of a member: turns so far, topics of interest, meetings that cannot be attended, and last turn.

    `last` is the ISO day on which the person last went, empty for never.
    """

    id: str
    turns: int = 0
    interests: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    last: str = ""


@dataclass(frozen=True)
class Outing:
    """One meeting: its id, its topics, and how many people the member may send."""

    id: str
    topics: tuple[str, ...] = ()
    seats: int = 1


@dataclass(frozen=True)
class Turns:
    """People by meeting, and the meetings for which somebody is missing."""

    going: dict[str, tuple[str, ...]]
    unfilled: dict[str, int]


def assign(people: Sequence[Delegate], outings: Sequence[Outing]) -> Turns:
    """Fill as many seats as can be; then keep turns even (past ones counted); then follow interests.

    One member at a time: members don't compete. The n-th turn of a person costs n, so that even turns are cheapest.
    """
    from ortools.graph.python import min_cost_flow

    flow = min_cost_flow.SimpleMinCostFlow()
    source, sink, first = 0, 1, 2
    second = first + len(outings)
    arcs: dict[int, tuple[int, int]] = {}
    for place, outing in enumerate(outings):
        flow.add_arc_with_capacity_and_unit_cost(source, first + place, outing.seats, 0)
        flow.add_arc_with_capacity_and_unit_cost(first + place, sink, outing.seats, _missing(people, outings))
        for number, person in enumerate(people):
            if outing.id not in person.absent:
                cost = interest_cost(person, outing)
                arc = flow.add_arc_with_capacity_and_unit_cost(first + place, second + number, 1, cost)
                arcs[arc] = (place, number)
    for number, person in enumerate(people):
        for turn in range(len(outings)):
            cost = TURN * len(outings) * (person.turns + turn + 1)
            flow.add_arc_with_capacity_and_unit_cost(second + number, sink, 1, cost)
    seats = sum(outing.seats for outing in outings)
    flow.set_node_supply(source, seats)
    flow.set_node_supply(sink, -seats)
    if flow.solve() != flow.OPTIMAL:
        raise ArithmeticError("the flow of delegates was not solved")
    pairs = [pair for arc, pair in arcs.items() if flow.flow(arc)]
    return _turns(people, outings, pairs)


def in_turn(people: Sequence[Delegate], outing: Outing) -> tuple[Delegate, ...]:
    """Everybody who can go to one meeting, whose turn it is first; equals stay in the order given.

    Fewest turns first, then interests, then whoever has not gone for longest. With one seat the first is one of
    those that `assign` may choose, found without a solver.
    """
    able = [person for person in people if outing.id not in person.absent]
    return tuple(sorted(able, key=lambda each: (each.turns, interest_cost(each, outing), each.last)))


def interest_cost(person: Delegate, outing: Outing) -> int:
    """0 if all topics of the meeting interest the person, up to 100 if none does."""
    shared = len(set(person.interests) & set(outing.topics))
    return MOST_INTEREST - MOST_INTEREST * shared // max(1, len(set(outing.topics)))


def _missing(people: Sequence[Delegate], outings: Sequence[Outing]) -> int:
    """What an empty seat costs: more than any turn."""
    most = max((person.turns for person in people), default=0) + len(outings) + 2
    return TURN * len(outings) * most * 2


def _turns(people: Sequence[Delegate], outings: Sequence[Outing], pairs: list[tuple[int, int]]) -> Turns:
    """The flow in names."""
    going = {
        outing.id: tuple(people[number].id for at, number in pairs if at == place)
        for place, outing in enumerate(outings)
    }
    short = {outing.id: outing.seats - len(going[outing.id]) for outing in outings}
    return Turns(going, {outing: count for outing, count in short.items() if count})
