"""From a table to groups: by the planner, or at the door with as little change as possible. No database."""

from collections.abc import Callable
from dataclasses import dataclass, field

from yixian.web.grouping.queries.table import APART, Table

GOOD_SIZE = 6
TOGETHER, KEEP_APART = "together", "apart"  # kinds of a wish
Groups = dict[int, list[int]]
Cost = Callable[[int, int], int]


def suggested_number(people: int) -> int:
    """How many groups: about six people in each, and a prime, because that lets most pairs meet anew."""
    if people < 4:
        return 1
    wanted = people / GOOD_SIZE
    primes = [number for number in range(2, max(4, people // 2) + 1) if _is_prime(number)]
    return min(primes, key=lambda number: (abs(number - wanted), -number))


def _is_prime(number: int) -> bool:
    return number > 1 and all(number % each for each in range(2, int(number**0.5) + 1))


def divide(table: Table, *, people: list[int], number: int, matching: int, draw: int) -> list[list[int]]:
    """People into groups 1 to `number` by the planner; what is locked stays where it is."""
    from yixian.planner.groups import GroupProblem
    from yixian.planner.groups.solve import regroup

    fixed = locked_seats(table, number)
    heads, bound = _heads(table, fixed, set(people), number)
    problem = GroupProblem(
        people=tuple(str(each) for each in people),
        groups=number,
        past=_past(table, people),
        leaders=tuple(str(head) if head else "" for head in heads),
        together=tuple(tuple(map(str, each)) for each in (*bound, *_wished(table, TOGETHER))),
        apart=(*_pairs(table, KEEP_APART), *_same_unit(table, people)),
        matches=_matches(table, people) if matching else (),
        matching=matching,
        seed=f"{table.meeting.pk}/{draw}",
    )
    made = [[int(each) for each in group] for group in regroup(problem).rounds[0]]
    made += [[] for _ in range(number - len(made))]
    leading = {head: place for place, head in enumerate(heads, start=1) if head}
    _hold(made, leading | fixed, lambda one, two: table.cost(one, two, matching))
    return made


def locked_seats(table: Table, number: int) -> dict[int, int]:
    """Person → group number, for everybody whose place or group is locked."""
    numbers = {group.pk: group.number for group in table.groups}
    closed = {group.pk for group in table.groups if group.is_locked}
    return {
        person: numbers[place.group_id]
        for person, place in table.places.items()
        if (place.is_locked or place.group_id in closed) and numbers[place.group_id] <= number
    }


def _heads(
    table: Table, fixed: dict[int, int], people: set[int], number: int
) -> tuple[list[int | None], list[tuple[int, ...]]]:
    """Who leads each group, or else is locked in it; and who keeps with them."""
    heads: list[int | None] = [None] * number
    for group in table.groups:
        if group.leader_id in people and group.number <= number:
            heads[group.number - 1] = group.leader_id
    bound = []
    for place in range(number):
        held = [each for each in people if fixed.get(each) == place + 1]
        if heads[place] is None and held:
            heads[place] = held[0]
        if held:
            bound.append(tuple({heads[place], *held} - {None}))
    return heads, bound  # type: ignore[return-value]


def _past(table: Table, people: list[int]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Earlier rounds as though today's people had been there for their units."""
    here: dict[str, list[str]] = {}
    for each in people:
        here.setdefault(table.people[each].unit, []).append(str(each))
    return tuple(
        tuple(tuple(person for unit in group for person in here.get(unit, ())) for group in groups)
        for groups in table.rounds
    )


def _wished(table: Table, kind: str) -> list[tuple[int, int]]:
    return [(wish.one_id, wish.two_id) for wish in table.wishes if wish.kind == kind]


def _pairs(table: Table, kind: str) -> tuple[tuple[str, str], ...]:
    return tuple((str(one), str(two)) for one, two in _wished(table, kind))


def _same_unit(table: Table, people: list[int]) -> tuple[tuple[str, str], ...]:
    """People of one unit meet every day: they sit apart unless somebody wishes otherwise."""
    units: dict[str, list[int]] = {}
    for each in people:
        units.setdefault(table.people[each].unit, []).append(each)
    wished = {frozenset(two) for two in _wished(table, TOGETHER)}
    return tuple(
        (str(one), str(two))
        for own in units.values()
        for place, one in enumerate(own)
        for two in own[:place]
        if frozenset((one, two)) not in wished
    )


def _matches(table: Table, people: list[int]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (str(one), str(two)) for one in people for two in people if one != two and table.asks(one, two)
    )


def _hold(made: list[list[int]], fixed: dict[int, int], cost: Cost) -> None:
    """Where the planner let go of somebody locked, change them with whoever fits best; in place."""
    where = {person: place for place, group in enumerate(made) for person in group}
    for person, number in fixed.items():
        here, there = where.get(person), number - 1
        if here is None or here == there:
            continue
        free = [each for each in made[there] if each not in fixed]
        made[here].remove(person)
        made[there].append(person)
        where[person] = there
        if free:
            other = min(free, key=lambda each: sum(cost(each, them) for them in made[here]))
            made[there].remove(other)
            made[here].append(other)
            where[other] = here


@dataclass
class Change:
    """What a regrouping at the door did: person → (group before, group after); None is no group."""

    moved: dict[int, tuple[int | None, int | None]] = field(default_factory=dict)


def at_the_door(
    groups: Groups, *, newcomers: list[int], gone: set[int], fixed: set[int], closed: set[int], cost: Cost
) -> Change:
    """Take out who is gone, place who came late, even the sizes out; change nothing else. In place.

    `fixed` people stay where they are, `closed` groups take nobody and give nobody away. Sizes differ by one
    in the end unless what is locked forbids it.
    """
    before = {person: group for group, people in groups.items() for person in people}
    for people in groups.values():
        people[:] = [each for each in people if each not in gone]
    open_ = [group for group in groups if group not in closed]
    for person in newcomers if open_ else []:
        groups[min(open_, key=lambda group: _attraction(groups[group], person, cost))].append(person)
    while (step := _step(groups, open_, fixed, cost)) is not None:
        person, here, there = step
        groups[here].remove(person)
        groups[there].append(person)
    after = {person: group for group, people in groups.items() for person in people}
    different = (each for each in before | after if before.get(each) != after.get(each))
    return Change({each: (before.get(each), after.get(each)) for each in different})


def _attraction(people: list[int], person: int, cost: Cost) -> tuple[bool, int, int]:
    """First where somebody is to be kept with, then where fewest are, then where it costs least."""
    price = sum(cost(person, each) for each in people)
    return price > -APART // 2, len(people) + (len(people) + 1) * (price >= APART // 2), price


def _step(groups: Groups, open_: list[int], fixed: set[int], cost: Cost) -> tuple[int, int, int] | None:
    """The cheapest single move from a largest to a smallest group, while they differ by more than one."""
    if not open_:
        return None
    small = min(len(groups[group]) for group in open_)
    large = max(len(groups[group]) for group in open_)
    if large - small < 2:
        return None
    steps = [
        (_price(groups, person, here, there, cost), person, here, there)
        for here in open_
        if len(groups[here]) == large
        for there in open_
        if len(groups[there]) == small
        for person in groups[here]
        if person not in fixed
    ]
    return min(steps)[1:] if steps else None


def _price(groups: Groups, person: int, here: int, there: int, cost: Cost) -> int:
    joins = sum(cost(person, each) for each in groups[there])
    return joins - sum(cost(person, each) for each in groups[here] if each != person)
