"""The texts and stations of a tour."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.web.meetings.actions.tour import MOST_MINUTES, StationFacts, TourTexts
from yixian.web.meetings.models import Station


class TourForm(forms.Form):
    """What is said before the walk."""

    introduction = forms.CharField(
        label=_("Introduction"),
        help_text=_("What visitors will see, in a few sentences."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    safety = forms.CharField(
        label=_("Safety briefing"),
        help_text=_("Read out before the walk: dangers, walkways, alarm, meeting point."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    gear = forms.CharField(label=_("Gear to wear"), max_length=200, required=False)

    def texts(self) -> TourTexts:
        """What was entered, for the action."""
        return TourTexts(**self.cleaned_data)


class StationForm(forms.Form):
    """A station and what holds there."""

    name = forms.CharField(label=_("Name of the station"), max_length=60)
    what = forms.CharField(
        label=_("What there is to see"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    guide = forms.CharField(label=_("Guide"), max_length=60, required=False)
    minutes = forms.IntegerField(
        label=_("Length in minutes"), min_value=1, max_value=MOST_MINUTES, initial=10
    )
    photos = forms.ChoiceField(
        label=_("Photos"),
        choices=Station.Photos.choices,
        initial=Station.Photos.ASK,
        widget=forms.RadioSelect,
    )
    is_screened = forms.BooleanField(label=_("Something is screened here"), required=False)
    screened_what = forms.CharField(
        label=_("What is screened"),
        help_text=_("In general words: every visitor reads it."),
        max_length=120,
        required=False,
    )
    do_not_disturb = forms.BooleanField(
        label=_("Work goes on here: do not talk to the operators"), required=False
    )

    def __init__(self, *args: Any, station: Station | None = None, **kwargs: Any) -> None:
        initial = {name: getattr(station, name) for name in self.base_fields} if station else None
        super().__init__(*args, initial=initial, **kwargs)

    def facts(self) -> StationFacts:
        """What was entered, for the actions."""
        return StationFacts(**self.cleaned_data)
