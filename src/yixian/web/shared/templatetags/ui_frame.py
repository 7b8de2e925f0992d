"""The frame of a page: navigation at the side and at the bottom, and the words that scripts say."""

import json
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yixian.web.shared.templatetags.ui_parts import icon

TABS = 5


def same(template: str, **values: str) -> SafeString:
    """A part of a page that depends on nothing but its language and these few words: drawn once for them.

    The part sees only what is named here, so it can't carry anything from one person to another.
    """
    return _same(template, get_language() or "", tuple(values.items()))


@lru_cache(maxsize=512)
def _same(template: str, _language: str, values: tuple[tuple[str, str], ...]) -> SafeString:
    return mark_safe(render_to_string(template, dict(values)))


def side_nav(links: Sequence[Any]) -> SafeString:
    """The whole navigation, by groups in the order given; drawn once for all who see the same."""
    return _side_nav(tuple(links))


@lru_cache(maxsize=256)
def _side_nav(links: tuple[Any, ...]) -> SafeString:
    return format_html_join(
        "", "{}", ((_group(name, list(each)),) for name, each in groupby(links, _group_of))
    )


def tab_bar(links: Sequence[Any]) -> SafeString:
    """At most five places: those marked for the phone, and "More" when there are others."""
    return _tab_bar(tuple(links), get_language() or "")


@lru_cache(maxsize=256)
def _tab_bar(links: tuple[Any, ...], _language: str) -> SafeString:
    marked = [link for link in links if getattr(link, "phone", False)] or list(links)
    shown = marked[:TABS] if len(links) <= TABS and len(marked) == len(links) else marked[: TABS - 1]
    tabs = format_html_join("", "{}", ((_link(link, "tabbar-item"),) for link in shown))
    if len(shown) == len(links):
        return tabs
    mark = SafeString("")
    if not any(link.current for link in shown) and any(link.current for link in links):
        mark = SafeString(' aria-current="true"')
    return tabs + format_html(
        '<a class="tabbar-item" href="#site-nav"{}>{}<span>{}</span></a>', mark, icon("list"), _("More")
    )


def script_words() -> str:
    """The sentences that the scripts need, in the page's language, as JSON."""
    return _words(get_language() or "")


@lru_cache(maxsize=8)
def _words(_language: str) -> str:
    return json.dumps(
        {
            "saving": _("Saving…"),
            "saved": _("Saved at {time}"),
            "unsaved": _("Not saved. Your text is still here; we keep trying."),
            "close": _("Close"),
            "cancel": _("Cancel"),
            "confirm": _("Are you sure?"),
            "filters": _("Filters"),
            "undo": _("Undo"),
            "copied": _("Copied"),
            "offline": _("No connection. Nothing was changed; please try again."),
            "failed": _("That did not work. Please try again in a moment."),
        },
        ensure_ascii=False,
    )


def _group_of(link: Any) -> str:
    return str(getattr(link, "group", "") or "")


def _group(name: str, links: list[Any]) -> SafeString:
    items = format_html_join("", "<li>{}</li>", ((_link(link, "nav-item"),) for link in links))
    head = format_html('<p class="nav-group-label">{}</p>', name) if name else ""
    return format_html('<div class="nav-group">{}<ul class="nav-list">{}</ul></div>', head, items)


def _link(link: Any, classes: str) -> SafeString:
    count = getattr(link, "badge", None)
    return format_html(
        '<a class="{}" href="{}"{}>{}<span>{}</span>{}</a>',
        classes,
        link.url,
        SafeString(' aria-current="page"') if link.current else "",
        icon(link.icon),
        link.label,
        format_html('<span class="nav-count">{}</span>', count) if count else "",
    )
