"""Rows of problems, written in one go: through the template engine fifty rows took longer than their query."""

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.problems.models import Problem
from yixian.web.problems.queries.choices import Option
from yixian.web.problems.queries.lines import Line, PaperLine
from yixian.web.problems.queries.problem import Entry
from yixian.web.problems.states import EVENT_WORDS, TONES
from yixian.web.shared.templatetags.ui_dates import day, day_short, local, moment
from yixian.web.shared.templatetags.ui_parts import state_badge
from yixian.web.shared.writing import escaped

register = template.Library()


@register.simple_tag
def problem_rows(rows: Iterable[Line]) -> SafeString:
    """A row of the register for each problem."""
    says = {
        "state": _("State"),
        "owner": _("Owner"),
        "due": _("Due"),
        "found": _("Found on"),
        "late": state_badge(_("Overdue"), "bad"),
        "nobody": f'<span class="muted">{_("Nobody yet")}</span>',
        "prefix": reverse("problems:list"),
    }
    badges = {state: state_badge(words, TONES[state]) for state, words in Problem.State.choices}
    return mark_safe("\n".join(_row(row, badges[row.state], says) for row in rows))


def _row(row: Line, badge: str, says: dict[str, str]) -> str:
    title, member, topic, owner, unit = escaped(
        row.title, row.member or "", row.topic or "", row.owner or "", row.owner_unit or ""
    )
    where = "".join(f"<span>{part}</span>" for part in (member, topic) if part)
    beside = f'<span class="sub">{unit}</span>' if unit else ""
    late = row.is_late
    return (
        f'<tr{" class=is-late" if late else ""}><th scope="row">'
        f'<a class="row-link" href="{says["prefix"]}{row.pk}/">{title}</a>'
        f'<span class="sub"><span class="meta-line">{where}</span></span></th>'
        f'<td data-label="{says["state"]}">{says["late"] if late else badge}</td>'
        f'<td data-label="{says["owner"]}">{f"{owner}{beside}" if owner else says["nobody"]}</td>'
        f'<td data-label="{says["due"]}" class="nowrap">{day_short(row.due_on)}</td>'
        f'<td data-label="{says["found"]}" class="nowrap">{day(row.found_on)}</td></tr>'
    )


@register.simple_tag
def paper_rows(rows: Iterable[PaperLine], first: int) -> SafeString:
    """A numbered row for each problem, as the paper shows it."""
    states = {value: str(words) for value, words in Problem.State.choices}
    return mark_safe("\n".join(_paper_row(n, row, states[row.state]) for n, row in enumerate(rows, first)))


def _paper_row(number: int, row: PaperLine, state: str) -> str:
    title, *texts = escaped(
        row.title,
        row.member or "",
        row.raised_by or "",
        row.owner or "",
        day_short(row.due_on),
        state,
        row.solution,
    )
    cells = "".join(f"<td>{each}</td>" for each in texts)
    found = f'<td class="nowrap">{day(row.found_on)}</td>'
    return f'<tr><td class="num">{number}</td><td>{title}</td>{found}{cells}</tr>'


LOOKS = {"confirm": "is-done", "solve": "is-learn", "send_back": "is-late", "reopen": "is-late"}


@register.simple_tag
def timeline(entries: Iterable[Entry]) -> SafeString:
    """A line for each step or remark."""
    return mark_safe("\n".join(map(_entry, entries)))


def _entry(entry: Entry) -> str:
    look = f' class="{LOOKS[entry.verb]}"' if entry.verb in LOOKS else ""
    by = f"{escape(entry.by)}{_unit('soft sm', entry.by_unit)}" if entry.by else ""
    given = text = ""
    if entry.owner or entry.due_on:
        owner = f"{escape(entry.owner or '')}{_unit('sm', entry.owner_unit)}"
        given = f'<p class="soft">{owner} {day(entry.due_on)}</p>'
    if entry.text:
        text = f'<p class="lines">{escape(entry.text)}</p>'
    return (
        f"<li{look}>"
        f'<time datetime="{local(entry.at).isoformat()}">{moment(entry.at)}</time>'
        f"<p><strong>{escape(EVENT_WORDS[entry.verb])}</strong> {by}</p>{given}{text}</li>"
    )


def _unit(classes: str, name: str | None) -> str:
    """A member after the name of its person."""
    return f' <span class="{classes}">{escape(name)}</span>' if name else ""


@register.simple_tag
def filter_options(options: Iterable[Option], chosen: object) -> SafeString:
    """The options of a filter, the first of which takes it away."""
    options = list(options)
    words = escaped(*(str(words) for _key, words in options))
    return mark_safe(
        "".join(
            f'<option value="{key}"{" selected" if key == chosen else ""}>{each}</option>'
            for (key, _words), each in zip(options, words, strict=True)
        )
    )
