"""The parts of a meeting's page: each app adds its own tabs here, so that nothing below needs to know them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet, Value
from django.urls import reverse
from django_scopes import scope

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.shared import policy


@dataclass(frozen=True)
class Section:
    """One tab: its words, the name of its address (which takes the meeting's pk), and its policy.

    `count` gives the rows that the tab's number counts, as a queryset; `meeting` is the way from a row to its
    meeting ("meeting", "tour__meeting" …). All numbers of a meeting are read in one query, whose SQL is kept:
    a count must not depend on the time of day or on who asks.
    `when` leaves the tab out of meetings for which it says nothing.
    """

    key: str
    label: Any
    url_name: str
    policy: str
    order: int
    count: Callable[[], QuerySet[Any]] | None = None
    meeting: str = "meeting"
    when: Callable[[Meeting], bool] = lambda meeting: True


@dataclass(frozen=True)
class Tab:
    """A section as a page shows it."""

    key: str
    label: str
    url: str
    count: int | None
    is_current: bool


_SECTIONS: dict[str, Section] = {}
_MARK = 900719925474099
_PLACE = -_MARK


def register(*sections: Section) -> None:
    """Add an app's sections (again: replace them)."""
    _SECTIONS.update({section.key: section for section in sections})
    _counting_sql.cache_clear()
    _in_order.cache_clear()


def numbers_of(meeting: Meeting) -> dict[str, int]:
    """How many rows each section has for this meeting: one query, asked once per meeting in hand.

    Building a dozen counts with the ORM takes longer than running them, so their SQL is kept.
    """
    numbers: dict[str, int] | None = getattr(meeting, "section_numbers", None)
    if numbers is None:
        sql, params = _counting_sql(meeting.federation_id, tuple(_SECTIONS))
        values = [meeting.pk if each == _PLACE else each for each in params]
        with connection.cursor() as cursor:
            numbers = dict(cursor.execute(sql, values).fetchall()) if sql else {}
        meeting.section_numbers = numbers
    return numbers


@lru_cache(maxsize=64)
def _counting_sql(federation_id: int, keys: tuple[str, ...]) -> tuple[str, tuple[Any, ...]]:
    """The counts of all sections as one statement for a federation; `_PLACE` stands for the meeting."""
    parts, values = [], []
    with scope(federation=federation_id):
        for key in keys:
            section = _SECTIONS[key]
            if section.count is None:
                continue
            rows = section.count().filter(**{section.meeting: _PLACE}).order_by()
            compiler = rows.annotate(_all=Value(1)).values("_all").query.get_compiler(DEFAULT_DB_ALIAS)
            sql, params = compiler.as_sql()
            parts.append(f"SELECT %s, COUNT(*) FROM ({sql}) AS counted")
            values += [key, *params]
    return " UNION ALL ".join(parts), tuple(values)


def tabs_for(person: Person, meeting: Meeting, current: str) -> list[Tab]:
    """The tabs of this meeting that this person may open, with their numbers."""
    numbers = numbers_of(meeting)
    return [
        Tab(
            key=section.key,
            label=str(section.label),
            url=_address(section.url_name).format(meeting.pk),
            count=numbers.get(section.key),
            is_current=section.key == current,
        )
        for section in _in_order()
        if section.when(meeting) and policy.may(person, section.policy, meeting)
    ]


@cache
def _in_order() -> list[Section]:
    return sorted(_SECTIONS.values(), key=lambda each: each.order)


@cache
def _address(url_name: str) -> str:
    """The address of a section with a place for the meeting: asking the router for each tab takes long."""
    return reverse(url_name, args=[_MARK]).replace(str(_MARK), "{}")
