"""Long lists by the page, whose SQL is worked out once for the usual ways to look at them."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Value

from yixian.web.shared.prepared import Asker, Choice, PreparedRows


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
        self.rows = PreparedRows(self._part, by=Asker, filters=Choice, first=Choice)
        self.number = PreparedRows(self._number, by=Asker, filters=Choice)

    def page(self, by: Any, filters: Any, number: int | str | None) -> Page:
        """One page; the first or last one where there is none of this number."""
        found = _Usual(self, by, filters) if self.are_usual(filters) else self.build(by, filters)
        return Paginator(found, self.per_page).get_page(number)

    def _part(self, by: Any, filters: Any, first: int) -> QuerySet[Any]:
        return self.build(by, filters)[first : first + self.per_page]

    def _number(self, by: Any, filters: Any) -> QuerySet[Any]:
        every = self.build(by, filters).order_by().values(all=Value(1))
        return every.annotate(number=Count("pk")).values_list("number")


class _Usual:
    """The rows of a usual way to look at the list, as a paginator asks for them."""

    ordered = True

    def __init__(self, pages: PreparedPages, by: Any, filters: Any) -> None:
        self.pages = pages
        self.asked = {"by": by, "filters": filters}

    def count(self) -> int:
        """How many rows there are."""
        return sum(self.pages.number.one_column(**self.asked))

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Any]:
        return self.pages.rows.all(**self.asked, first=part.start)
