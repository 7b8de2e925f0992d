"""Room on a page of records for what the apps above make of them, without this app knowing how."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.capture.queries.rows import Row
from yixian.web.meetings.models import Meeting

Draw = Callable[[dict[str, Any]], Mapping[int, str]]
Source = Callable[[Person, Meeting, Sequence[Row]], Draw | None]
_SOURCES: dict[str, Source] = {}


def register_deeds(**sources: Source) -> None:
    """Add what offers something to do with records, by name (again: replace it).

    A source gets the records that a person sees, all of one meeting. It reads what it needs and answers None (nothing
    for this person) or what draws, from the page's context, the end of each record's card by the record's number.
    """
    _SOURCES.update(sources)


def deeds_for(person: Person, meeting: Meeting, rows: Sequence[Row]) -> list[Draw]:
    """What is offered to this person below these records."""
    found = (source(person, meeting, rows) for source in _SOURCES.values())
    return [draw for draw in found if draw is not None]
