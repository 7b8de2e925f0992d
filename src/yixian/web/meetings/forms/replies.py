"""Answers to an invitation."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Invitation
from yixian.web.meetings.queries.choices import delegate_of
from yixian.web.shared.text import fold

POSTS = [(value, label) for value, label in Person.Post.choices if value != Person.Post.CHAIR]
NEW = "new"
PHONE = re.compile(r"\+?[\d -]{7,19}")


class DelegateForm(forms.Form):
    """Who comes in the chair's place: somebody on record, or somebody new."""

    delegate = forms.CharField(label=_("Who comes?"))
    name = forms.CharField(label=_("Name"), max_length=40, required=False)
    phone = forms.CharField(
        label=_("Phone"),
        help_text=_("Only the office and the host see it, to reach the delegate on the day."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    post = forms.ChoiceField(label=_("Post"), choices=POSTS, required=False)

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation
        self.known: Person | None = None

    def clean_delegate(self) -> str:
        """Somebody of the invited member, or somebody new."""
        chosen = str(self.cleaned_data["delegate"])
        if chosen == NEW:
            return chosen
        self.known = delegate_of(self.invitation, int(chosen)) if chosen.isdecimal() else None
        if self.known is None:
            raise forms.ValidationError(gettext("The delegate must be one of the member's own people."))
        return chosen

    def clean_phone(self) -> str:
        """A number that can be dialled, or nothing."""
        phone = fold(self.cleaned_data["phone"])
        if phone and not PHONE.fullmatch(phone):
            raise forms.ValidationError(gettext("This is not a phone number."))
        return phone

    def clean(self) -> dict[str, Any]:
        """Somebody must be named."""
        values = super().clean() or {}
        if values.get("delegate") == NEW and not (values.get("name") or "").strip():
            self.add_error("name", gettext("Choose who comes, or write the name of somebody new."))
        return values


class ApologyForm(forms.Form):
    """Why nobody can come."""

    reason = forms.CharField(
        label=_("Why can nobody come?"),
        help_text=_("One sentence is enough; the office and the host read it."),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class GreetingForm(forms.Form):
    """The opening paragraph of a notice."""

    greeting = forms.CharField(
        label=_("Opening paragraph"),
        help_text=_("It stands before the facts, which are filled in by themselves."),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
