"""Pictures of the first page and of the service map; built by hand because they have hundreds of cells."""

from collections.abc import Sequence
from html import escape

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.reports.queries.figures import Bar
from yixian.web.reports.queries.ring import SmallRing
from yixian.web.reports.queries.service_map import MOST_HEAT, Cell, MapRow, ServiceMap, TopicGap
from yixian.web.shared.writing import Escaped

register = template.Library()


@register.simple_tag
def small_ring(ring: SmallRing) -> SafeString:
    """The year as a ring of months; its table twin stands on the plan's own page, to which the card links."""
    slices = "".join(
        f'<g class="is-{each.stage}{" is-now" if each.is_now else ""}"><title>{escape(each.host)}</title>'
        f'<path class="ring-slice" d="{each.segment.path}"/><path class="ring-rim" d="{each.segment.rim}"/>'
        f'<text class="ring-month" x="{each.segment.x}" y="{each.segment.alone_y}" text-anchor="middle">'
        f"{int(each.month[5:])}</text></g>"
        for each in ring.slices
    )
    return format_html(
        '<svg class="picture ring" viewBox="-400 -400 800 800" role="img" aria-label="{}">{}'
        '<text class="ring-figure" x="0" y="10" text-anchor="middle">{}'
        '<tspan class="ring-of" dx="6">/ {}</tspan></text>'
        '<text class="ring-note" x="0" y="64" text-anchor="middle">{}</text></svg>',
        _("The year: months held, announced and planned"), mark_safe(slices), ring.done, len(ring.slices),
        _("meetings held"),
    )  # fmt: skip


@register.simple_tag
def service_picture(page: ServiceMap) -> SafeString:
    """The map: a line per member, a column per topic, the shade how often served. Its twin is the table below."""
    prefix, text = reverse("organisations:members"), Escaped()
    heads = "".join([f'<th scope="col"><span>{text[topic]}</span></th>' for topic in page.topics])
    lines = "\n".join([_line(row, prefix, text[row.name]) for row in page.rows])
    return mark_safe(
        f'<table class="map" aria-label="{escape(_("How often each union was served on each topic"))}">'
        f'<thead><tr><th scope="col">{escape(_("Union"))}</th>{heads}</tr></thead><tbody>{lines}</tbody></table>'
    )


def _line(row: MapRow, prefix: str, name: str) -> str:
    cells = "".join([_cell(cell) if cell else BLANK for cell in row.cells])
    return f'<tr><th scope="row"><a href="{prefix}{row.member_id}/">{name}</a></th>{cells}</tr>'


BLANK = '<td><span class="map-cell heat-0"></span></td>'


def _cell(cell: Cell) -> str:
    """A square: shade for served, a red frame for a need that nothing has reached, a dot for a strength."""
    _topic, served, heat, is_needed, is_strong = cell
    kind = "" if not is_needed else " is-needed" if served else " is-gap"
    dot = " is-strong" if is_strong else ""
    return f'<td><span class="map-cell heat-{heat}{kind}{dot}">{served or ""}</span></td>'


@register.simple_tag
def topic_gaps(topics: Sequence[TopicGap]) -> SafeString:
    """A row per topic: how many members it has not reached, how many can show it."""
    return mark_safe(
        "".join([
            f'<tr><th scope="row" class="nowrap">{escape(each.topic)}</th>'
            f'<td class="num{" red strong" if each.gaps else ""}">{each.gaps}</td>'
            f'<td class="num">{each.strong}</td></tr>'
            for each in topics
        ])
    )  # fmt: skip


@register.simple_tag
def map_key() -> SafeString:
    """What shades, frames and dots mean."""
    swatch = '<span class="map-cell heat-{}"></span>'
    shades = "".join(swatch.format(n) for n in range(MOST_HEAT + 1))
    return format_html(
        '<ul class="map-key"><li>{} {} {}</li><li>{}{}</li><li>{}{}</li><li>{}{}</li></ul>',
        _("not served"), mark_safe(shades), _("often"),
        mark_safe(swatch.format("0 is-gap")), _("asked for, nothing has reached it"),
        mark_safe(swatch.format("2 is-needed")), _("asked for and served"),
        mark_safe(swatch.format("0 is-strong")), _("can show it to others"),
    )  # fmt: skip


@register.simple_tag
def service_table(page: ServiceMap) -> SafeString:
    """The map's table twin: per member what is open, what was served how often, what it can show."""
    gaps, served, strong = (
        escape(word) for word in (_("Nothing has reached it yet"), _("Served"), _("Can show"))
    )
    prefix, text = reverse("organisations:members"), Escaped()
    rows = "".join([
        f'<tr{" class=is-late" if row.gaps else ""}><th scope="row">'
        f'<a class="row-link" href="{prefix}{row.member_id}/">{text[row.name]}</a></th>'
        f'<td data-label="{gaps}">{"、".join([text[c.topic] for c in row.marked if c.is_gap]) or "—"}</td>'
        f'<td data-label="{served}">'
        f'{"、".join([f"{text[c.topic]} {c.served}" for c in row.marked if c.served]) or "—"}</td>'
        f'<td data-label="{strong}">{"、".join([text[c.topic] for c in row.marked if c.is_strong]) or "—"}</td></tr>'
        for row in page.rows
    ])  # fmt: skip
    head = "".join([f'<th scope="col">{word}</th>' for word in (escape(_("Union")), gaps, served, strong)])
    return mark_safe(
        '<div class="table-wrap"><table class="table table-cards">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


@register.simple_tag
def attendance_bars(bars: list[Bar]) -> SafeString:
    """A bar for each meeting with its rate above and its month below, each a link to the meeting."""
    prefix = reverse("meetings:list")
    return mark_safe("".join(_bar(each, prefix) for each in bars))


def _bar(bar: Bar, prefix: str) -> str:
    rate = "" if bar.rate is None else f"{bar.rate}%"
    return (
        f'<a href="{prefix}{bar.meeting_id}/"><rect class="fill-1" x="{bar.x}" y="{bar.y}" width="{bar.width}" '
        f'height="{bar.height}" rx="2"><title>{bar.shown} {bar.present} / {bar.invited}</title></rect>'
        f'<text class="small" x="{bar.x}" y="{bar.y}" dx="2" dy="-4">{rate}</text>'
        f'<text class="small" x="{bar.x}" y="198">{bar.label}</text></a>'
    )


@register.simple_tag
def attendance_rows(bars: list[Bar]) -> SafeString:
    """The same as rows of a table."""
    prefix = reverse("meetings:list")
    return mark_safe("".join(_attendance(each, prefix) for each in bars))


def _attendance(bar: Bar, prefix: str) -> str:
    rate = "—" if bar.rate is None else f"{bar.rate} %"
    return (
        f'<tr><th scope="row"><a href="{prefix}{bar.meeting_id}/">{bar.shown}</a>'
        f'<span class="sub">{escape(bar.host)}</span></th><td class="num">{bar.invited}</td>'
        f'<td class="num">{bar.present}</td><td class="num">{rate}</td></tr>'
    )
