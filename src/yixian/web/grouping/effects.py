"""What a division into groups comes to, and what a move would change. Pure: from a table to figures."""

from collections import Counter
from dataclasses import dataclass

from yixian.web.grouping.models import Wish
from yixian.web.grouping.queries.table import Table


@dataclass(frozen=True)
class Figures:
    """Pairs that meet anew and again; needs that find somebody who can help; wishes not kept, as their keys."""

    people: int = 0
    new: int = 0
    again: int = 0
    needs: int = 0
    needs_met: int = 0
    broken: tuple[int, ...] = ()


@dataclass(frozen=True)
class Effect:
    """What a person would find in a group: people met anew and again, helpers; wishes not kept there, as their keys."""

    group: int
    size: int
    new: int
    again: int
    helpers: int
    against: tuple[int, ...] = ()


def figures(table: Table) -> Figures:
    """The division as it stands."""
    new = again = people = needs = needs_met = 0
    for group, seats in table.seats.items():
        people += len(seats)
        met, first = pairs_in(table, group)
        again, new = again + met, new + first
        asked, helped = _needs(table, seats)
        needs, needs_met = needs + asked, needs_met + helped
    return Figures(people, new, again, needs, needs_met, broken(table))


def pairs_in(table: Table, group: int) -> tuple[int, int]:
    """Pairs of different units in a group: those that have met before, and those that meet for the first time."""
    seats = table.seats[group]
    units = Counter([table.people[each].unit for each in seats])
    pairs = (len(seats) ** 2 - sum([count**2 for count in units.values()])) // 2
    again = sum(map(table.again.__getitem__, seats)) // 2
    return again, pairs - again


def _needs(table: Table, seats: list[int]) -> tuple[int, int]:
    """Topics wanted by people of a group, and how many of them somebody else in it can show."""
    members = [table.people[each].member for each in seats]
    asked = helped = 0
    for member in {each for each in members if each is not None}:
        wanted = table.wants.get(member, set())
        shown = set().union(
            *(table.shows.get(other, set()) for other in members if other is not None and other != member)
        )
        asked, helped = asked + len(wanted), helped + len(wanted & shown)
    return asked, helped


def broken(table: Table) -> tuple[int, ...]:
    """Wishes that the division does not keep: both have a place, and it is the wrong one."""
    found = []
    for wish in table.wishes:
        one, two = table.places.get(wish.one_id), table.places.get(wish.two_id)
        if one and two and (one.group_id == two.group_id) != (wish.kind == Wish.Kind.TOGETHER):
            found.append(wish.pk)
    return tuple(found)


def effects(table: Table, person: int) -> list[Effect]:
    """What this person would find in each group; in the own one, what they find now."""
    known = _units_met(table, person)
    return [_effect(table, person, known, group.pk) for group in table.groups]


def effect(table: Table, person: int, group: int) -> Effect:
    """What this person would find in one group."""
    return _effect(table, person, _units_met(table, person), group)


def _units_met(table: Table, person: int) -> set[str]:
    """The units that this person's unit has met."""
    own = table.people[person].unit
    return {two if one == own else one for one, two in table.met if own in (one, two)}


def _effect(table: Table, person: int, known: set[str], group: int) -> Effect:
    own = table.people[person].unit
    others = [each for each in table.seats[group] if each != person]
    units = [unit for each in others if (unit := table.people[each].unit) != own]
    again = sum([unit in known for unit in units])
    helpers = sum([table.asks(person, each) for each in others])
    return Effect(
        group, len(others), len(units) - again, again, helpers, _against(table, person, set(others))
    )


def _against(table: Table, person: int, others: set[int]) -> tuple[int, ...]:
    """Wishes about this person that are not kept among these people; who has no place yet wishes in vain."""
    found = []
    for wish in table.wishes:
        if person not in (wish.one_id, wish.two_id):
            continue
        other = wish.two_id if person == wish.one_id else wish.one_id
        if other in table.places and (other in others) != (wish.kind == Wish.Kind.TOGETHER):
            found.append(wish.pk)
    return tuple(found)
