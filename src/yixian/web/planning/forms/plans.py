"""Forms of year plans."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Programme
from yixian.web.meetings.queries.choices import members_to_choose
from yixian.web.organisations.models import Member
from yixian.web.planning.forms.choices import choose
from yixian.web.planning.models import YearPlan
from yixian.web.planning.months import later, month_of


class PlanForm(forms.Form):
    """A new version: which programme, from which month, for how many months."""

    programme = forms.ModelChoiceField(Programme.objects.none(), label=_("Programme"))
    first_month = forms.RegexField(
        r"^20\d\d-(0[1-9]|1[0-2])$",
        label=_("First month"),
        help_text=_("Year and month, for example 2027-01."),
        error_messages={"invalid": _("Write year and month like 2027-01.")},
        widget=forms.TextInput(attrs={"type": "month"}),
    )
    months = forms.TypedChoiceField(
        label=_("Length"),
        coerce=int,
        choices=[(12, _("12 months")), (24, _("24 months")), (36, _("36 months"))],
        initial=12,
    )
    keep_pins = forms.BooleanField(
        label=_("Keep the pins of the newest version"), required=False, initial=True
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=200)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programmes = Programme.objects.filter(federation=person.federation_id, is_active=True)
        self.fields["programme"].queryset = programmes
        self.fields["programme"].initial = programmes.first()
        self.fields["first_month"].initial = later(month_of(timezone.localdate()), 1)

    def base(self) -> YearPlan | None:
        """The version whose pins are kept."""
        if not self.cleaned_data["keep_pins"]:
            return None
        return self.cleaned_data["programme"].plans.order_by("-version").first()


class CellForm(forms.Form):
    """The day of a month that is fixed by hand."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    instead_of = forms.CharField(required=False, max_length=7, widget=forms.HiddenInput)

    def __init__(self, *args: Any, month: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.month = month

    def clean_day(self) -> date:
        """The day must be in the month."""
        day: date = self.cleaned_data["day"]
        if month_of(day) != self.month:
            raise forms.ValidationError(_("Choose a day in this month."))
        return day


class PinForm(CellForm):
    """Fix a month's host and day by hand."""

    host = forms.ModelChoiceField(Member.objects.none(), label=_("Host"))
    field_order = ("host", "day")

    def __init__(self, *args: Any, plan: YearPlan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = plan.federation_id
        present = (self.initial or {}).get("host")
        choose(self, "host", lambda: _hosts(own), members_to_choose(own, present))


def _hosts(federation_id: int) -> QuerySet[Member]:
    return Member.objects.filter(federation=federation_id, is_active=True)
