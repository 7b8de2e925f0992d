"""One more thing for the host to get ready."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ChecklistForm(forms.Form):
    """What, and until when."""

    text = forms.CharField(label=_("What has to be ready?"), max_length=160)
    due_on = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
