"""Pictures of the walk: the timetable as bars, the zones of the floor plan, the table of what is asked."""

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.grouping.forms.rotation import TermsForm
from yixian.web.grouping.queries.floor import FloorPage, Spot
from yixian.web.grouping.queries.rotation import Block, RotationPage, Row
from yixian.web.grouping.queries.route import begins_at, clock_at
from yixian.web.grouping.templatetags.grouping import series
from yixian.web.meetings.models import Station
from yixian.web.shared.templatetags.ui_parts import icon

register = template.Library()
LEFT, WIDTH, ROW, TOP = 70, 1000, 46, 30
ZONE_W, ZONE_H = 132, 84


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


@register.simple_tag
def zones(page: FloorPage) -> SafeString:
    """The stations on the plan; whoever arranges can take hold of them."""
    hold = mark_safe(' tabindex="0" role="button"') if page.can_rotate else ""
    return format_html_join("", "{}", ((_zone(spot, hold),) for spot in page.spots))


def _zone(spot: Spot, hold: str) -> SafeString:
    station = spot.station
    signs = _(", ").join(str(sign.words) for sign in spot.signs)
    name = station.name if len(station.name) <= 8 else station.name[:7] + "…"
    return format_html(
        '<g class="zone zone-{}{}{}" data-spot="{}" transform="translate({} {})"{} aria-label="{}">'
        '<rect class="zone-ground" x="{}" y="{}" width="{}" height="{}" rx="8"/>'
        '<rect class="zone-hatch" x="{}" y="{}" width="{}" height="{}" rx="8" fill="url(#hatch-{})"/>'
        '<rect class="zone-plate" x="{}" y="-16" width="{}" height="32" rx="6"/>'
        '<text class="zone-name" y="6" text-anchor="middle">{} {}</text>{}</g>',
        station.photos,
        " is-screened" if station.is_screened else "",
        "" if spot.is_placed else " is-loose",
        station.pk,
        spot.x,
        spot.y,
        hold,
        f"{spot.number} {station.name}: {signs}",
        -ZONE_W // 2,
        -ZONE_H // 2,
        ZONE_W,
        ZONE_H,
        -ZONE_W // 2,
        -ZONE_H // 2,
        ZONE_W,
        ZONE_H,
        station.photos,
        -ZONE_W // 2 + 6,
        ZONE_W - 12,
        spot.number,
        name,
        _stop_sign(station),
    )


def _stop_sign(station: Station) -> SafeString:
    """A sign over the zone where work must not be disturbed."""
    if not station.do_not_disturb:
        return SafeString("")
    return format_html(
        '<g class="zone-stop"><circle cx="{}" cy="{}" r="11"/><rect x="{}" y="{}" width="12" height="4"/></g>',
        ZONE_W // 2 - 4,
        -ZONE_H // 2 + 4,
        ZONE_W // 2 - 10,
        -ZONE_H // 2 + 2,
    )


@register.simple_tag
def walkers(page: FloorPage) -> SafeString:
    """A dot with its number for each group, moved by the script."""
    return format_html_join(
        "",
        '<g class="walker" data-walker="{0}" transform="translate({1} {2})"><circle class="fill-{3}" r="12"/>'
        '<text class="on-fill" y="4.5" text-anchor="middle">{0}</text></g>',
        (
            (
                group.number,
                page.meet_x + 26 * (place - (len(page.groups) - 1) / 2),
                page.meet_y + 48,
                series(group.number),
            )
            for place, group in enumerate(page.groups)
        ),
    )


@register.simple_tag
def station_rows(form: TermsForm) -> SafeString:
    """A row for each station with its five fields."""
    labels = (_("Minutes per visit"), _("Groups at a time"), _("Opens"), _("Closes"), _("Quiet times"))
    names = ("minutes", "capacity", "opens", "closes", "quiet")
    return format_html_join(
        "",
        '<tr><th scope="row">{} {}</th>{}</tr>',
        (
            (
                number,
                station.name,
                format_html_join(
                    "",
                    '<td data-label="{}">{}</td>',
                    (
                        (label, _input(form, f"{name}_{station.pk}", f"{station.name}: {label}"))
                        for label, name in zip(labels, names, strict=True)
                    ),
                ),
            )
            for number, station in enumerate(form.stations, start=1)
        ),
    )


@register.simple_tag
def leg_rows(form: TermsForm) -> SafeString:
    """The ways: from the meeting point and from each station to those after it."""
    rows = []
    for number, one in enumerate([None, *form.stations]):
        cells = "".join(_leg(form, one, two, number <= place) for place, two in enumerate(form.stations))
        rows.append(
            format_html(
                '<tr><th scope="row">{}</th>{}</tr>',
                f"{number} {one.name}" if one else _("Meeting point"),
                mark_safe(cells),
            )
        )
    return mark_safe("".join(rows[:-1]))


def _leg(form: TermsForm, one: Station | None, two: Station, is_asked: bool) -> SafeString:
    if not is_asked:
        return mark_safe('<td class="leg-none"></td>')
    first = one.name if one else _("Meeting point")
    name = f"leg_{one.pk if one else 0}_{two.pk}"
    return format_html('<td data-label="{}">{}</td>', two.name, _input(form, name, f"{first} – {two.name}"))


def _input(form: TermsForm, name: str, label: str) -> SafeString:
    """One field without its label on show, with its error beside it."""
    bound = form[name]
    kind = {"opens": "time", "closes": "time", "quiet": "text"}.get(name.partition("_")[0], "number")
    value = bound.value()
    if hasattr(value, "strftime"):
        value = f"{value:%H:%M}"
    errors = " ".join(form.errors.get(name, []))
    return format_html(
        '<input class="form-control{}" type="{}" name="{}" id="id_{}" value="{}" aria-label="{}"{}{}>{}',
        " is-invalid" if errors else "",
        kind,
        name,
        name,
        "" if value is None else value,
        label,
        mark_safe(' min="0" inputmode="numeric"') if kind == "number" else "",
        mark_safe(' placeholder="9:30-9:45"') if kind == "text" else "",
        format_html('<p class="field-error">{}</p>', errors) if errors else "",
    )


@register.simple_tag
def sign_list(spot: Spot) -> SafeString:
    """The signs of a station with icon and word."""
    return format_html_join(
        "",
        '<span class="sign sign-{}">{}<span>{}</span></span> ',
        ((sign.tone, icon(sign.icon), sign.words) for sign in spot.signs),
    )
