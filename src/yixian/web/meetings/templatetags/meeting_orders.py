"""The agenda and the running order of a meeting: drawn in one go, row by row in Python."""

from datetime import datetime
from html import escape
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.agenda import AgendaPage, TimedItem
from yixian.web.shared.templatetags.ui_dates import clock
from yixian.web.shared.templatetags.ui_parts import icon
from yixian.web.shared.writing import escaped_words, token_field

register = template.Library()


@register.simple_tag(takes_context=True)
def agenda_rows(context: dict[str, Any], page: AgendaPage) -> SafeString:
    """The items with their times, and for those who may, what moves, changes and removes them."""
    words = escaped_words(
        up=_("Up"), down=_("Down"), edit=_("Edit"), remove=_("Take off"), minutes=_("min"),
        edited=_("changed by hand"),
    )  # fmt: skip
    token = token_field(context) if page.can_change else ""
    prefix = reverse("meetings:agenda-items", args=[page.meeting.pk])
    return mark_safe("".join(_agenda_row(row, words, token, prefix) for row in page.items))


def _agenda_row(row: TimedItem, words: dict[str, str], token: str, prefix: str) -> str:
    """One item; without a token it is for reading only."""
    item = row.item
    edited = f'<p class="muted xs no-print">{words["edited"]}</p>' if item.is_edited and token else ""
    return (
        f'<li class="agenda-item agenda-{item.kind}" data-id="{item.pk}">'
        f'<time class="agenda-time num" datetime="{row.starts.isoformat()}">{clock(row.starts)}</time>'
        f'<div class="agenda-what"><p class="strong">{escape(item.title)}</p>'
        f"{_line(row.speaker)}{_line(item.note)}{edited}</div>"
        f'<span class="agenda-minutes num">{item.minutes} {words["minutes"]}</span>'
        f"{_agenda_tools(row, words, token, f'{prefix}{item.pk}/') if token else ''}</li>"
    )


def _agenda_tools(row: TimedItem, words: dict[str, str], token: str, address: str) -> str:
    title, swap = escape(row.item.title), 'hx-target="#agenda" hx-swap="outerHTML"'
    first, last = " disabled" if row.is_first else "", " disabled" if row.is_last else ""
    return (
        f'<form class="agenda-tools no-print" method="post" action="{address}place/" '
        f'hx-post="{address}place/" {swap}>{token}'
        f'<button class="btn btn-icon" name="way" value="up" aria-label="{words["up"]}: {title}"{first}>'
        f"{icon('chevron-up')}</button>"
        f'<button class="btn btn-icon" name="way" value="down" aria-label="{words["down"]}: {title}"{last}>'
        f"{icon('chevron-down')}</button>"
        f'<a class="btn btn-icon" href="{address}" aria-label="{words["edit"]}: {title}">{icon("pencil")}</a>'
        f'<button class="btn btn-icon" formaction="{address}removal/" hx-post="{address}removal/" {swap} '
        f'aria-label="{words["remove"]}: {title}">{icon("x-lg")}</button></form>'
    )


@register.simple_tag
def running_rows(page: AgendaPage) -> SafeString:
    """The items as they run, with the line of the clock between them, and buttons for those who run it."""
    words = escaped_words(
        begin=_("Begin"), end=_("End it"), undo=_("Undo"), now=_("now"), expected=_("expected"),
        until=_("until"),
    )  # fmt: skip
    prefix = reverse("meetings:agenda-items", args=[page.meeting.pk]) if page.can_run else ""
    coming = next((row for row in page.items if row.state == "next"), None)
    rows = [_running_row(row, words, prefix, row is coming) for row in page.items]
    place = _place_of_clock(page)
    if place is not None:
        rows.insert(place, _clock_line(page.now))
    return mark_safe("".join(rows))


def _place_of_clock(page: AgendaPage) -> int | None:
    """Before which item the line of the clock stands; None unless the meeting is on, today."""
    is_on = page.meeting.state == Meeting.State.UNDER_WAY
    if not is_on or timezone.localdate(page.now) != page.meeting.held_on:
        return None
    return sum(row.starts <= page.now for row in page.items)


def _clock_line(now: datetime) -> str:
    word = escape(_("the time now"))
    return (
        f'<li class="clock-now"><time datetime="{now.isoformat()}">{clock(now)}</time><div>{word}</div></li>'
    )


def _running_row(row: TimedItem, words: dict[str, str], prefix: str, is_coming: bool) -> str:
    kinds = {"done": "is-done", "now": "is-now"}.get(row.state, "") + (" is-late" if row.is_late else "")
    is_now = row.state == "now"
    badge = f' <span class="state state-now">{words["now"]}</span>' if is_now else ""
    late = (
        f' <span class="amber sm">{words["expected"]} <span class="num">{clock(row.expected)}</span></span>'
        if row.is_late
        else ""
    )
    more = [f'<span class="num">{words["until"]} {clock(row.ends)}</span>']
    more += [f"<span>{escape(text)}</span>" for text in (row.speaker, row.item.note) if text]
    return (
        f'<li class="{kinds}"{_current(is_now)}><time class="num" datetime="{row.starts.isoformat()}">'
        f'{clock(row.starts)}</time><div><div class="between"><p><span class="strong{" lg" if is_now else ""}">'
        f"{escape(row.item.title)}</span>{badge}{late}</p>"
        f"{_running_tools(row, words, f'{prefix}{row.item.pk}/', is_coming) if prefix else ''}</div>"
        f'<p class="soft sm meta-line">{"".join(more)}</p></div></li>'
    )


def _current(is_now: bool) -> str:
    return ' aria-current="step"' if is_now else ""


def _running_tools(row: TimedItem, words: dict[str, str], address: str, is_coming: bool) -> str:
    """End what is on, begin what comes (the very next one stands out), undo what was pressed too early."""
    title, swap = escape(row.item.title), 'hx-target="#running" hx-swap="outerHTML"'

    def button(kind: str, step: str, words: str) -> str:
        return (
            f'<button class="btn {kind} btn-sm" hx-post="{address}{step}/" {swap} '
            f'aria-label="{words}: {title}">{words}</button>'
        )

    if row.state == "next":
        buttons = button("btn-secondary" if is_coming else "btn-quiet", "start", words["begin"])
    else:
        end = button("btn-primary", "end", words["end"]) if row.state == "now" else ""
        buttons = end + button("btn-quiet", "reopening", words["undo"])
    return f'<span class="cluster no-print">{buttons}</span>'


def _line(text: str) -> str:
    """A quiet line; nothing where there is nothing to say."""
    return f'<p class="soft sm">{escape(text)}</p>' if text else ""
