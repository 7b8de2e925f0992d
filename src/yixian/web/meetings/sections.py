"""The parts of a meeting's page: each app adds its own tabs here, so that nothing below needs to know them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.shared import policy


@dataclass(frozen=True)
class Section:
    """One tab: its words, the name of its address (which takes the meeting's pk), and its policy.

    `count` gives the rows that the tab's number counts, as a queryset; `meeting` is the way from a row to its
    meeting ("meeting", "tour__meeting" …). All numbers are read together with the meeting, in one query.
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


def register(*sections: Section) -> None:
    """Add an app's sections (again: replace them)."""
    _SECTIONS.update({section.key: section for section in sections})


def counted(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """The meetings with the number of every section as `count_<key>`, in the same query."""
    numbers = {
        f"count_{section.key}": _number_of(section.count(), section.meeting)
        for section in _SECTIONS.values()
        if section.count is not None
    }
    return meetings.annotate(**numbers)


def _number_of(rows: QuerySet[Any], path: str) -> Coalesce:
    """How many of the rows belong to the meeting of the outer query."""
    mine = rows.order_by().annotate(_of=F(path)).filter(_of=OuterRef("pk")).values("_of")
    number = mine.annotate(_number=Count("pk")).values("_number")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)


def tabs_for(person: Person, meeting: Meeting, current: str) -> list[Tab]:
    """The tabs of this meeting that this person may open; numbers where the meeting was `counted`."""
    return [
        Tab(
            key=section.key,
            label=str(section.label),
            url=reverse(section.url_name, args=[meeting.pk]),
            count=getattr(meeting, f"count_{section.key}", None),
            is_current=section.key == current,
        )
        for section in sorted(_SECTIONS.values(), key=lambda each: each.order)
        if section.when(meeting) and policy.may(person, section.policy, meeting)
    ]
