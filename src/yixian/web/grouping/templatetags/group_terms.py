"""The table of what the timetable must keep to: five fields a station, and a field for each way."""

from datetime import time

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.grouping.forms.rotation import TermsForm
from yixian.web.meetings.models import Station
from yixian.web.shared.text import sentences

register = template.Library()
NUMBER = ("number", ' min="0" inputmode="numeric"')
CLOCK = ("time", "")
SLOTS = ("text", ' placeholder="9:30-9:45"')
KINDS = {"minutes": NUMBER, "capacity": NUMBER, "opens": CLOCK, "closes": CLOCK, "quiet": SLOTS}


@register.simple_tag
def terms_of_stations(form: TermsForm) -> SafeString:
    """A row for each station with its five fields."""
    labels = (_("Minutes per visit"), _("Groups at a time"), _("Opens"), _("Closes"), _("Quiet times"))
    columns = list(zip(labels, KINDS, strict=True))
    rows = []
    for number, station in enumerate(form.stations, start=1):
        name = escape(station.name)
        cells = [
            f'<td data-label="{label}">{_input(form, f"{field}_{station.pk}", f"{name}: {label}", *KINDS[field])}</td>'
            for label, field in columns
        ]
        rows.append(f'<tr><th scope="row">{number} {name}</th>{"".join(cells)}</tr>')
    return mark_safe("".join(rows))


@register.simple_tag
def terms_of_ways(form: TermsForm) -> SafeString:
    """The ways: from the meeting point and from each station to those after it."""
    meet = escape(_("Meeting point"))
    names = [escape(station.name) for station in form.stations]
    rows = []
    for number, one in enumerate([None, *form.stations[:-1]]):
        first = names[number - 1] if one else meet
        none = '<td class="leg-none"></td>' * number
        cells = [
            _way(form, one, first, two, name)
            for two, name in zip(form.stations[number:], names[number:], strict=True)
        ]
        head = f"{number} {first}" if one else first
        rows.append(f'<tr><th scope="row">{head}</th>{none}{"".join(cells)}</tr>')
    return mark_safe("".join(rows))


def _way(form: TermsForm, one: Station | None, first: str, two: Station, second: str) -> str:
    name = f"leg_{one.pk if one else 0}_{two.pk}"
    return f'<td data-label="{second}">{_input(form, name, f"{first} – {second}", *NUMBER)}</td>'


def _input(form: TermsForm, name: str, label: str, kind: str, more: str) -> str:
    """One field without its label on show, with its error beside it."""
    value = form[name].value()
    if isinstance(value, time):
        value = f"{value:%H:%M}"
    errors = sentences(form.errors.get(name, [])) if form.is_bound else ""
    says = f'<p class="field-error">{escape(errors)}</p>' if errors else ""
    looks = " is-invalid" if errors else ""
    return (
        f'<input class="form-control{looks}" type="{kind}" name="{name}" id="id_{name}" '
        f'value="{"" if value is None else escape(value)}" aria-label="{label}"{more}>{says}'
    )
