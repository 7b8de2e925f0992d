"""The timetable of the walk: as bars, and as a table."""

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.grouping.queries.rotation import Block, RotationPage, Row
from yixian.web.grouping.queries.route import Stop, begins_at, clock_at
from yixian.web.grouping.templatetags.grouping import series
from yixian.web.shared.writing import Escaped

register = template.Library()
LEFT, WIDTH, ROW, TOP = 70, 1000, 46, 30


@register.simple_tag
def route_stops(stops: list[Stop]) -> SafeString:
    """A group's way as a list to print: when, where, what to mind there, who explains."""
    comma, guide, words = _(", "), _("Guide"), Escaped()
    rows = []
    for stop in stops:
        facts = [str(sign.words) for sign in stop.signs]
        if stop.station.guide:
            facts.append(f"{guide}: {stop.station.guide}")
        rows.append(
            f"<li><time>{stop.starts}–{stop.ends}</time><div><strong>{words[stop.station.name]}</strong>"
            f"<p>{words[comma.join(facts)]}</p></div></li>"
        )
    return mark_safe(f'<ol class="paper-route">{"".join(rows)}</ol>')


@register.simple_tag
def timetable(page: RotationPage) -> SafeString:
    """Groups × time: a bar for each visit with the station's number and name."""
    height = TOP + ROW * len(page.rows) + 8
    scale = (WIDTH - LEFT - 30) / max(1, page.makespan)
    body = "".join(_row(row, place, scale) for place, row in enumerate(page.rows))
    return format_html(
        '<svg class="picture timetable" viewBox="0 0 {} {}" role="img" aria-labelledby="timetable-title">'
        '<title id="timetable-title">{}</title>{}{}</svg>',
        WIDTH,
        height,
        _("Which group is at which station when; the table below says the same."),
        _hours(page, scale, height),
        mark_safe(body),
    )


def _hours(page: RotationPage, scale: float, height: int) -> SafeString:
    """A line with the time of day every ten or twenty minutes."""
    assert page.rotation is not None
    start = begins_at(page.rotation)
    step = 10 if page.makespan <= 100 else 20
    return format_html_join(
        "",
        '<line class="grid" x1="{0}" x2="{0}" y1="22" y2="{1}"/>'
        '<text class="small" x="{0}" y="15" text-anchor="middle">{2}</text>',
        (
            (round(LEFT + minute * scale, 1), height - 4, clock_at(start, minute))
            for minute in range(0, page.makespan + 1, step)
        ),
    )


def _row(row: Row, place: int, scale: float) -> str:
    y = TOP + place * ROW
    mark = format_html(
        '<circle class="fill-{}" cx="24" cy="{}" r="15"/>'
        '<text class="on-fill" x="24" y="{}" text-anchor="middle">{}</text>',
        series(row.group.number),
        y + 19,
        y + 24,
        row.group.number,
    )
    return mark + "".join(_bar(block, y, scale) for block in row.blocks)


def _bar(block: Block, y: int, scale: float) -> str:
    x, width = LEFT + block.start * scale, max(2.0, (block.end - block.start) * scale - 2)
    room = int((width - 26) // 13)
    name = block.name if len(block.name) <= room else block.name[: max(0, room - 1)] + "…" if room > 1 else ""
    late = " is-late" if block.is_late else ""
    beside = x + 13 + 9 * len(str(block.number))
    return (
        f'<g class="bar{late}"><rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="38" rx="4"/>'
        f'<text class="bar-number" x="{x + 7:.1f}" y="{y + 24}">{block.number}</text>'
        f'<text class="bar-name" x="{beside:.1f}" y="{y + 24}">{escape(name)}</text></g>'
    )


@register.simple_tag
def timetable_rows(page: RotationPage) -> SafeString:
    """The same as a table: each group's stations in order with their times."""
    words = _("Group %(number)s")
    rows = []
    for row in page.rows:
        cells = "".join(
            f'<td data-label="{place}"><span class="num">{block.starts}–{block.ends}</span> '
            f'<span class="sub">{block.number} {escape(block.name)}</span></td>'
            for place, block in enumerate(row.blocks, start=1)
        )
        rows.append(f'<tr><th scope="row">{escape(words % {"number": row.group.number})}</th>{cells}</tr>')
    return mark_safe("".join(rows))
