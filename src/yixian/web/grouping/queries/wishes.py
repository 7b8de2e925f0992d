"""Wishes about who keeps together and who sits apart."""

from dataclasses import dataclass

from yixian.web.grouping.effects import broken
from yixian.web.grouping.queries.board import WishRow, wish_rows
from yixian.web.grouping.queries.table import load_table
from yixian.web.meetings.models import Meeting


@dataclass(frozen=True)
class WishesPage:
    """The wishes in sentences, and the people to choose from: key and name with unit."""

    rows: list[WishRow]
    people: list[tuple[str, str]]


def wishes_page(meeting: Meeting) -> WishesPage:
    """Read the wishes."""
    table = load_table(meeting, in_full=False, wishes=True)
    return WishesPage(
        rows=wish_rows(table, broken(table)),
        people=[(str(each.pk), f"{each.name} {each.unit_name}".strip()) for each in table.people.values()],
    )
