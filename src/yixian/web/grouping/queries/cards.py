"""Group cards and the list of all groups, for phone and paper."""

from dataclasses import dataclass

from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Grouping
from yixian.web.grouping.queries.board import Card, cards_of
from yixian.web.grouping.queries.table import load_table
from yixian.web.grouping.rules.groups import can_see_groups
from yixian.web.meetings.models import Meeting


@dataclass(frozen=True)
class CardsPage:
    """The groups that may be seen, and where nobody is placed nothing."""

    meeting: Meeting
    grouping: Grouping | None
    cards: list[Card]
    people: int


def cards_page(person: Person, meeting: Meeting) -> CardsPage:
    """Read the cards."""
    table = load_table(meeting, in_full=False)
    shown = can_see_groups(person, meeting, table.grouping)
    cards = [card for card in cards_of(table, person) if card.seats] if shown else []
    return CardsPage(
        meeting, table.grouping if shown else None, cards, sum(len(card.seats) for card in cards)
    )
