"""Lists of records, drawn in one go: the engine takes long for a page of pictures and words."""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from yixian.web.capture.queries.deeds import Draw as DrawDeeds
from yixian.web.capture.queries.rows import Row
from yixian.web.shared.templatetags.ui_parts import icon
from yixian.web.shared.writing import Escaped

register = template.Library()
SHORT = 80
Draw = Callable[[Row], str]


@register.simple_tag(takes_context=True)
def station_record_rows(
    context: dict[str, Any], rows: Iterable[Row], deeds: Iterable[DrawDeeds]
) -> SafeString:
    """The records of one station, with what this person may make of each."""
    drawn = [draw(context) for draw in deeds]
    return _read_rows(rows, lambda row: "", lambda row: "".join([each.get(row.pk, "") for each in drawn]))


@register.simple_tag
def record_rows(rows: Iterable[Row]) -> SafeString:
    """Records as whoever may see them reads them: whose they are, where they were made, and their own pages."""
    words = Escaped()

    def station(row: Row) -> str:
        return f'<a href="{row.station_url}">{words[row.station]}</a>' if row.station_pk else ""

    return _read_rows(rows, station, lambda row: "")


def _read_rows(rows: Iterable[Row], station: Draw, tools: Draw) -> SafeString:
    words, shows_people = Escaped(), escape(_("shows people who do not wish to be seen"))
    opens = escape(_("Open this record"))
    people = f'<p class="record-zone">{icon("person-x")}{shows_people}</p>'

    def meta(row: Row) -> str:
        author = (
            f'<a class="record-link" href="{row.url}" '
            f'aria-label="{words[row.author]}: {opens}, {words[row.kind_label]} {row.pk}">{words[row.author]}</a>'
        )
        places = [author, words[row.unit], station(row), _when(row)]
        return f"{people if row.shows_people else ''}{_meta(places)}"

    return _list(rows, words, meta, lambda row: row.is_own or row.hold != "released", tools)


@register.simple_tag(takes_context=True)
def own_record_rows(context: dict[str, Any], rows: Iterable[Row]) -> SafeString:
    """One's own records: what became of each; what is not released can be deleted."""
    words = Escaped()
    arrived = f"{icon('cloud-check')} {escape(_('arrived and confirmed'))}"
    deletion = _deletion(str(context["csrf_token"]), context["request"].get_full_path())

    def meta(row: Row) -> str:
        return _meta([words[row.station], _when(row), arrived if row.is_whole else ""])

    return _list(
        rows, words, meta, lambda row: True, lambda row: "" if row.hold == "released" else deletion(row)
    )


def _list(
    rows: Iterable[Row], words: Escaped, meta: Draw, shows_hold: Callable[[Row], bool], tools: Draw
) -> SafeString:
    photo, hidden = escape(_("Photo")), icon("eye-slash", size="lg")

    def record(row: Row) -> str:
        state = (
            f'<span class="state state-{row.tone}">{words[row.hold_label]}</span>' if shows_hold(row) else ""
        )
        text = f'<p class="record-text">{escape(row.text)}</p>' if row.text else ""
        return (
            f'<li class="record" id="record-{row.pk}">{_picture(row, photo, hidden)}<div class="record-body">'
            f'<p class="record-kind">{row.icon_svg}<span>{words[capfirst(row.kind_label)]}</span>{state}</p>'
            f"{text}{meta(row)}</div>{tools(row)}</li>"
        )

    return mark_safe(f'<ul class="records">{"".join(map(record, rows))}</ul>')


def _picture(row: Row, photo: str, hidden: str) -> str:
    if row.thumbnail:
        said = escape(_shortened(row.text)) if row.text else photo
        return (
            f'<a class="record-picture" href="{row.url}"><img src="{row.thumbnail}" alt="{said}" '
            'loading="lazy" width="480" height="360"></a>'
        )
    if row.no_picture:
        return f'<div class="photo-held">{hidden}<span>{escape(row.no_picture)}</span></div>'
    return ""


def _shortened(text: str) -> str:
    return Truncator(text).chars(SHORT) if len(text) > SHORT else text


def _when(row: Row) -> str:
    return f'<span class="nowrap">{escape(row.when)}</span>'


def _meta(parts: list[str]) -> str:
    return f'<p class="record-meta">{" · ".join(filter(None, parts))}</p>'


def _deletion(token: str, back: str) -> Draw:
    """What draws the form that deletes a record."""
    verb, title = escape(_("Delete")), escape(_("Delete this record?"))
    warning, address = escape(_("Words and photo are removed for good.")), escape(back)
    fields = (
        f'<input type="hidden" name="csrfmiddlewaretoken" value="{token}">'
        f'<input type="hidden" name="back" value="{address}">'
        f'<button class="btn btn-quiet">{icon("trash")}{verb}</button>'
    )

    def form(row: Row) -> str:
        return (
            f'<form class="record-tools" method="post" action="{row.url}deletion/" data-confirm="{warning}" '
            f'data-confirm-title="{title}" data-confirm-verb="{verb}">{fields}</form>'
        )

    return form
