"""What check-in pages send."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.forms.choices import limit
from yixian.web.meetings.queries.choices import members_to_choose
from yixian.web.organisations.models import Member


class CodeForm(forms.Form):
    """The six digits at the door."""

    code = forms.RegexField(
        r"^\s*\d\s*\d\s*\d\s*\d\s*\d\s*\d\s*$",
        label=_("The six digits on the wall"),
        error_messages={"invalid": _("The code has six digits.")},
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
                "maxlength": "12",
                "class": "form-control code-big",
            }
        ),
    )

    def clean_code(self) -> str:
        """Digits only; full-width ones count too."""
        return "".join(str(int(each)) for each in self.cleaned_data["code"] if each.isdecimal())


class NameForm(forms.Form):
    """Somebody at the door who is not signed in says who they are."""

    code = forms.CharField(max_length=12, widget=forms.HiddenInput)
    name = forms.CharField(label=_("Your full name"), max_length=40)


class WalkInForm(forms.Form):
    """Somebody whom the roster does not know."""

    member = forms.ModelChoiceField(queryset=None, label=_("Member union"), empty_label=_("Choose"))
    name = forms.CharField(label=_("Name"), max_length=40)
    post = forms.ChoiceField(label=_("Post"), choices=Person.Post.choices, initial=Person.Post.COMMITTEE)

    def __init__(self, *args: Any, person: Person, **values: Any) -> None:
        super().__init__(*args, **values)
        limit(
            self, "member",
            lambda: Member.objects.filter(federation_id=person.federation_id, is_active=True),
            members_to_choose(person.federation_id), of=Member,
        )  # fmt: skip
