"""The floor plan: its zones, the groups on their way, and the same as a table; each written in one go."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.grouping.queries.floor import FloorPage, Spot
from yixian.web.grouping.templatetags.grouping import series
from yixian.web.meetings.models import Station
from yixian.web.meetings.templatetags.meeting_orders import escaped_words, token_field
from yixian.web.shared.templatetags.ui_parts import icon

register = template.Library()
ZONE_W, ZONE_H = 132, 84
LEFT, TOP = -ZONE_W // 2, -ZONE_H // 2
AREA = f'x="{LEFT}" y="{TOP}" width="{ZONE_W}" height="{ZONE_H}" rx="8"'
STOP = (
    f'<g class="zone-stop"><circle cx="{-LEFT - 4}" cy="{TOP + 4}" r="11"/>'
    f'<rect x="{-LEFT - 10}" y="{TOP + 2}" width="12" height="4"/></g>'
)


@register.simple_tag
def zones(page: FloorPage) -> SafeString:
    """The stations on the plan; whoever arranges can take hold of them."""
    hold = ' tabindex="0" role="button"' if page.can_rotate else ""
    comma = _(", ")
    return mark_safe("".join([_zone(spot, hold, comma) for spot in page.spots]))


def _zone(spot: Spot, hold: str, comma: str) -> str:
    station = spot.station
    signs = comma.join([str(sign.words) for sign in spot.signs])
    name = station.name if len(station.name) <= 8 else station.name[:7] + "…"
    looks = (" is-screened" if station.is_screened else "") + ("" if spot.is_placed else " is-loose")
    return (
        f'<g class="zone zone-{station.photos}{looks}" data-spot="{station.pk}" '
        f'transform="translate({spot.x} {spot.y})"{hold} '
        f'aria-label="{escape(f"{spot.number} {station.name}: {signs}")}">'
        f'<rect class="zone-ground" {AREA}/>'
        f'<rect class="zone-hatch" {AREA} fill="url(#hatch-{station.photos})"/>'
        f'<rect class="zone-plate" x="{LEFT + 6}" y="-16" width="{ZONE_W - 12}" height="32" rx="6"/>'
        f'<text class="zone-name" y="6" text-anchor="middle">{spot.number} {escape(name)}</text>'
        f"{_stop_sign(station)}</g>"
    )


def _stop_sign(station: Station) -> str:
    """A sign over the zone where work must not be disturbed."""
    return STOP if station.do_not_disturb else ""


@register.simple_tag
def key_swatch(kind: str, words: str) -> SafeString:
    """A line of the key: a small zone, drawn as it is on the plan."""
    look, hatch = (
        ("zone is-screened", "none") if kind == "screened" else (f"zone-{kind}", f"url(#hatch-{kind})")
    )
    area = 'x="1" y="1" width="30" height="18" rx="3"'
    return format_html(
        '<li><svg class="key-swatch {}" viewBox="0 0 32 20" aria-hidden="true">'
        '<rect class="zone-ground" {area}/><rect {area} fill="{}"/></svg>{}</li>',
        look, hatch, words, area=mark_safe(area),
    )  # fmt: skip


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


@register.simple_tag(takes_context=True)
def spot_rows(context: dict[str, Any], page: FloorPage) -> SafeString:
    """The stations as a table: what holds there, and for whoever arranges, where they stand."""
    says = escaped_words(
        signs=_("What holds there"), x=_("From the left"), y=_("From the top"), place=_("Place it"),
        spot=_("Place on the plan"),
    )  # fmt: skip
    says["action"] = reverse("grouping:floor", args=[page.meeting.pk]) + "stations/"
    says["token"] = token_field(context) if page.can_rotate else ""
    return mark_safe("".join([_spot_row(spot, says, page.can_rotate) for spot in page.spots]))


def _spot_row(spot: Spot, says: dict[str, str], can_place: bool) -> str:
    name = escape(spot.station.name)
    form = _spot_form(spot, says, name) if can_place else ""
    return (
        f'<tr><th scope="row">{spot.number} {name}</th>'
        f'<td data-label="{says["signs"]}">{_sign_list(spot)}</td>{form}</tr>'
    )


def _sign_list(spot: Spot) -> str:
    """The signs of a station with icon and word."""
    return " ".join(
        [
            f'<span class="sign sign-{sign.tone}">{icon(sign.icon)}<span>{escape(str(sign.words))}</span></span>'
            for sign in spot.signs
        ]
    )


def _spot_form(spot: Spot, says: dict[str, str], name: str) -> str:
    pk, number = spot.station.pk, 'class="form-control" type="number"'
    return (
        f'<td data-label="{says["spot"]}"><form method="post" action="{says["action"]}{pk}/" class="spot-form" '
        f'data-spot-form="{pk}">{says["token"]}'
        f'<label>{says["x"]} <input {number} name="x" min="0" max="1000" value="{spot.x}"></label>'
        f'<label>{says["y"]} <input {number} name="y" min="0" max="600" value="{spot.y}"></label>'
        f'<button class="btn btn-secondary btn-sm" aria-label="{says["place"]}: {name}">{says["place"]}</button>'
        "</form></td>"
    )
