"""The stations of a tour: drawn in one go, row by row in Python."""

from html import escape
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.meetings.queries.tour import StationRow, TourPage
from yixian.web.meetings.zones import Sign
from yixian.web.shared.templatetags.ui_parts import icon
from yixian.web.shared.writing import escaped, escaped_words, token_field

register = template.Library()


@register.simple_tag(takes_context=True)
def station_rows(context: dict[str, Any], page: TourPage) -> SafeString:
    """The stations with their signs, and for those who may, what moves, changes and removes them."""
    words = escaped_words(
        up=_("Up"), down=_("Down"), edit=_("Edit"), remove=_("Take off"), minutes=_("min"), guide=_("Guide"),
        gone=_("The station and its zone policy will be gone."), sure=_("Take the station off?"),
    )  # fmt: skip
    prefix = reverse("meetings:stations", args=[page.meeting.pk])
    token = token_field(context) if page.can_change else ""
    return mark_safe(
        "".join(
            _row(row, words, _tools(row, page, words, token, prefix) if token else "")
            for row in page.stations
        )
    )


def _row(row: StationRow, words: dict[str, str], tools: str) -> str:
    station = row.station
    name, told, led = escaped(station.name, station.what, station.guide)
    what = f'<p class="lines">{told}</p>' if told else ""
    guide = f"<span>{words['guide']} {led}</span>" if led else ""
    return (
        f'<li class="station station-{station.photos}" data-id="{station.pk}">'
        f'<span class="station-number num" aria-hidden="true">{row.number}</span>'
        f'<div class="station-what"><h2>{name}</h2>'
        f'<p class="station-signs">{"".join(map(_sign, row.signs))}</p>{what}'
        f'<p class="muted sm meta-line"><span class="num">{station.minutes} {words["minutes"]}</span>{guide}</p>'
        f"</div>{tools}</li>"
    )


def _sign(sign: Sign) -> str:
    return (
        f'<span class="sign sign-{sign.tone}">{icon(sign.icon)}'
        f"<span>{escape(str(sign.words))} {escape(sign.remark)}</span></span>"
    )


def _tools(row: StationRow, page: TourPage, words: dict[str, str], token: str, prefix: str) -> str:
    name, address = escape(row.station.name), f"{prefix}{row.station.pk}/"
    first, last = " disabled" if row.is_first else "", " disabled" if row.is_last else ""
    place = f"{address}place/"
    removal = (
        f'<form method="post" action="{address}removal/" data-confirm="{name}: {words["gone"]}" '
        f'data-confirm-title="{words["sure"]}" data-confirm-verb="{words["remove"]}">{token}'
        f'<button class="btn btn-icon" aria-label="{words["remove"]}: {name}">{icon("x-lg")}</button></form>'
    )
    return (
        '<div class="station-tools no-print">'
        f'<form method="post" action="{place}" hx-post="{place}" hx-target="#tour" hx-swap="outerHTML">{token}'
        f'<button class="btn btn-icon" name="way" value="up" aria-label="{words["up"]}: {name}"{first}>'
        f"{icon('chevron-up')}</button>"
        f'<button class="btn btn-icon" name="way" value="down" aria-label="{words["down"]}: {name}"{last}>'
        f"{icon('chevron-down')}</button></form>"
        f'<a class="btn btn-icon" href="{address}" aria-label="{words["edit"]}: {name}">{icon("pencil")}</a>'
        f"{removal if page.can_remove else ''}</div>"
    )
