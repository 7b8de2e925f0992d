"""Lists and tables of the first pages and of the figures, written in one go: the engine takes too long per row."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.reports.queries.office import Happening, Todo
from yixian.web.reports.queries.search import Found
from yixian.web.reports.queries.stages import Stage
from yixian.web.reports.queries.upper import Published
from yixian.web.shared.templatetags.ui_dates import day_short

register = template.Library()


@register.simple_tag
def todo_lines(todos: Sequence[Todo]) -> SafeString:
    """What waits: how many, what, and the way to its list."""
    return mark_safe(
        "".join([
            f'<li><a class="todo todo-{todo.tone}" href="{escape(todo.url)}">'
            f'<span class="todo-count num">{todo.count}</span><span>{escape(todo.text)}</span></a></li>'
            for todo in todos
        ])
    )  # fmt: skip


@register.simple_tag
def happenings(lately: Sequence[Happening]) -> SafeString:
    """What happened, with its day."""
    days: dict[date, str] = {}
    lines = []
    for each in lately:
        at = timezone.localtime(each.at)
        on = at.date()
        if on not in days:
            days[on] = day_short(on)
        lines.append(
            f'<li class="{"is-learn" if each.tone == "learn" else "is-done"}">'
            f'<time datetime="{at.isoformat()}">{days[on]}</time>'
            f'<p><a href="{each.url}">{escape(each.text)}</a></p></li>'
        )
    return mark_safe("".join(lines))


@register.simple_tag
def published_lines(published: Sequence[Published], prefix: str) -> SafeString:
    """Experiences of federations below; the page of one is at `prefix` and its number."""
    return mark_safe(
        "".join([
            f'<li><a class="strong" href="{prefix}{each.pk}/">{escape(each.title)}</a>'
            f'<span class="muted sm meta-line"><span>{escape(each.federation)}</span>'
            f"<span>{escape(each.member)}</span>"
            f"{f'<span>{escape(each.topic)}</span>' if each.topic else ''}</span></li>"
            for each in published
        ])
    )  # fmt: skip


@register.simple_tag
def found_lines(found: Sequence[Found]) -> SafeString:
    """What a search found: its name, and below what it is more exactly."""
    return mark_safe(
        "".join([
            f'<li><a class="strong" href="{each.url}">{escape(each.name)}</a>'
            f"{_more(each.more)}</li>"
            for each in found
        ])
    )  # fmt: skip


def _more(text: str) -> str:
    return f'<br><span class="muted sm">{escape(text)}</span>' if text else ""


@register.simple_tag
def funnel(stages: Sequence[Stage]) -> SafeString:
    """The stages, each with its bar; the list with its numbers is its own table twin."""
    lines = "".join([
        f'<li><a href="{escape(stage.url)}"><span class="funnel-label">{escape(stage.label)}</span>'
        f'<span class="funnel-count num">{stage.count}</span>'
        f'<span class="funnel-share num muted">{stage.percent} %</span>'
        '<svg class="funnel-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="empty-fill" width="100" height="6"/>'
        f'<rect class="fill-1" width="{stage.percent}" height="6"/></svg></a></li>'
        for stage in stages
    ])  # fmt: skip
    return mark_safe(f'<ol class="funnel">{lines}</ol>')


@register.simple_tag
def federations_table(rows: Sequence[dict[str, Any]]) -> SafeString:
    """The figures of each federation below, which its name opens."""
    root = reverse("reports:home")
    return _figures_table(_("Federation"), [
        (f'<th scope="row"><a class="row-link" href="{root}below/{row["pk"]}/">{escape(row["name"])}</a></th>', row)
        for row in rows
    ])  # fmt: skip


@register.simple_tag
def years_table(years: Sequence[tuple[str, dict[str, Any]]]) -> SafeString:
    """The figures of each year."""
    return _figures_table(
        _("Year"), [(f'<th scope="row" class="num">{year}</th>', row) for year, row in years]
    )


def _figures_table(first: str, lines: Sequence[tuple[str, dict[str, Any]]]) -> SafeString:
    """Lines of figures, each behind its own head; `first` is what the heads are."""
    columns = [
        (name, escape(words))
        for name, words in (
            ("held", _("Meetings held")),
            ("rate", _("Attendance rate")),
            ("problems", _("Problems found")),
            ("solved", _("Closed")),
            ("published", _("Experiences")),
            ("started", _("Borrowings begun")),
            ("adopted", _("Adopted")),
        )
    ]
    heads = "".join([f'<th scope="col" class="num">{words}</th>' for _name, words in columns])
    body = "".join([
        f"<tr>{head}{''.join([_figure(words, name, row[name]) for name, words in columns])}</tr>"
        for head, row in lines
    ])  # fmt: skip
    return mark_safe(
        '<div class="table-wrap"><table class="table table-cards">'
        f'<thead><tr><th scope="col">{escape(first)}</th>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _figure(words: str, name: str, value: int | None) -> str:
    shown = ("—" if value is None else f"{value} %") if name == "rate" else value
    return f'<td data-label="{words}" class="num">{shown}</td>'
