"""What somebody would like to learn and see, and days on which they are away."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.queries.interests import topics_to_choose
from yixian.web.organisations.models import Topic, Venue

VENUES = [(value, label) for value, label in Venue.Kind.choices if value != Venue.Kind.OTHER]
LONGEST = timedelta(days=366)


class InterestsForm(forms.Form):
    """Topics of the federation's list, and kinds of venue."""

    topics = forms.MultipleChoiceField(
        label=_("Topics to learn about"), required=False, widget=forms.CheckboxSelectMultiple
    )
    venue_kinds = forms.MultipleChoiceField(
        label=_("Venues to see"),
        choices=VENUES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].choices = topics_to_choose(person)  # type: ignore[attr-defined]

    def topics_chosen(self) -> list[Topic]:
        """The topics that were ticked."""
        return list(Topic.objects.filter(pk__in=self.cleaned_data["topics"]))


class AbsenceForm(forms.Form):
    """From one day to another, both included."""

    first_day = forms.DateField(
        label=_("First day away"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    last_day = forms.DateField(
        label=_("Last day away"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean(self) -> dict[str, Any]:
        """A stretch of days that is not over yet, of a year at most."""
        values = super().clean() or {}
        first, last = values.get("first_day"), values.get("last_day")
        if not first or not last:
            return values
        if last < first:
            self.add_error("last_day", gettext("The last day must not be before the first."))
        elif last < timezone.localdate():
            self.add_error("last_day", gettext("These days are over already."))
        elif last - first > LONGEST:
            self.add_error(
                "last_day", gettext("That is more than a year. Close the person's access instead.")
            )
        return values
