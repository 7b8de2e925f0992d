"""The host's checklist: drawn in one go, thing by thing in Python."""

from collections.abc import Callable
from functools import cache
from html import escape
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.meetings.queries.checklist import ChecklistPage, ChecklistRow
from yixian.web.meetings.words import times_in_words
from yixian.web.shared.templatetags.ui_dates import day as full_day
from yixian.web.shared.templatetags.ui_dates import day_short
from yixian.web.shared.templatetags.ui_parts import icon
from yixian.web.shared.writing import escaped_words, token_field

register = template.Library()


@register.simple_tag(takes_context=True)
def checklist_rows(context: dict[str, Any], page: ChecklistPage) -> SafeString:
    """What is to be ready, with boxes to tick for those who may."""
    words = escaped_words(
        tick=_("Tick off"), untick=_("Not ready after all"), remove=_("Does not apply"), until=_("until"),
        late=_("overdue"), soon=_("soon"),
    )  # fmt: skip
    token = token_field(context) if page.can_tick else ""
    prefix = reverse("meetings:checklist", args=[page.meeting.pk])
    when = _when(words)
    return mark_safe("".join(_row(row, words, when(row), token, prefix) for row in page.rows))


def _row(row: ChecklistRow, words: dict[str, str], when: str, token: str, prefix: str) -> str:
    """One thing; without a token it is for reading only."""
    text, address = escape(row.text), f"{prefix}{row.pk}/"
    is_done = row.state == "done"
    sign = icon("check") if is_done else ""
    box = f'<span class="check-box" aria-hidden="true">{sign}</span>'
    remove = ""
    if token:
        label = f"{words['untick'] if is_done else words['tick']}: {text}"
        box = _form(
            address, token,
            f'<button class="check-box" name="done" value="{0 if is_done else 1}" aria-label="{label}">{sign}</button>',
        )  # fmt: skip
    if token and not is_done:
        label = f"{words['remove']}: {text}"
        button = f'<button class="btn btn-quiet btn-sm" aria-label="{label}">{words["remove"]}</button>'
        remove = _form(f"{address}removal/", token, button, "no-print")
    return (
        f'<li class="is-{row.state}">{box}<div><p class="checklist-text">{text}</p>'
        f'<p class="muted sm meta-line">{when}</p></div>{remove}</li>'
    )


def _form(address: str, token: str, button: str, kind: str = "") -> str:
    return (
        f'<form class="{kind}" method="post" action="{address}" hx-post="{address}" hx-target="#checklist" '
        f'hx-swap="outerHTML">{token}{button}</form>'
    )


def _when(words: dict[str, str]) -> Callable[[ChecklistRow], str]:
    """What says when and by whom a thing was done, or until when it has to be."""
    day, at = cache(day_short), times_in_words(full_day)
    tones = {"late": "red", "soon": "amber"}
    said = {key: f'<span class="{tone} strong">{words[key]}</span>' for key, tone in tones.items()}

    def when(row: ChecklistRow) -> str:
        if row.state == "done":
            by = f"<span>{escape(row.done_by)}</span>" if row.done_by else ""
            return f"<span>{at(row.done_at)}</span>{by}"
        if not row.due_on:
            return ""
        return f"<span>{words['until']} {day(row.due_on)}</span>{said.get(row.state, '')}"

    return when
