"""The people at the desk: drawn in one go, person by person in Python."""

from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.meetings.queries.checkin import DeskPage, DeskRow
from yixian.web.shared.templatetags.ui_parts import icon
from yixian.web.shared.writing import escaped, escaped_words, token_field

register = template.Library()


@register.simple_tag(takes_context=True)
def desk_rows(context: dict[str, Any], page: DeskPage, desk: str) -> SafeString:
    """Everybody who is meant, with the button that checks in or undoes while the door is open."""
    words = escaped_words(check_in=_("Check in"), undo=_("Undo"), since=_("here since"))
    token = token_field(context) if page.is_open else ""
    undo = f'{token}<input type="hidden" name="q" value="{escape(page.q)}">' if token else ""
    return mark_safe(
        "".join(
            _here(row, words, undo, desk) if row.arrived else _to_come(row, words, token, desk)
            for row in page.rows
        )
    )


def _who(name: str, unit: str, post: str) -> str:
    return (
        f'<span class="desk-who"><span class="desk-name">{name}</span> '
        f'<span class="soft">{unit} {post}</span></span>'
    )


def _form(address: str, inside: str, kind: str = "") -> str:
    return (
        f'<form method="post" action="{address}" hx-post="{address}" hx-target="#people" '
        f'hx-swap="outerHTML"{kind}>{inside}</form>'
    )


def _here(row: DeskRow, words: dict[str, str], undo: str, desk: str) -> str:
    """Somebody who came, and since when; `undo` is what the form of the button sends, empty once it is too late."""
    name, unit, post = escaped(row.name, row.unit, row.post)
    button = f'<button class="btn btn-quiet" aria-label="{words["undo"]}: {name}">{words["undo"]}</button>'
    form = _form(f"{desk}{row.pk}/reversal/", undo + button) if undo else ""
    return (
        f'<li class="desk-row is-here">{_who(name, unit, post)}'
        f'<span class="desk-since green">{icon("check-circle-fill")}'
        f'<span class="visually-hidden">{words["since"]}</span> <span class="num">{row.arrived}</span></span>'
        f"{form}</li>"
    )


def _to_come(row: DeskRow, words: dict[str, str], token: str, desk: str) -> str:
    """Somebody who is not there yet; without a token nobody can be checked in."""
    name, unit, post = escaped(row.name, row.unit, row.post)
    button = (
        f'<button class="btn btn-secondary" aria-label="{words["check_in"]}: {name}">'
        f"{icon('person-check')}{words['check_in']}</button>"
    )
    form = _form(f"{desk}{row.pk}/arrival/", token + button, " data-arrival") if token else ""
    return f'<li class="desk-row">{_who(name, unit, post)}{form}</li>'
