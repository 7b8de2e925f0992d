"""What a plan's pages repeat: slices of the year ring, rows of its lists and of the fairness report.

They are written in one go; through the template engine they took longer than all the queries of their pages.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.templatetags.static import static
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.planning.months import first_day
from yixian.web.planning.ring import ICON
from yixian.web.planning.words import language
from yixian.web.shared.templatetags.ui_dates import MONTHS_EN, day_short, in_chinese, month
from yixian.web.shared.templatetags.ui_parts import SPRITE, icon, state_badge
from yixian.web.shared.text import sentences

if TYPE_CHECKING:
    from yixian.web.planning.forms.weights import Slider
    from yixian.web.planning.pages import RowView
    from yixian.web.planning.queries.calendar import Run
    from yixian.web.planning.queries.fairness import FairRow


def month_number(text: str) -> str:
    """'2027-03' → '3月' or 'Mar', for the ring and the board."""
    number = int(text[5:])
    return f"{number}月" if in_chinese() else MONTHS_EN[number - 1][:3]


def month_words(text: str) -> str:
    """'2027-03' in words of the page's language; nothing for nothing."""
    return month(first_day(text)) if text else ""


@lru_cache(maxsize=4096)
def in_words(words: Callable[[Any], str], what: Any, _lang: str) -> str:
    """A day, month or number of days in words of the page's language, worked out once for each language."""
    return words(what)


def ring_slices(rows: Iterable["RowView"], prefix: str, now: str) -> SafeString:
    """Up to twelve months as slices of the ring, each a link to its page."""
    sprite, lang = static(SPRITE), language()
    return mark_safe("".join([_slice(each, prefix, now, sprite, lang) for each in rows]))


def _slice(each: "RowView", prefix: str, now: str, sprite: str, lang: str) -> str:
    row, at = each.row, each.segment
    number = in_words(month_number, row.month, lang)
    classes = f"is-{row.stage} is-now" if row.month == now else f"is-{row.stage}"
    words = "".join(
        f'<text class="ring-host" x="{at.x}" y="{y}" text-anchor="middle">{escape(line)}</text>'
        for line, y in at.lines
    )
    return (
        f'<a class="{classes}" href="{prefix}{row.month}/" tabindex="-1" aria-hidden="true">'
        f'<path class="ring-slice" d="{at.path}"/><path class="ring-rim" d="{at.rim}"/>'
        f'<text class="ring-month" x="{at.x}" y="{at.number_y}" text-anchor="middle">{number}</text>'
        f'{words}<svg class="ring-icon" x="{at.icon_x}" y="{at.icon_y}" width="{ICON}" height="{ICON}">'
        f'<use href="{sprite}#{each.icon}"/></svg></a>'
    )


def month_rows(rows: Iterable["RowView"], prefix: str, now: str) -> SafeString:
    """The months as rows of a table: host and main reason, and how far the month is."""
    stages = {
        "done": state_badge(_("held"), "good"),
        "announced": state_badge(_("announced"), "wait"),
        "planned": state_badge(_("planned"), "plan"),
        "empty": state_badge(_("open"), "plain"),
    }
    says = {
        "host": _("Host"),
        "stage": _("Stage"),
        "none": _("no host yet"),
        "lot": _("Drawn by lot among equals."),
        "pinned": icon("pin-angle-fill", label=_("pinned by hand")),
        "lang": language(),
    }
    return mark_safe("\n".join([_row(each, prefix, now, stages, says) for each in rows]))


def _row(each: "RowView", prefix: str, now: str, stages: dict[str, SafeString], says: dict[str, str]) -> str:
    row, lang = each.row, says["lang"]
    mark = ' class="is-now" aria-current="date"' if row.month == now else ""
    return (
        f'<tr{mark}><th scope="row" class="nowrap"><a class="row-link" href="{prefix}{row.month}/">'
        f"{in_words(month_words, row.month, lang)}</a>"
        f'<span class="sub">{in_words(day_short, row.day, lang)}</span></th>'
        f'<td data-label="{says["host"]}">{_host(each, says)}</td>'
        f'<td data-label="{says["stage"]}">{stages[row.stage]}</td></tr>'
    )


def _host(each: "RowView", says: dict[str, str]) -> str:
    if not each.row.host_id:
        return f'<span class="muted">{says["none"]}</span>'
    pin = f" {says['pinned']}" if each.row.is_pinned else ""
    why = sentences((escape(each.why), says["lot"] if each.by_lot else ""))
    return f'<span class="strong">{escape(each.row.host)}</span>{pin}<span class="sub">{why}</span>'


def move_rows(moves: Iterable[dict[str, Any]]) -> SafeString:
    """A row for each month that publication changes: host and day before, and now."""
    says = {"before": _("Before"), "now": _("Now"), "none": _("not planned yet"), "lang": language()}
    return mark_safe("\n".join([_move_row(each, says) for each in moves]))


def _move_row(each: dict[str, Any], says: dict[str, str]) -> str:
    old, new, lang = escape(each["old_host"]), escape(each["new_host"]), says["lang"]
    before = f'{old}<span class="sub">{in_words(day_short, each["old_day"], lang)}</span>'
    if not old:
        before = f'<span class="muted">{says["none"]}</span>'
    now = new if old == new else f'<span class="strong">{new}</span>'
    return (
        f'<tr><th scope="row" class="nowrap">{in_words(month_words, each["month"], lang)}</th>'
        f'<td data-label="{says["before"]}">{before}</td>'
        f'<td data-label="{says["now"]}">{now}'
        f'<span class="sub">{in_words(day_short, each["new_day"], lang)}</span></td></tr>'
    )


def term_rows(terms: Iterable[dict[str, Any]]) -> SafeString:
    """A row for each term of a plan's points: its amount, weight and points."""
    rows = [
        f'<tr><th scope="row">{escape(each["name"])}</th><td class="num">{each["value"]}</td>'
        f'<td class="num">{each["weight"]}</td><td class="num">{each["points"]}</td></tr>'
        for each in terms
    ]
    return mark_safe("\n".join(rows))


def solver_facts(solvers: Iterable[dict[str, Any]]) -> SafeString:
    """What each solver came to, and with how many points."""
    words = {
        "optimal": _("proven optimal"),
        "feasible": _("found, not proven"),
        "infeasible": _("no plan possible"),
        "unknown": _("no answer in time"),
    }
    facts = [
        f'<div><dt>{escape(each["name"])}</dt><dd class="meta-line"><span>'
        f"{words.get(each['status']) or escape(each['status'])}</span>"
        f'<span class="num">{"—" if each["objective"] is None else each["objective"]}</span></dd></div>'
        for each in solvers
    ]
    return mark_safe("".join(facts))


def fair_rows(rows: Iterable["FairRow"]) -> SafeString:
    """A line of figures for each member, in the order of the report's columns."""
    labels = (
        _("Turns"), _("From the share"), _("Wait in months"), _("Way in hours"), _("Own industry seen"),
        _("Other industries"), _("Needs served"),
    )  # fmt: skip
    return mark_safe("\n".join([_fair_row(row, labels) for row in rows]))


def _fair_row(row: "FairRow", labels: tuple[str, ...]) -> str:
    f, (turns, share, wait, way, own, other, served) = row.figures, labels
    mark = ' class="is-waiting"' if row.is_over else ""
    return (
        f'<tr{mark}><th scope="row">{escape(row.name)}</th>'
        f'<td class="num" data-label="{turns}">{f.turns}</td>'
        f'<td class="num" data-label="{share}">{f.deviation:.2f}</td>'
        f'<td class="num" data-label="{wait}">{f.wait}</td>'
        f'<td class="num" data-label="{way}">{row.hours}</td>'
        f'<td class="num" data-label="{own}">{f.own_industry}</td>'
        f'<td class="num" data-label="{other}">{f.other_industries}</td>'
        f'<td class="num" data-label="{served}">{f.needs_served} / {f.needs}</td></tr>'
    )


def run_rows(runs: Iterable["Run"]) -> SafeString:
    """A row for each run of days that are not what their weekday says."""
    labels = (_("What it is"), _("Name of the holiday"), _("Source"), language())
    return mark_safe("\n".join([_run_row(run, labels) for run in runs]))


def _many_days(days: int) -> str:
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}


def _run_row(run: "Run", labels: tuple[str, ...]) -> str:
    t_kind, t_name, t_source, lang = labels
    until = f"–{in_words(day_short, run.last, lang)}" if run.days > 1 else ""
    many = in_words(_many_days, run.days, lang) if run.days > 1 else ""
    return (
        f'<tr><th scope="row">{in_words(day_short, run.first, lang)}{until}<span class="sub">{many}</span></th>'
        f'<td data-label="{t_kind}"><span class="day-mark day-{run.kind}"></span>{escape(run.label)}</td>'
        f'<td data-label="{t_name}">{escape(run.name)}</td>'
        f'<td data-label="{t_source}" class="muted sm">{escape(run.source)}</td></tr>'
    )


def weight_sliders(sliders: Iterable["Slider"]) -> SafeString:
    """A slider for each term with its factor beside it."""
    return mark_safe("".join([_slider(each) for each in sliders]))


def _slider(each: "Slider") -> str:
    field = f"id_{each.name}"
    return (
        f'<div class="weight"><label for="{field}">{escape(each.label)}</label>'
        f'<input type="range" name="{each.name}" id="{field}" min="0" max="10" step="0.5" '
        f'value="{escape(each.value)}">'
        f'<output class="weight-number" for="{field}">× {escape(each.value)}</output></div>'
    )
