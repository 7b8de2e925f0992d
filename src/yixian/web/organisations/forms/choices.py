"""Choosing a member: from a list, or by its name where the list would be too long to look through."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yixian.web.organisations.models import Member
from yixian.web.organisations.queries.choices import Named, members_to_choose
from yixian.web.organisations.queries.members import members_visible_to
from yixian.web.organisations.queries.one_member import member_visible_to
from yixian.web.shared.text import fold


class OneOf(forms.TypedChoiceField):
    """One of the things that a person may see, each by its number and name; its value is the thing, or None."""

    def __init__(self, named: Named, find: Callable[[int], Any], *, nothing: Any, **kwargs: Any) -> None:
        self.find = find
        super().__init__(choices=[("", nothing), *named], coerce=self._found, empty_value=None, **kwargs)
        self.error_messages["invalid_choice"] = forms.ModelChoiceField.default_error_messages[
            "invalid_choice"
        ]

    def _found(self, number: str) -> Any:
        thing = self.find(int(number))
        if thing is None:
            raise ValueError(number)
        return thing

    def prepare_value(self, value: Any) -> Any:
        """A thing is shown by its number."""
        return value.pk if isinstance(value, Model) else value


def member_field(person: Any, *, required: bool, nothing: Any = "–", label: Any = None) -> forms.Field:
    """A field for one of the members that the person may see; its value is the member, or None."""
    named = members_to_choose(person)
    if named is None:
        return MemberByName(person, required=required, label=label)
    return OneOf(
        named, lambda pk: member_visible_to(person, pk), nothing=nothing, required=required, label=label
    )


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
