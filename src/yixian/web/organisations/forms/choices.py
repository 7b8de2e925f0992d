"""Choosing a member: from a list, or by its name where the list would be too long to look through."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yixian.web.organisations.models import Member
from yixian.web.organisations.queries.members import MOST_LISTED, members_visible_to
from yixian.web.shared.text import fold


def member_field(person: Any, *, required: bool, nothing: Any = "–", label: Any = None) -> forms.Field:
    """A field for one of the members that the person may see; its value is the member, or None."""
    named = list(members_visible_to(person).values_list("pk", "short_name")[: MOST_LISTED + 1])
    if len(named) > MOST_LISTED:
        return MemberByName(person, required=required, label=label)
    field = forms.ModelChoiceField(members_visible_to(person), required=required, label=label)
    field.widget.choices = [("", nothing), *named]
    return field


class MemberByName(forms.CharField):
    """A member written by its full or its short name."""

    def __init__(self, person: Any, **kwargs: Any) -> None:
        super().__init__(max_length=100, help_text=_("The full or the short name, as on record."), **kwargs)
        self.members = members_visible_to(person)

    def prepare_value(self, value: Any) -> Any:
        """A number, as it stands in a record or an address, is shown by the member's full name."""
        if str(value or "").isdecimal():
            return self.members.filter(pk=int(value)).values_list("name", flat=True).first() or ""
        return value

    def clean(self, value: Any) -> Member | None:
        """The member of this name."""
        wanted = fold(super().clean(value))
        if not wanted:
            return None
        found = list(self.members.filter(name=wanted)[:1]) or list(self.members.filter(short_name=wanted)[:2])
        if len(found) == 1:
            return found[0]
        if found:
            raise forms.ValidationError(gettext("Several members are called this. Write the full name."))
        raise forms.ValidationError(gettext("No member is called this. Write the name as it is on record."))
