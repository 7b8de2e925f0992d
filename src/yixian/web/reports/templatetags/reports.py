"""Pictures of the first page and of the service map; built by hand because they have hundreds of cells."""

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.reports.queries.ring import SmallRing
from yixian.web.reports.queries.service_map import MOST_HEAT, Cell, MapRow, ServiceMap

register = template.Library()
CELL, LABEL, HEAD = 30, 190, 110


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
    """The map as SVG: a line per member, a column per topic, the shade how often served."""
    width, height = LABEL + CELL * len(page.topics) + HEAD, HEAD + CELL * len(page.rows) + 8
    prefix = reverse("organisations:members")
    heads = "".join(_head(index, str(topic)) for index, topic in enumerate(page.topics))
    lines = "".join(_line(index, row, prefix) for index, row in enumerate(page.rows))
    return mark_safe(
        f'<svg class="picture service-map" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="group" '
        f'aria-label="{escape(_("How often each union was served on each topic"))}">{heads}{lines}</svg>'
    )


def _head(index: int, name: str) -> str:
    x = LABEL + index * CELL + CELL // 2
    return f'<text transform="rotate(-45 {x} {HEAD - 8})" x="{x}" y="{HEAD - 8}">{escape(name)}</text>'


def _line(index: int, row: MapRow, prefix: str) -> str:
    y = HEAD + index * CELL
    name = (
        f'<a href="{prefix}{row.member.pk}/"><text x="{LABEL - 10}" y="{y + 20}" text-anchor="end">'
        f"{escape(row.member.short_name[:12])}</text></a>"
    )
    return name + "".join(_cell(LABEL + column * CELL, y, cell) for column, cell in enumerate(row.cells))


def _cell(x: int, y: int, cell: Cell) -> str:
    """A square: shade for served, a red frame for a need that nothing has reached, a dot for a strength."""
    kind = " is-gap" if cell.is_gap else " is-needed" if cell.is_needed else ""
    square = (
        f'<rect class="map-cell heat-{cell.heat}{kind}" x="{x + 2}" y="{y + 2}" '
        f'width="{CELL - 4}" height="{CELL - 4}" rx="3"/>'
    )
    dot = (
        f'<circle class="map-strong" cx="{x + CELL // 2}" cy="{y + CELL // 2}" r="4"/>'
        if cell.is_strong
        else ""
    )
    return square + dot


@register.simple_tag
def map_key() -> SafeString:
    """What shades, frames and dots mean."""
    shades = "".join(
        f'<svg class="map-swatch" viewBox="0 0 20 20" aria-hidden="true"><rect class="map-cell heat-{n}" x="1" y="1" '
        f'width="18" height="18" rx="3"/></svg>' for n in range(MOST_HEAT + 1)
    )  # fmt: skip
    gap = '<rect class="map-cell heat-0 is-gap" x="2" y="2" width="16" height="16" rx="3"/>'
    strong = '<circle class="map-strong" cx="10" cy="10" r="4"/>'
    swatch = '<svg class="map-swatch" viewBox="0 0 20 20" aria-hidden="true">{}</svg>{}'
    return format_html(
        '<span class="map-key"><span>{} {} {}</span><span>{}</span><span>{}</span></span>',
        _("not served"), mark_safe(shades), _("often"),
        format_html(swatch, mark_safe(gap), _("asked for, nothing has reached it")),
        format_html(swatch, mark_safe(strong), _("can show it to others")),
    )  # fmt: skip


@register.simple_tag
def service_table(page: ServiceMap) -> SafeString:
    """The map's table twin: per member what is open, what was served how often, what it can show."""
    gaps, served, strong = _("Nothing has reached it yet"), _("Served"), _("Can show")
    prefix = reverse("organisations:members")
    rows = "".join(
        f'<tr{" class=is-late" if row.gaps else ""}><th scope="row">'
        f'<a class="row-link" href="{prefix}{row.member.pk}/">'
        f"{escape(row.member.short_name)}</a></th>"
        f'<td data-label="{escape(gaps)}">{_names(row, "is_gap")}</td>'
        f'<td data-label="{escape(served)}">{_names(row, "served", counted=True)}</td>'
        f'<td data-label="{escape(strong)}">{_names(row, "is_strong")}</td></tr>'
        for row in page.rows
    )
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in (_("Union"), gaps, served, strong))
    return mark_safe(
        '<div class="table-wrap"><table class="table table-cards">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _names(row: MapRow, which: str, *, counted: bool = False) -> str:
    chosen = [cell for cell in row.cells if getattr(cell, which)]
    names = [f"{cell.topic} {cell.served}" if counted else str(cell.topic) for cell in chosen]
    return escape("、".join(names)) if names else "—"
