"""One page of a long list by prepared queries: one counts the rows, one takes those of the page."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Value

from yixian.web.shared.prepared import PreparedRows

LINES = 25
Part = tuple[int, int]
R = TypeVar("R")


class _Rows:
    """What a paginator walks through."""

    def __init__(self, rows: PreparedRows, number: PreparedRows, values: dict[str, Any]) -> None:
        self.rows, self.number, self.values = rows, number, values

    def count(self) -> int:
        """How many there are."""
        (count,) = self.number.first(**self.values) or (0,)
        return int(count)

    def __getitem__(self, part: slice) -> list[Any]:
        """Those from one place to another."""
        return self.rows.all(**self.values, part=(part.start, part.stop))


def page_of(
    line: Callable[..., R], rows: PreparedRows, number: PreparedRows, asked: str | None, **values: Any
) -> Page[R]:
    """The page asked for, its rows made into lines; `rows` takes the choice `part`: from and to which place."""
    page = Paginator(_Rows(rows, number, values), LINES).get_page(asked)
    page.object_list = [line(*row) for row in page.object_list]
    return page


def how_many(found: QuerySet[Any]) -> QuerySet[Any, Any]:
    """The number of some records as the one row of a query, none when there are none."""
    counted = found.select_related(None).order_by().annotate(every=Value(1)).values("every")
    return counted.annotate(number=Count("pk")).values_list("number")
