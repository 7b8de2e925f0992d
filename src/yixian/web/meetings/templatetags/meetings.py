"""Parts of a meeting's pages that have many pieces: drawn in one go, since the engine takes long for each."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from html import escape
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.meetings.queries.meetings import MeetingLine
from yixian.web.meetings.queries.notice import Recipient
from yixian.web.meetings.queries.replies import RepliesPage, ReplyRow
from yixian.web.meetings.queries.reports import ReportRow
from yixian.web.meetings.sections import Tab
from yixian.web.shared.templatetags.ui_parts import state_badge
from yixian.web.shared.writing import escaped

register = template.Library()
NAMED = 100


@register.simple_tag
def tab_row(tabs: Iterable[Tab]) -> SafeString:
    """The tabs of a meeting with their numbers."""
    return mark_safe("".join(map(_tab, tabs)))


def _tab(tab: Tab) -> str:
    current = ' aria-current="page"' if tab.is_current else ""
    count = f' <span class="count">{tab.count}</span>' if tab.count is not None else ""
    return f'<li><a href="{tab.url}"{current}>{escape(tab.label)}{count}</a></li>'


@register.filter
def in_two(day: str) -> SafeString:
    """A day that breaks only before its weekday, where a narrow place breaks it at all."""
    date, bracket, weekday = day.partition("（")
    if not bracket:
        return mark_safe(escape(day))
    return format_html('<span class="nowrap">{}</span><span class="nowrap">（{}</span>', date, weekday)


@register.simple_tag
def meeting_lines(lines: Iterable[MeetingLine], prefix: str) -> SafeString:
    """The rows of the list of meetings; `prefix` is the list's address."""
    words = [escape(each) for each in (_("Day"), _("Host"), _("Place"), _("State"))]
    return mark_safe("".join(_meeting_line(line, prefix, words) for line in lines))


def _meeting_line(line: MeetingLine, prefix: str, words: list[str]) -> str:
    day, host, place, state = words
    title, member, venue = escaped(line.title, line.host, line.venue)
    return (
        f'<tr><th scope="row"><a class="row-link" href="{prefix}{line.pk}/">{title}</a></th>'
        f'<td data-label="{day}">{in_two(line.day)}</td>'
        f'<td data-label="{host}">{member}</td>'
        f'<td data-label="{place}">{venue}</td>'
        f'<td data-label="{state}">{state_badge(line.state_words, line.tone)}</td></tr>'
    )


@register.simple_tag
def option_row(options: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    """The choices of a filter's list."""
    return mark_safe(
        "".join(
            f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(label)}</option>'
            for value, label in options
        )
    )


@register.simple_tag
def recipient_lines(recipients: list[Recipient]) -> SafeString:
    """Who gets a notice: the first of them by name, the rest by number."""
    return _lines(
        f'<li class="between"><span>{escape(each.member)}</span><span class="soft">{escape(each.chair)}</span></li>'
        for each in recipients[:NAMED]
    ) + _rest(recipients)


@register.simple_tag
def name_lines(names: list[str]) -> SafeString:
    """Names in a list: the first of them, the rest by number."""
    return _lines(f"<li>{escape(name)}</li>" for name in names[:NAMED]) + _rest(names)


def _lines(lines: Iterable[str]) -> SafeString:
    return mark_safe("".join(lines))


def _rest(whole: Sequence[Any]) -> SafeString:
    """How many more there are than are named."""
    if len(whole) <= NAMED:
        return SafeString("")
    return format_html('<li class="muted">{}</li>', _("and %(number)d more") % {"number": len(whole) - NAMED})


@register.simple_tag
def report_rows(rows: Iterable[ReportRow]) -> SafeString:
    """Who handed in what, a row a member."""
    words = [escape(each) for each in (_("State"), _("Paragraphs"), _("Handed in by"))]
    badge = cache(state_badge)
    wish = _("would like to speak")
    speaks = f'<span class="sub teal">{escape(wish)}</span>'
    return mark_safe(
        "".join(_report_row(row, words, badge(row.state_words, row.tone), speaks) for row in rows)
    )


def _report_row(row: ReportRow, words: list[str], badge: str, speaks: str) -> str:
    state, paragraphs, by = words
    member, written, name, handed_in = escaped(row.member, row.paragraphs, row.by, row.handed_in)
    return (
        f"<tr{_waiting(row.tone == 'wait')}>"
        f'<th scope="row">{member}{speaks if row.wants_to_speak else ""}</th>'
        f'<td data-label="{state}">{badge}</td>'
        f'<td data-label="{paragraphs}">{written}</td>'
        f'<td data-label="{by}">{name}{_sub(handed_in)}</td></tr>'
    )


@register.simple_tag
def reply_rows(page: RepliesPage, prefix: str) -> SafeString:
    """What each invited member answered; `prefix` is the meeting's address."""
    words = [escape(each) for each in (_("Invited"), _("Answer"), _("Who comes"), _("Opened"), _("reminded"))]
    badge, tools = cache(state_badge), _reply_tools(page, prefix)
    return mark_safe(
        "".join(_reply_row(row, words, badge(row.answer_words, row.tone), tools(row)) for row in page.page)
    )


def _reply_row(row: ReplyRow, words: list[str], badge: str, tools: str) -> str:
    invited, answer, who, opened, reminded = words
    is_silent = row.answer == "silent"
    member, name, phone, answered, attendee, post, reason, first, last = escaped(
        row.member, row.invited, row.phone, row.answered, row.attendee, row.attendee_post, row.reason,
        row.opened, row.reminded,
    )  # fmt: skip
    again = f"{reminded} {last}" if last and is_silent else ""
    return (
        f'<tr{_waiting(is_silent)}><th scope="row">{member}</th>'
        f'<td data-label="{invited}">{name}{_sub(phone)}</td>'
        f'<td data-label="{answer}">{badge}{_sub(answered)}</td>'
        f'<td data-label="{who}">{attendee}{_sub(post)}{_sub(reason)}</td>'
        f'<td data-label="{opened}">{first}{_sub(again)}</td>{tools}</tr>'
    )


def _reply_tools(page: RepliesPage, prefix: str) -> Callable[[ReplyRow], str]:
    """What draws the cell with what can be done about one invitation, for those who may."""
    if not (page.can_send or page.can_answer):
        return lambda row: ""
    renew, answer_for = escape(_("New link")), escape(_("Answer for them"))

    def tools(row: ReplyRow) -> str:
        address = f"{prefix}invitations/{row.pk}/"
        link = f'<button class="btn btn-quiet btn-sm" formaction="{address}link/">{renew}</button>'
        answer = f'<a class="btn btn-quiet btn-sm" href="{address}reply/">{answer_for}</a>'
        buttons = (link if page.can_send and row.invited else "") + (answer if page.can_answer else "")
        return f'<td class="tools no-print">{buttons}</td>'

    return tools


def _waiting(is_waiting: bool) -> str:
    return ' class="is-waiting"' if is_waiting else ""


def _sub(text: str) -> str:
    """A second line in a cell, of a text made safe; nothing where there is nothing to say."""
    return f'<span class="sub">{text}</span>' if text else ""
