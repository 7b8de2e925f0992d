"""Rows of two versions side by side, and of the curve of changes, each table written in one go."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.meetings.templatetags.meeting_orders import token_field
from yixian.web.planning.templatetags.drawing import in_words, month_words
from yixian.web.planning.words import language
from yixian.web.shared.templatetags.ui_dates import day_short
from yixian.web.shared.templatetags.ui_parts import state_badge

if TYPE_CHECKING:
    from yixian.web.planning.queries.comparison import Chosen, Comparison, MonthPair, TermPair
    from yixian.web.planning.queries.curve import MovedMonth, Point


def pair_rows(page: "Comparison") -> SafeString:
    """A row for each month: host and day in both versions, and what differs."""
    kinds = {
        "same": format_html('<span class="muted">{}</span>', _("same")),
        "host": _("other host"),
        "day": _("other day"),
        "only": format_html('<span class="muted">{}</span>', _("only in one")),
    }
    says = {"what": _("Difference"), "lang": language()}
    says |= {side: _version(plan.version) for side, plan in (("old", page.old), ("new", page.new))}
    return mark_safe("\n".join([_pair_row(pair, says, kinds[pair.kind]) for pair in page.months]))


def _version(number: int) -> str:
    return _("Version %(number)s") % {"number": number}


def _pair_row(pair: "MonthPair", says: dict[str, str], kind: str) -> str:
    mark = ' class="is-waiting"' if pair.kind == "host" else ""
    return (
        f'<tr{mark}><th scope="row" class="nowrap">{in_words(month_words, pair.month, says["lang"])}</th>'
        f'<td data-label="{says["old"]}">{_side(pair.old, False, says["lang"])}</td>'
        f'<td data-label="{says["new"]}">{_side(pair.new, pair.kind == "host", says["lang"])}</td>'
        f'<td data-label="{says["what"]}">{kind}</td></tr>'
    )


def _side(chosen: "Chosen | None", strong: bool, lang: str) -> str:
    if chosen is None:
        return "—"
    name = escape(chosen.host)
    name = f"<strong>{name}</strong>" if strong else name
    return f'{name}<span class="sub">{in_words(day_short, chosen.day, lang)}</span>'


def pair_terms(page: "Comparison") -> SafeString:
    """A row for each term: its amount and points in both versions."""
    amount, points, what = _("Amount"), _("Points"), _("Difference")
    heads = [f"{name} v{plan.version}" for name in (amount, points) for plan in (page.old, page.new)]
    return mark_safe("\n".join([_term_row(term, heads, what) for term in page.terms]))


def _term_row(term: "TermPair", heads: list[str], what: str) -> str:
    figures = [side and side[name] for name in ("value", "points") for side in (term.old, term.new)]
    cells = "".join(
        f'<td class="num" data-label="{head}">{"—" if figure is None else figure}</td>'
        for head, figure in zip(heads, figures, strict=True)
    )
    sign = "+" if term.difference > 0 else ""
    return (
        f'<tr><th scope="row">{escape(term.name)}</th>{cells}'
        f'<td class="num" data-label="{what}">{sign}{term.difference}</td></tr>'
    )


def curve_rows(
    context: dict[str, Any], points: Iterable["Point"], action: str, can_choose: bool
) -> SafeString:
    """A row for each point of the curve, with a form that makes it the draft where that may be."""
    says = {
        "points": _("Points"), "fewer": _("Fewer than with the fewest changes"), "what": _("What changes"),
        "lang": language(), "here": state_badge(_("in the draft"), "now"),
    }  # fmt: skip
    take = escape(_("Take this one"))
    button = (
        f'<form method="post" action="{action}">{token_field(context)}<button class="btn btn-sm btn-secondary" '
        f'name="point" value="{{point}}">{take}</button></form>'
    )
    return mark_safe("\n".join([_point_row(each, says, button if can_choose else "") for each in points]))


def _point_row(point: "Point", says: dict[str, str], button: str) -> str:
    mark = ' class="is-chosen"' if point.is_chosen else ""
    moved = "".join([f"<li>{_moved(each, says['lang'])}</li>" for each in point.moved])
    fewer = f'<span class="green">−{point.fewer}</span>' if point.fewer else "—"
    tools = says["here"] if point.is_chosen else button.replace("{point}", str(point.number))
    return (
        f'<tr id="point-{point.number}"{mark}><th scope="row">{point.changes}</th>'
        f'<td class="num" data-label="{says["points"]}">{point.points}</td>'
        f'<td class="num" data-label="{says["fewer"]}">{fewer}</td>'
        f'<td data-label="{says["what"]}"><ul class="list-plain">{moved}</ul></td><td class="tools">{tools}</td></tr>'
    )


def _moved(each: "MovedMonth", lang: str) -> str:
    before = f'<span class="soft">{escape(each.old)}</span> → ' if each.old != each.new else ""
    return (
        f'<span class="strong">{in_words(month_words, each.month, lang)}</span> {before}{escape(each.new)} '
        f'<span class="soft nowrap">{in_words(day_short, each.day, lang)}</span>'
    )
