"""A member's record, its venues, and its topics."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_scopes.forms import SafeModelChoiceField

from yixian.web.organisations.forms.choices import OneOf
from yixian.web.organisations.models import Member, Venue
from yixian.web.organisations.queries.choices import subdistrict_visible_to, subdistricts_to_choose
from yixian.web.organisations.queries.members import members_visible_to, topics_visible_to
from yixian.web.shared.text import fold


class MemberForm(forms.ModelForm):
    """What the office keeps of a member."""

    class Meta:
        model = Member
        fields = [
            "name", "short_name", "industry", "subdistrict", "address", "latitude", "longitude", "workers",
            "joined_on", "rank", "is_active", "note",
        ]  # fmt: skip
        field_classes = {"subdistrict": SafeModelChoiceField}
        labels = {
            "name": _("Full name"),
            "short_name": _("Short name"),
            "industry": _("Industry"),
            "subdistrict": _("Subdistrict"),
            "address": _("Address"),
            "latitude": _("Latitude"),
            "longitude": _("Longitude"),
            "workers": _("Number of workers"),
            "joined_on": _("Joined on"),
            "rank": _("Place in lists"),
            "is_active": _("Takes part now"),
            "note": _("Note"),
        }
        help_texts = {
            "name": _("The union's full name, as on official papers."),
            "short_name": _("For lists and phones."),
            "latitude": _("Decimal degrees; used to reckon travel."),
            "rank": _("Smaller numbers stand first; equal ones are sorted by pinyin."),
            "note": _("Seen by everyone of the federation."),
        }
        widgets = {"joined_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["subdistrict"] = OneOf(
            subdistricts_to_choose(person),
            lambda pk: subdistrict_visible_to(person, pk),
            nothing=_("none"),
            required=False,
            label=self.fields["subdistrict"].label,
        )
        self.fields["note"].max_length = 2000

    def clean_name(self) -> str:
        """One member per name, whatever its width and spaces."""
        name = " ".join(self.cleaned_data["name"].split())
        others = members_visible_to(self.person).exclude(pk=self.instance.pk).values_list("name", flat=True)
        if fold(name).replace(" ", "") in {fold(other).replace(" ", "") for other in others}:
            raise forms.ValidationError(gettext("There is a member of this name already."))
        return name

    def clean_latitude(self) -> Any:
        """Within the globe."""
        return _within(self.cleaned_data["latitude"], 90)

    def clean_longitude(self) -> Any:
        """Within the globe."""
        return _within(self.cleaned_data["longitude"], 180)


def _within(value: Any, most: int) -> Any:
    if value is not None and abs(value) > most:
        raise forms.ValidationError(gettext("Between −%(most)d and %(most)d degrees.") % {"most": most})
    return value


class VenueForm(forms.ModelForm):
    """A place where a meeting can be held."""

    class Meta:
        model = Venue
        fields = ["name", "kind", "capacity", "address", "gear", "note"]
        labels = {
            "name": _("Name of the venue"),
            "kind": _("Kind of venue"),
            "capacity": _("How many people it holds"),
            "address": _("Address"),
            "gear": _("Protective gear"),
            "note": _("Note"),
        }
        help_texts = {
            "address": _("Only when it differs from the unit's own."),
            "gear": _("What visitors must wear, for example: hard hat, safety shoes."),
            "note": _("Stairs, noise, parking, times at which nobody should disturb."),
        }

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.member = member
        self.fields["note"].max_length = 2000
        kind: Any = self.fields["kind"]
        kind.choices = [("", "—"), *[choice for choice in kind.choices if choice[0]]]

    def clean_name(self) -> str:
        """One venue per name and member."""
        name = " ".join(self.cleaned_data["name"].split())
        others = self.member.venues.exclude(pk=self.instance.pk).values_list("name", flat=True)
        if fold(name) in {fold(other) for other in others}:
            raise forms.ValidationError(gettext("There is a venue of this name already."))
        return name


class TopicsForm(forms.Form):
    """What a member can show and wants to learn, of the federation's topics."""

    strengths = forms.TypedMultipleChoiceField(label=_("Can show"), required=False)
    needs = forms.TypedMultipleChoiceField(label=_("Wants to learn"), required=False)

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.topics = {str(topic.pk): topic for topic in topics_visible_to(person)}
        for field in self.fields.values():
            field.choices = [(key, topic.name) for key, topic in self.topics.items()]
            field.coerce = self.topics.__getitem__

    def ticked(self, name: str) -> set[str]:
        """The topics that stand ticked in a column, by number."""
        return {str(value) for value in self[name].value() or ()}
