"""One page of a long list by prepared queries: one counts the rows, one takes those of the page."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.paginator import Page

from yixian.web.shared.paging import Pages, Paginator
from yixian.web.shared.prepared import PreparedRows

LINES = 25
R = TypeVar("R")


def page_of(
    line: Callable[..., R], rows: PreparedRows, number: PreparedRows, asked: str | None, **values: Any
) -> Page[R]:
    """The page asked for, its rows made into lines."""
    page = Paginator(Pages(rows, number, **values), LINES).get_page(asked)
    page.object_list = [line(*row) for row in page.object_list]
    return page
