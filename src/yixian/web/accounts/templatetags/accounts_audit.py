"""The entries of the audit trail, written in one go: the engine takes too long per row."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from operator import attrgetter
from urllib.parse import quote

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.accounts.queries.audit_rows import Change, Row

register = template.Library()


@register.simple_tag
def audit_rows(rows: Sequence[Row], path: str) -> SafeString:
    """The rows of the table by day; each thing leads to everything about it, at the page's own `path`."""
    who, when, changes = escape(_("Who")), escape(_("When")), escape(_("Changes"))
    behalf = escape(_("on behalf of"))
    return mark_safe(
        "".join(
            f'<tr class="audit-day"><th scope="rowgroup" colspan="4">{day}</th></tr>'
            + "".join(
                f'<tr><th scope="row">{escape(row.what)}<span class="sub">'
                f'<a href="{path}?thing={quote(row.thing)}">{escape(row.kind)} {escape(row.label)}</a></span></th>'
                f'<td data-label="{changes}">{_changes(row.changes)}</td>'
                f'<td data-label="{who}">{escape(row.who)}{_behalf(behalf, row.on_behalf_of)}</td>'
                f'<td data-label="{when}" class="num nowrap">{row.clock} '
                f'<span class="soft xs">#{row.serial}</span></td>'
                "</tr>"
                for row in of_day
            )
            for day, of_day in groupby(rows, attrgetter("day"))
        )
    )


def _behalf(words: str, name: str) -> str:
    return f' <span class="sub">{words} {escape(name)}</span>' if name else ""


def _changes(changes: Sequence[Change]) -> str:
    """Every field that changed, side by side; nothing at all where nothing did, so that a card leaves it out."""
    return f'<dl class="pairs">{"".join(map(_change, changes))}</dl>' if changes else ""


def _change(change: Change) -> str:
    old = f"<del>{escape(change.old)}</del> → " if change.old else ""
    new = f"<ins>{escape(change.new)}</ins>" if old else escape(change.new)
    return f"<div><dt>{escape(change.name)}</dt><dd>{old}{new}</dd></div>"
