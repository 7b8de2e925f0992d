"""What a plan's pages repeat: slices of the year ring, rows of its list and of the fairness report.

They are written in one go; through the template engine they took longer than all the queries of their pages.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.templatetags.static import static
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.planning.months import first_day
from yixian.web.planning.ring import ICON
from yixian.web.shared.templatetags.ui_dates import MONTHS_EN, day_short, in_chinese, month
from yixian.web.shared.templatetags.ui_parts import SPRITE, icon, state_badge

if TYPE_CHECKING:
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


def ring_slices(rows: Iterable["RowView"], prefix: str, now: str) -> SafeString:
    """Up to twelve months as slices of the ring, each a link to its page."""
    sprite = static(SPRITE)
    return mark_safe("".join(_slice(each, prefix, now, sprite) for each in rows))


def _slice(each: "RowView", prefix: str, now: str, sprite: str) -> str:
    row, at = each.row, each.segment
    classes = f"is-{row.stage} is-now" if row.month == now else f"is-{row.stage}"
    words = "".join(
        f'<text class="ring-host" x="{at.x}" y="{y}" text-anchor="middle">{escape(line)}</text>'
        for line, y in at.lines
    )
    return (
        f'<a class="{classes}" href="{prefix}{row.month}/" tabindex="-1" aria-hidden="true">'
        f'<path class="ring-slice" d="{at.path}"/><path class="ring-rim" d="{at.rim}"/>'
        f'<text class="ring-month" x="{at.x}" y="{at.number_y}" text-anchor="middle">{month_number(row.month)}</text>'
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
    }
    return mark_safe("\n".join(_row(each, prefix, now, stages, says) for each in rows))


def _row(each: "RowView", prefix: str, now: str, stages: dict[str, SafeString], says: dict[str, str]) -> str:
    row = each.row
    mark = ' class="is-now" aria-current="date"' if row.month == now else ""
    return (
        f'<tr{mark}><th scope="row" class="nowrap"><a class="row-link" href="{prefix}{row.month}/">'
        f'{month_words(row.month)}</a><span class="sub">{day_short(row.day)}</span></th>'
        f'<td data-label="{says["host"]}">{_host(each, says)}</td>'
        f'<td data-label="{says["stage"]}">{stages[row.stage]}</td></tr>'
    )


def _host(each: "RowView", says: dict[str, str]) -> str:
    if not each.row.host_id:
        return f'<span class="muted">{says["none"]}</span>'
    pin = f" {says['pinned']}" if each.row.is_pinned else ""
    why = " ".join(part for part in (escape(each.why), says["lot"] if each.by_lot else "") if part)
    return f'<span class="strong">{escape(each.row.host)}</span>{pin}<span class="sub">{why}</span>'


def fair_rows(rows: Iterable["FairRow"]) -> SafeString:
    """A line of figures for each member, in the order of the report's columns."""
    labels = (
        _("Turns"), _("From the share"), _("Wait in months"), _("Way in hours"), _("Own industry seen"),
        _("Other industries"), _("Needs served"),
    )  # fmt: skip
    return mark_safe("\n".join(_fair_row(row, labels) for row in rows))


def _fair_row(row: "FairRow", labels: tuple[str, ...]) -> str:
    f = row.figures
    figures = (
        f.turns, f"{f.deviation:.2f}", f.wait, row.hours, f.own_industry, f.other_industries,
        f"{f.needs_served} / {f.needs}",
    )  # fmt: skip
    cells = "".join(
        f'<td class="num" data-label="{label}">{figure}</td>'
        for label, figure in zip(labels, figures, strict=True)
    )
    mark = ' class="is-waiting"' if row.is_over else ""
    return f'<tr{mark}><th scope="row">{escape(row.name)}</th>{cells}</tr>'


def run_rows(runs: Iterable["Run"]) -> SafeString:
    """A row for each run of days that are not what their weekday says."""
    labels = (_("What it is"), _("Name of the holiday"), _("Source"))
    return mark_safe("\n".join(_run_row(run, labels) for run in runs))


def _run_row(run: "Run", labels: tuple[str, ...]) -> str:
    t_kind, t_name, t_source = labels
    until = f"–{day_short(run.last)}" if run.days > 1 else ""
    many = ngettext("%(days)s day", "%(days)s days", run.days) % {"days": run.days} if run.days > 1 else ""
    return (
        f'<tr><th scope="row">{day_short(run.first)}{until}<span class="sub">{many}</span></th>'
        f'<td data-label="{t_kind}"><span class="day-mark day-{run.kind}"></span>{escape(run.label)}</td>'
        f'<td data-label="{t_name}">{escape(run.name)}</td>'
        f'<td data-label="{t_source}" class="muted sm">{escape(run.source)}</td></tr>'
    )
