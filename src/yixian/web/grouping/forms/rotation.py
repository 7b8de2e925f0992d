"""What is entered about the walk: its times, each station's minutes and windows, the ways between them."""

import re
from collections.abc import Iterable
from datetime import time
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yixian.web.grouping.actions.rotation import StationTimes, Terms
from yixian.web.grouping.models import Leg, Rotation
from yixian.web.meetings.models import Station

SLOT = re.compile(r"(\d{1,2})[:：](\d{2})\s*[-–—~至到]\s*(\d{1,2})[:：](\d{2})")
CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def slots_from(text: str) -> list[list[str]]:
    """'9:30-9:45, 10:10-10:20' as pairs of times; ValueError for anything else."""
    rest = SLOT.sub("", text)
    if re.sub(r"[\s,，;；、]", "", rest):
        raise ValueError(text)
    found = []
    for hours in SLOT.findall(text):
        begin, end = time(int(hours[0]), int(hours[1])), time(int(hours[2]), int(hours[3]))
        if begin >= end:
            raise ValueError(text)
        found.append([f"{begin:%H:%M}", f"{end:%H:%M}"])
    return found


def slots_text(slots: list[list[str]]) -> str:
    """The pairs as one line."""
    return ", ".join(f"{begin}-{end}" for begin, end in slots)


class TermsForm(forms.Form):
    """Everything the timetable must keep to, on one page."""

    starts_at = forms.TimeField(label=_("The groups set out at"), widget=CLOCK)
    most_minutes = forms.IntegerField(
        label=_("Everybody is back after at most … minutes"), min_value=10, max_value=480
    )
    walking_minutes = forms.IntegerField(
        label=_("Usual minutes from one station to the next"), min_value=0, max_value=60
    )

    def __init__(
        self, *args: Any, rotation: Rotation, stations: list[Station], legs: Iterable[Leg], **kwargs: Any
    ) -> None:
        own = ("starts_at", "most_minutes", "walking_minutes")
        initial = {name: getattr(rotation, name) for name in own}
        super().__init__(*args, initial=initial, **kwargs)
        self.stations = stations
        known = {(leg.one_id, leg.two_id): leg.minutes for leg in legs}
        for station in stations:
            self._add_station(station)
        for one, two in self.pairs():
            first = one.pk if one else None
            self.fields[f"leg_{first or 0}_{two.pk}"] = forms.IntegerField(
                min_value=0, max_value=120, required=False, initial=known.get((first, two.pk))
            )

    def _add_station(self, station: Station) -> None:
        add = self.fields.__setitem__
        add(
            f"minutes_{station.pk}",
            forms.IntegerField(min_value=1, max_value=240, initial=station.minutes),
        )
        add(
            f"capacity_{station.pk}",
            forms.IntegerField(min_value=1, max_value=20, initial=station.capacity),
        )
        for name in ("opens", "closes"):
            value = getattr(station, f"{name}_at")
            add(f"{name}_{station.pk}", forms.TimeField(required=False, initial=value, widget=CLOCK))
        add(
            f"quiet_{station.pk}",
            forms.CharField(max_length=120, required=False, initial=slots_text(station.quiet)),
        )

    def pairs(self) -> list[tuple[Station | None, Station]]:
        """The meeting point with each station, then each two stations once."""
        first = [(None, station) for station in self.stations]
        return first + [
            (one, two) for place, one in enumerate(self.stations) for two in self.stations[place + 1 :]
        ]

    def clean(self) -> dict[str, Any]:
        """Windows end after they begin; quiet times can be read."""
        values = super().clean() or {}
        for station in self.stations:
            opens, closes = values.get(f"opens_{station.pk}"), values.get(f"closes_{station.pk}")
            if opens and closes and opens >= closes:
                self.add_error(f"closes_{station.pk}", gettext("It must close after it opens."))
            try:
                values[f"slots_{station.pk}"] = slots_from(values.get(f"quiet_{station.pk}", ""))
            except ValueError:
                self.add_error(
                    f"quiet_{station.pk}", gettext("Write quiet times like 9:30-9:45, 10:10-10:20.")
                )
        return values

    def terms(self) -> Terms:
        """What was entered, for the action."""
        values = self.cleaned_data
        legs = {
            (one.pk if one else None, two.pk): values[f"leg_{one.pk if one else 0}_{two.pk}"]
            for one, two in self.pairs()
        }
        return Terms(
            starts_at=values["starts_at"],
            most_minutes=values["most_minutes"],
            walking_minutes=values["walking_minutes"],
            stations={station.pk: self._times(station.pk) for station in self.stations},
            legs={pair: minutes for pair, minutes in legs.items() if minutes is not None},
        )

    def _times(self, pk: int) -> StationTimes:
        values = self.cleaned_data
        return StationTimes(
            minutes=values[f"minutes_{pk}"],
            capacity=values[f"capacity_{pk}"],
            opens_at=values[f"opens_{pk}"],
            closes_at=values[f"closes_{pk}"],
            quiet=values[f"slots_{pk}"],
        )


class SpotForm(forms.Form):
    """A place on the plan."""

    x = forms.IntegerField(min_value=0, max_value=1000)
    y = forms.IntegerField(min_value=0, max_value=600)


class DelayForm(forms.Form):
    """How much longer."""

    minutes = forms.IntegerField(min_value=1, max_value=60)


class PictureForm(forms.Form):
    """A picture of the place."""

    picture = forms.FileField(max_length=200)

    def clean_picture(self) -> Any:
        """Not larger than what is taken anywhere."""
        file = self.cleaned_data["picture"]
        if file.size > settings.MAX_UPLOAD_BYTES:
            raise forms.ValidationError(
                gettext("The picture is larger than 20 MB. Please choose a smaller one.")
            )
        return file
