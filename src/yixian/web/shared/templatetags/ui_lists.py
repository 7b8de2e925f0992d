"""Lists: addresses with one thing changed, sortable heads, pages."""

from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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


def pager(query: QueryDict, page: Page) -> SafeString:
    """Earlier, page numbers, later, and which rows of how many these are."""
    total = page.paginator.count
    if page.paginator.num_pages <= 1:
        return format_html('<p class="pager">{}</p>', count_text(total)) if total else SafeString("")
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
        '<nav class="pager" aria-label="{}"><span>{}</span><ol>{}{}{}</ol></nav>',
        _("Pages"),
        text,
        _step(query, page.number - 1, "chevron-left", _("Previous page")) if page.has_previous() else "",
        numbers,
        _step(query, page.number + 1, "chevron-right", _("Next page")) if page.has_next() else "",
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
