"""Problems as lines of a list or a paper: read as plain columns, for there may be hundreds."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.problems.models import Problem, is_late
from yixian.web.problems.queries.register import SORTS, Filters, problems_visible_to, register
from yixian.web.shared.paging import Pages, how_many
from yixian.web.shared.prepared import Asker, Choice, PreparedRows


@dataclass(frozen=True)
class Line:
    """What a list shows of a problem; nobody and nothing are None."""

    pk: int
    title: str
    state: str
    found_on: date
    due_on: date | None
    member: str | None
    topic: str | None
    owner: str | None
    owner_unit: str | None

    COLUMNS = (
        "pk", "title", "state", "found_on", "due_on", "member__short_name", "topic__name", "owner__name",
        "owner__member__short_name",
    )  # fmt: skip

    @property
    def is_late(self) -> bool:
        """Whether its day has passed while it is still being solved."""
        return is_late(self.state, self.due_on)


@dataclass(frozen=True)
class PaperLine:
    """What the paper shows of a problem."""

    title: str
    state: str
    found_on: date
    due_on: date | None
    member: str | None
    raised_by: str | None
    owner: str | None
    solution: str

    COLUMNS = (
        "title", "state", "found_on", "due_on", "member__short_name", "raised_by__name", "owner__name",
        "solution",
    )  # fmt: skip


Columns = tuple[str, ...]


def _register(by: Person, filters: Filters, today: str, columns: Columns) -> QuerySet[Problem, Any]:
    return register(by, filters, today).values_list(*columns)


def _part(part: slice, **asked: Any) -> QuerySet[Problem, Any]:
    return _register(**asked)[part]


def _of_meeting(by: Person, meeting: int, part: slice) -> QuerySet[Problem, Any]:
    found = problems_visible_to(by).filter(meeting_id=meeting).order_by(*SORTS["due"])
    return found.values_list(*Line.COLUMNS)[part]


def _number_of_meeting(by: Person, meeting: int) -> QuerySet[Problem, Any]:
    return how_many(problems_visible_to(by).filter(meeting_id=meeting))


PART: Any = PreparedRows(_part, by=Asker, filters=Choice, today=Choice, columns=Choice, part=slice)
OF_MEETING: Any = PreparedRows(_of_meeting, by=Asker, meeting=int, part=slice)
NUMBER_OF_MEETING = PreparedRows(_number_of_meeting, by=Asker, meeting=int)


def chosen(person: Person, filters: Filters, columns: Columns, number: int) -> Any:
    """These columns of the problems asked for, to be walked through; `number` is how many the view holds.

    A view is looked at all day; a search is put together each time, for there are as many as there are words.
    """
    asked = {"by": person, "filters": filters, "today": timezone.localdate().isoformat(), "columns": columns}
    return _register(**asked) if filters.narrows else Pages(PART, known=number, **asked)


def of_meeting(person: Person, meeting: int) -> Any:
    """The problems found at a meeting as columns of lines, the most urgent first, to be walked through."""
    return Pages(OF_MEETING, NUMBER_OF_MEETING, by=person, meeting=meeting)
