"""The lists of a learning record, written in one go."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.grouping.queries.companions import Walk
from yixian.web.learning.queries.person import Asked, Attended, Borrowed
from yixian.web.meetings.words import listed
from yixian.web.shared.templatetags.ui_dates import day, in_chinese
from yixian.web.shared.templatetags.ui_parts import state_badge

register = template.Library()


@register.simple_tag
def attended_rows(meetings: Iterable[Attended]) -> SafeString:
    """An entry of the timeline for each meeting."""
    return mark_safe("".join(_attended(each) for each in meetings))


def _attended(each: Attended) -> SafeString:
    where = [part for part in (each.host, each.venue) if part]
    return format_html(
        '<li class="attended is-learn"><div><time datetime="{}">{}</time><h3><a href="{}">{}</a></h3>'
        '<p class="soft sm meta-line">{}</p></div>{}{}{}{}</li>',
        f"{each.day:%Y-%m-%d}" if each.day else "",
        day(each.day),
        each.url,
        each.title,
        _spans(where),
        _walk(each.walk) if each.walk else "",
        _records(each.records),
        _lines(_("Asked"), [(one.url, one.text) for one in each.asked]),
        _lines(_("Borrowed"), [(one.url, one.title) for one in each.borrowed]),
    )


def _spans(parts: Iterable[str]) -> SafeString:
    return mark_safe("".join(format_html("<span>{}</span>", part) for part in parts))


def _walk(walk: Walk) -> SafeString:
    """Which group, and with whom."""
    names = listed(_with_unit(name, unit) for name, unit in walk.companions)
    words = _("Led group %(number)s") if walk.led else _("Group %(number)s")
    head = words % {"number": walk.number}
    if not names:
        return format_html('<p class="sm">{}</p>', head)
    return format_html(
        '<p class="sm">{}</p>', _("%(group)s, with %(people)s") % {"group": head, "people": names}
    )


def _with_unit(name: str, unit: str) -> str:
    if not unit:
        return name
    return f"{name}（{unit}）" if in_chinese() else f"{name} ({unit})"


def _records(records: list[tuple[str, int]]) -> SafeString | str:
    """How many of each kind."""
    if not records:
        return ""
    kinds = "".join(format_html('<li class="tag">{} {}</li>', label, number) for label, number in records)
    return mark_safe(f'<ul class="tags">{kinds}</ul>')


def _lines(head: str, links: list[tuple[str, str]]) -> SafeString | str:
    if not links:
        return ""
    lines = "".join(format_html('<a href="{}">{}</a>', url, text) for url, text in links)
    return format_html(
        '<p class="asked sm stack-sm"><span class="muted">{}</span> {}</p>', head, mark_safe(lines)
    )


@register.simple_tag
def asked_rows(questions: Iterable[Asked]) -> SafeString:
    """A line for each question."""
    line = '<li><a href="{}">{}</a><p class="soft sm meta-line">{}<span>{}</span><span>{}</span></p></li>'
    return mark_safe(
        "".join(
            format_html(
                line,
                each.url,
                each.text,
                state_badge(each.state, each.tone),
                ngettext("%(number)d answer", "%(number)d answers", each.answers) % {"number": each.answers},
                day(each.at),
            )
            for each in questions
        )
    )


@register.simple_tag
def borrowed_rows(borrowings: Iterable[Borrowed]) -> SafeString:
    """A line for each borrowing."""
    line = '<li><a href="{}">{}</a><p class="soft sm meta-line">{}<span>{}</span></p></li>'
    return mark_safe(
        "".join(
            format_html(line, each.url, each.title, state_badge(each.state, each.tone), each.lender)
            for each in borrowings
        )
    )
