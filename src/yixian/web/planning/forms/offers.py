"""Forms of offers, of days that do not suit, and of the calendar."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Member, Venue
from yixian.web.planning.forms.choices import offer_venue, speak_for
from yixian.web.planning.models import CalendarDay

MONTH = r"^20\d\d-(0[1-9]|1[0-2])$"
WRONG_MONTH = {"invalid": _("Write year and month like 2027-01.")}


class OfferForm(forms.Form):
    """ "Next time, come to ours"."""

    member = forms.ModelChoiceField(Member.objects.none(), label=_("Host"))
    venue = forms.ModelChoiceField(Venue.objects.none(), label=_("Venue"), required=False)
    what = forms.CharField(
        label=_("What is there to see?"),
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    earliest_month = forms.RegexField(
        MONTH, label=_("From which month"), required=False, error_messages=WRONG_MONTH,
        widget=forms.TextInput(attrs={"type": "month"}), help_text=_("Leave both empty if any month suits."),
    )  # fmt: skip
    latest_month = forms.RegexField(
        MONTH, label=_("Until which month"), required=False, error_messages=WRONG_MONTH,
        widget=forms.TextInput(attrs={"type": "month"}),
    )  # fmt: skip
    meeting = forms.ModelChoiceField(Meeting.objects.none(), required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_for(self, person)
        offer_venue(self, person)
        if self.is_bound:
            self.fields["meeting"].queryset = Meeting.objects.filter(federation=person.federation_id)

    def clean(self) -> dict[str, Any]:
        """A venue belongs to the member that offers it; months are in order."""
        data = super().clean() or {}
        member, venue = data.get("member"), data.get("venue")
        if member and venue and venue.member_id != member.pk:
            self.add_error("venue", _("This venue belongs to another member."))
        first, last = data.get("earliest_month"), data.get("latest_month")
        if first and last and last < first:
            self.add_error("latest_month", _("The latest month is before the earliest month."))
        return data


class BlackoutForm(forms.Form):
    """Days on which a member cannot host."""

    member = forms.ModelChoiceField(Member.objects.none(), label=_("Member union"))
    first_day = forms.DateField(label=_("First day"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    last_day = forms.DateField(label=_("Last day"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    reason = forms.CharField(label=_("Reason"), max_length=120, required=False)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_for(self, person)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        data = super().clean() or {}
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day is before the first day."))
        return data


class DayForm(forms.Form):
    """Correct one day of the calendar."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    kind = forms.ChoiceField(label=_("What it is"), choices=CalendarDay.Kind.choices)
    name = forms.CharField(label=_("Name of the holiday"), max_length=60, required=False)
