"""The stations as the phone shows them: all on one page, so that a walk needs no line."""

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.field.queries import FieldHome
from yixian.web.meetings.models import Station
from yixian.web.shared.templatetags.ui_parts import icon

register = template.Library()

ICONS = {"free": "camera", "ask": "hand-index-thumb", "forbidden": "ban"}
TONES = {"free": "good", "ask": "wait", "forbidden": "bad"}


@register.simple_tag
def zone(station: Station) -> SafeString:
    """A station's rule in plain sight: icon, word and colour."""
    rules = {
        "free": _("Photos are welcome here"),
        "ask": _("Ask before you take a photo"),
        "forbidden": _("No photos here"),
    }
    notes = []
    if station.do_not_disturb:
        notes.append(_("Do not disturb the operators."))
    if station.is_screened and station.screened_what:
        notes.append(_("Screened: %(what)s") % {"what": station.screened_what})
    elif station.is_screened:
        notes.append(_("Part of this zone is screened."))
    if station.photos == "forbidden":
        notes.append(_("Notes, questions and ideas are fine."))
    lines = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return format_html(
        '<div class="zone zone-{}">{}<div><p class="zone-rule">{}</p>{}</div></div>',
        station.photos,
        icon(ICONS[station.photos]),
        rules[station.photos],
        mark_safe(lines),
    )


@register.simple_tag
def stops(home: FieldHome) -> SafeString:
    """Every station, in the order of one's own group; the script shows one at a time, else the one asked for."""
    following = [*home.stations[1:], None][: len(home.stations)]
    return mark_safe(
        "".join(
            _stop(home, station, after, number)
            for number, (station, after) in enumerate(zip(home.stations, following, strict=True), start=1)
        )
    )


def _stop(home: FieldHome, station: Station, after: Station | None, number: int) -> str:
    at = home.times.get(station.pk, "")
    guide = _("guide: %(name)s") % {"name": station.guide} if station.guide else ""
    facts = "".join(f"<span>{escape(each)}</span>" for each in (station.what, guide) if each)
    facts = f'<span class="strong num">{at}</span>{facts}' if at else facts
    hidden = "" if station == home.station else " hidden"
    words = escape(_("Next"))
    onward = _link(home, after, f"{words} {icon('chevron-right')}") if after else ""
    return (
        f'<section class="stop stack" data-stop="{station.pk}" data-photos="{station.photos}"'
        f' data-name="{escape(station.name)}"{hidden}><div class="walk"><h2 tabindex="-1">'
        f'<span class="muted num">{number} / {len(home.stations)}</span> {escape(station.name)}</h2>{onward}</div>'
        f"{f'<p class=meta-line>{facts}</p>' if facts else ''}{zone(station)}</section>"
    )


def _link(home: FieldHome, station: Station, inside: str) -> str:
    href = f"?meeting={home.meeting.pk}&amp;station={station.pk}"
    return f'<a class="btn btn-secondary" href="{href}" data-go="{station.pk}">{inside}</a>'


@register.simple_tag
def walk_list(home: FieldHome) -> SafeString:
    """All stations to jump to, each with its rule."""
    labels = {value: escape(label) for value, label in Station.Photos.choices}
    rows, times = [], home.times
    for station in home.stations:
        current = ' aria-current="true"' if station == home.station else ""
        rows.append(
            f'<li><a href="?meeting={home.meeting.pk}&amp;station={station.pk}" data-go="{station.pk}"{current}>'
            f'<span class="walk-number">{station.position}</span>'
            f"<span>{escape(station.name)}{_at(times.get(station.pk))}</span>"
            f'<span class="state state-{TONES[station.photos]}">{labels[station.photos]}</span></a></li>'
        )
    return mark_safe("".join(rows))


def _at(time: str | None) -> str:
    return f' <span class="soft num nowrap">{time}</span>' if time else ""
