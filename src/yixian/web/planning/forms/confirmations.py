"""What a host says of its month, and how long ahead hosts are asked."""

from django import forms
from django.utils.translation import gettext_lazy as _


class HostAnswerForm(forms.Form):
    """Whether the month is kept, in a word."""

    verdict = forms.ChoiceField(choices=[("confirm", ""), ("decline", "")])
    words = forms.CharField(
        label=_("A word to the office"),
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class WeeksForm(forms.Form):
    """Weeks ahead; 0 asks nobody."""

    weeks = forms.TypedChoiceField(
        label=_("Weeks ahead"),
        coerce=int,
        choices=[(0, _("never")), *((each, str(each)) for each in range(1, 17))],
        widget=forms.Select(attrs={"class": "form-select"}),
    )
