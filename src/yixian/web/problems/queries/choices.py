"""Options of filters and forms, read as plain columns: making objects of hundreds of rows takes too long."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from yixian.web.meetings.models import Meeting
from yixian.web.organisations.queries.members import MOST_LISTED

Option = tuple[Any, str]
NOTHING = "—"


def options(rows: QuerySet[Any], *columns: str, empty: str | None = None) -> list[Option]:
    """Key and words of each row; `empty` words a first option that chooses nothing."""
    return listed(rows.values_list("pk", *columns), empty)


def listed(rows: Iterable[Sequence[Any]], empty: str | None = None) -> list[Option]:
    """The same of rows that are read already: the key first, then the words."""
    found = [(pk, " ".join(str(each) for each in words if each)) for pk, *words in rows]
    return found if empty is None else [("", str(empty)), *found]


def newest(meetings: QuerySet[Meeting]) -> QuerySet[Any]:
    """The newest of these meetings, as many as a list takes."""
    return meetings.order_by("-held_on", "-pk").values_list("pk", "title")[:MOST_LISTED]


def meetings_to_choose(
    rows: Iterable[Sequence[Any]], meetings: Callable[[], QuerySet[Meeting]], chosen: Any = None
) -> list[Option]:
    """These rows of meetings, and the one among all `meetings` that is chosen already."""
    found = listed(rows)
    if str(chosen or "").isdecimal() and int(chosen) not in {pk for pk, _title in found}:
        found += options(meetings().filter(pk=chosen), "title")
    return found
