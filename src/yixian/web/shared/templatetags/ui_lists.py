"""Lists: addresses with one thing changed, sortable heads, pages."""

from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.shared.paging import MOST_ROWS, WHOLE, WholePage
from yixian.web.shared.templatetags.ui_parts import icon


def query_with(query: QueryDict, **changes: Any) -> str:
    """The query part of the present address with some values set (or, with None, taken away)."""
    new = query.copy()
    for name, value in changes.items():
        if value is None:
            new.pop(name, None)
        else:
            new[name] = str(value)
    return f"?{new.urlencode()}" if new else "?"


def sort_header(query: QueryDict, key: str, label: Any, numeric: bool = False) -> SafeString:
    """A column head that sorts by `?sort=key`, and the other way round when it already does."""
    now = query.get("sort", "")
    up, down = now == key, now == f"-{key}"
    href = query_with(query, sort=f"-{key}" if up else key, page=None)
    aria = ' aria-sort="ascending"' if up else ' aria-sort="descending"' if down else ""
    sign = icon("chevron-up" if up else "chevron-down" if down else "arrow-down-up")
    return format_html(
        '<th scope="col"{}{}><a class="sort" href="{}">{}{}</a></th>',
        SafeString(' class="num"' if numeric else ""),
        SafeString(aria),
        href,
        label,
        sign,
    )


def pager(query: QueryDict, page: Page, *, whole: bool = True) -> SafeString:
    """Earlier, page numbers, later, which rows of how many these are, and the way to all on one page."""
    total = page.paginator.count
    if page.paginator.num_pages <= 1:
        return format_html('<p class="pager">{}</p>', count_text(total)) if total else SafeString("")
    if isinstance(page, WholePage):
        return _whole(query, total)
    text = _("%(first)d–%(last)d of %(total)d") % {
        "first": page.start_index(),
        "last": page.end_index(),
        "total": total,
    }
    numbers = format_html_join(
        "",
        "{}",
        ((_number(query, page, each),) for each in page.paginator.get_elided_page_range(page.number)),
    )
    return format_html(
        '<nav class="pager" id="pages" aria-label="{}"><span>{}</span>{}<ol>{}{}{}</ol></nav>',
        _("Pages"),
        text,
        _to_whole(query, total) if whole else "",
        _step(query, page.number - 1, "chevron-left", _("Previous page")) if page.has_previous() else "",
        numbers,
        _step(query, page.number + 1, "chevron-right", _("Next page")) if page.has_next() else "",
    )


def _to_whole(query: QueryDict, total: int) -> SafeString:
    """The way to everything on one page, as paper needs it; one stays at the foot of the list."""
    words = _("All on one page, to print")
    if total > MOST_ROWS:
        words = _("The first %(number)d on one page, to print") % {"number": MOST_ROWS}
    href = query_with(query, page=WHOLE)
    return format_html('<a class="pager-whole" href="{}#pages">{}{}</a>', href, icon("printer"), words)


def _whole(query: QueryDict, total: int) -> SafeString:
    """Under a list as a whole: how much it is, to the printer, and back to pages."""
    text = _("All %(total)d on one page") % {"total": total}
    if total > MOST_ROWS:
        values = {"number": MOST_ROWS, "total": total}
        text = _("The first %(number)d of %(total)d; filter the list to print the others") % values
    return format_html(
        '<nav class="pager" id="pages" aria-label="{}"><span>{}</span><button type="button" class="btn btn-secondary" '
        'data-print>{}{}</button><a class="pager-whole" href="{}#pages">{}</a></nav>',
        _("Pages"),
        text,
        icon("printer"),
        _("Print"),
        query_with(query, page=None),
        _("By pages"),
    )


def count_text(total: int) -> str:
    """How many there are, in words."""
    return ngettext("%(total)d entry", "%(total)d entries", total) % {"total": total}


def _number(query: QueryDict, page: Page, number: Any) -> SafeString:
    if not isinstance(number, int):
        return format_html('<li class="pager-gap"><span>{}</span></li>', number)
    here = SafeString(' aria-current="page"') if number == page.number else ""
    href = query_with(query, page=number)
    return format_html('<li class="pager-number"><a href="{}"{}>{}</a></li>', href, here, number)


def _step(query: QueryDict, number: int, name: str, label: str) -> SafeString:
    href = query_with(query, page=number)
    return format_html('<li><a href="{}" aria-label="{}">{}</a></li>', href, label, icon(name))
