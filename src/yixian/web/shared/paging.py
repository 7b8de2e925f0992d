"""Long lists by the page, or (`?page=all`) on one for printing; most have their SQL worked out once."""

from collections.abc import Callable
from typing import Any

from django.core import paginator
from django.core.paginator import Page
from django.db.models import Count, QuerySet, Value

from yixian.web.shared.prepared import Asker, Choice, Prepared, PreparedRows

WHOLE = "all"
MOST_ROWS = 2_000  # of a page that shows a list as a whole: what a browser still lays out in a few seconds


class WholePage(Page):
    """A list as a whole, or the first rows of a very long one."""

    def end_index(self) -> int:
        """The number of the last row."""
        return min(self.paginator.count, MOST_ROWS)

    def has_next(self) -> bool:
        """Nothing stands on other pages."""
        return False


class Paginator(paginator.Paginator):
    """Pages as in Django, and `all` instead of a number for one with everything."""

    def get_page(self, number: int | str | None) -> Page:
        """The page of this number, the first or last one where there is none, or the whole list."""
        if number == WHOLE:
            return WholePage(self.object_list[:MOST_ROWS], 1, self)
        return super().get_page(number)


def how_many(found: QuerySet[Any]) -> QuerySet[Any, Any]:
    """The number of some records as the one row of a query, none when there are none."""
    counted = found.order_by().values(every=Value(1))
    return counted.annotate(number=Count("pk")).values_list("number")


class Pages:
    """What a paginator walks through: `rows` takes the `part` asked for, `number` counts all (`how_many`)."""

    ordered = True

    def __init__(
        self,
        rows: Prepared[Any] | PreparedRows,
        number: PreparedRows | None = None,
        known: int = 0,
        **values: Any,
    ) -> None:
        self.rows = rows
        self.number = number
        self.known = known
        self.values = values

    def count(self) -> int:
        """How many there are; what is known already is not asked for again."""
        if self.number is None:
            return self.known
        (count,) = self.number.first(**self.values) or (0,)
        return int(count)

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Any]:
        """One page of rows."""
        return self.rows.all(**self.values, part=part)


class PreparedPages:
    """A `values_list` by pages: `build(by, filters)` gives its rows in their order.

    `filters` must be hashable. Those for which `are_usual` holds are chosen from lists, so that there are few of
    them; others (words that somebody looks for) are asked as they come.
    """

    def __init__(
        self, build: Callable[..., QuerySet[Any]], *, are_usual: Callable[[Any], bool], per_page: int
    ) -> None:
        self.build = build
        self.are_usual = are_usual
        self.per_page = per_page
        self.rows = PreparedRows(
            lambda by, filters, part: build(by, filters)[part], by=Asker, filters=Choice, part=slice
        )
        self.number = PreparedRows(lambda by, filters: how_many(build(by, filters)), by=Asker, filters=Choice)

    def page(self, by: Any, filters: Any, number: int | str | None) -> Page:
        """One page; the first or last one where there is none of this number."""
        usual = self.are_usual(filters)
        found = Pages(self.rows, self.number, by=by, filters=filters) if usual else self.build(by, filters)
        return Paginator(found, self.per_page).get_page(number)
