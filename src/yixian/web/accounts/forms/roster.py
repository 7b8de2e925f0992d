"""Uploading a roster and taking one along."""

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.documents.roster_read import MOST_BYTES
from yixian.web.accounts.roster.words import UNREADABLE


class RosterForm(forms.Form):
    """One file; what it is, is found out by reading it."""

    file = forms.FileField(
        label=_("Roster file"),
        help_text=_("An .xlsx workbook or a CSV file. Nothing is changed before you have seen the result."),
        widget=forms.FileInput(
            attrs={
                "accept": ".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        ),
        allow_empty_file=True,
    )

    def clean_file(self) -> object:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(UNREADABLE["too_large"])
        return file


class ExportForm(forms.Form):
    """Which kind of file."""

    form = forms.ChoiceField(choices=[("xlsx", "XLSX"), ("csv", "CSV")])
