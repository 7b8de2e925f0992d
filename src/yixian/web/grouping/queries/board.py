"""The board of groups: everybody in a card for each group, with what the division comes to."""

import json
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.grouping.division import suggested_number
from yixian.web.grouping.effects import Figures, figures, pairs_in
from yixian.web.grouping.models import Group, Grouping
from yixian.web.grouping.queries.table import Guest, Table, load_table
from yixian.web.grouping.rules.groups import can_arrange, can_see_groups
from yixian.web.grouping.states import GROUPING_TONES
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.shared import policy


class Seat(NamedTuple):
    """One person in a group; `known` are the people at this meeting whose unit theirs has met before."""

    guest: Guest
    is_leader: bool
    is_locked: bool
    is_mine: bool
    again: int
    known: set[int]

    @property
    def met(self) -> str:
        """Those people, for the page's script."""
        return " ".join(map(str, sorted(self.known)))


@dataclass(frozen=True)
class Card:
    """One group."""

    group: Group
    name: str
    seats: list[Seat]
    leader: str
    new: int
    again: int
    is_mine: bool


@dataclass(frozen=True)
class WishRow:
    """A wish in words."""

    pk: int
    words: str
    kind: str
    is_broken: bool
    two: tuple[int, int]


@dataclass(frozen=True)
class BoardPage:
    """The groups of a meeting; whoever may not see drafts finds none until they are published."""

    meeting: Meeting
    tabs: list[Tab]
    grouping: Grouping | None
    cards: list[Card]
    waiting: list[Seat]
    absent: int
    figures: Figures
    wishes: list[WishRow]
    changed: list[str]
    number: int
    due: int
    is_day: bool
    can_arrange: bool
    sees_draft: bool
    mine: Card | None = field(default=None)

    @property
    def late(self) -> bool:
        """Whether somebody who came has no group, on the day."""
        return self.is_day and bool(self.waiting)

    @property
    def tone(self) -> str:
        """How the state looks on its badge."""
        return GROUPING_TONES[self.grouping.state] if self.grouping else ""

    @property
    def matching(self) -> int:
        """Where the slider stands."""
        return self.grouping.matching if self.grouping else 2

    @property
    def sizes(self) -> str:
        """How large the groups are, in words."""
        sizes = [len(card.seats) for card in self.cards]
        low, high = min(sizes, default=0), max(sizes, default=0)
        words = {"number": len(sizes), "low": low, "high": high}
        if low == high:
            return _("%(number)s groups of %(high)s") % words
        return _("%(number)s groups of %(low)s to %(high)s") % words

    @property
    def again_tone(self) -> str:
        """Amber when somebody sits with people met before."""
        return "wait" if self.figures.again else "good"

    @property
    def needs_of(self) -> str:
        """Out of how many wanted topics."""
        return _("of %(number)s") % {"number": self.figures.needs}

    @property
    def told(self) -> str:
        """The wishes for the board's script, which says before a move which would not be kept."""
        return json.dumps([[*wish.two, wish.kind, wish.words] for wish in self.wishes])

    @property
    def broken(self) -> list[WishRow]:
        """Wishes that this division does not keep."""
        return [wish for wish in self.wishes if wish.is_broken]


def board_page(person: Person, meeting: Meeting) -> BoardPage:
    """Read the board."""
    sees_draft = policy.may(person, "grouping.see_draft", meeting)
    table = load_table(meeting, in_full=sees_draft)
    is_shown = can_see_groups(person, meeting, table.grouping)
    cards = cards_of(table, person) if is_shown else []
    counted = figures(table) if sees_draft else Figures()
    due = set(table.due)
    return BoardPage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "groups"),
        grouping=table.grouping if is_shown else None,
        cards=cards,
        waiting=[_seat(table, pk, person) for pk in table.due if pk not in table.places]
        if sees_draft
        else [],
        absent=len(set(table.places) - due),
        figures=counted,
        wishes=wish_rows(table, counted.broken) if sees_draft else [],
        changed=_changed(table) if sees_draft else [],
        number=len(table.groups) or suggested_number(len(due)),
        due=len(due),
        is_day=table.is_day,
        can_arrange=can_arrange(person, meeting),
        sees_draft=sees_draft,
        mine=next((card for card in cards if card.is_mine), None),
    )


def cards_of(table: Table, person: Person | None = None) -> list[Card]:
    """Each group with its people, the leader first."""
    return [_card(table, group, person) for group in table.groups]


def _card(table: Table, group: Group, person: Person | None) -> Card:
    seats = table.seats[group.pk]
    people = [pk for pk in seats if pk == group.leader_id] + [pk for pk in seats if pk != group.leader_id]
    met, new = pairs_in(table, group.pk)
    leader = table.people.get(group.leader_id or 0)
    return Card(
        group=group,
        name=_("Group %(number)s") % {"number": group.number},
        seats=[_seat(table, pk, person, group) for pk in people],
        leader=leader.name if leader else "",
        new=new,
        again=met,
        is_mine=person is not None and person.pk in people,
    )


def _seat(table: Table, pk: int, person: Person | None, group: Group | None = None) -> Seat:
    guest, place = table.people[pk], table.places.get(pk)
    return Seat(
        guest=guest,
        is_leader=group is not None and group.leader_id == pk,
        is_locked=place is not None and place.is_locked,
        is_mine=person is not None and person.pk == pk,
        again=table.again[pk] if group else 0,
        known=table.friends[pk],
    )


def wish_rows(table: Table, broken: tuple[int, ...]) -> list[WishRow]:
    """The wishes as sentences."""
    sentence = {
        "together": _("%(one)s and %(two)s keep together"),
        "apart": _("%(one)s and %(two)s sit apart"),
    }
    return [
        WishRow(
            wish.pk,
            sentence[wish.kind] % {"one": wish.one, "two": wish.two},
            wish.kind,
            wish.pk in broken,
            (wish.one_id, wish.two_id),
        )
        for wish in table.wishes
    ]


def _changed(table: Table) -> list[str]:
    """What the last regrouping at the door did, in sentences."""
    changed: dict[str, Any] = table.grouping.changed if table.grouping else {}
    return [
        _door_sentence(table.people[int(pk)].name, *places)
        for pk, places in changed.items()
        if int(pk) in table.people
    ]


def _door_sentence(name: str, before: int, after: int) -> str:
    words = {"person": name, "before": before, "after": after}
    if not before:
        return _("%(person)s came to group %(after)s") % words
    if not after:
        return _("%(person)s left group %(before)s") % words
    return _("%(person)s changed from group %(before)s to group %(after)s") % words
