"""The federation's record, subdistricts and topics."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yixian.web.organisations.models import Federation, Subdistrict, Topic
from yixian.web.shared.text import fold


class FederationForm(forms.ModelForm):
    """Names."""

    class Meta:
        model = Federation
        fields = ["name", "short_name", "method_name"]
        labels = {
            "name": _("Full name"),
            "short_name": _("Short name"),
            "method_name": _("Name of the method"),
        }
        help_texts = {
            "name": _("As on official papers."),
            "method_name": _("What you call this way of working, for papers and digests."),
        }


class NamedOnce(forms.ModelForm):
    """A name that stands once in a list."""

    def __init__(self, *args: Any, among: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.among = among

    def clean_name(self) -> str:
        """Not there yet, whatever its width; no separators, because lists in spreadsheets use them."""
        name = " ".join(self.cleaned_data["name"].split())
        if any(sign in name for sign in "、，,;；/|"):
            raise forms.ValidationError(gettext("Please leave out commas and other separators."))
        others = self.among.exclude(pk=self.instance.pk).values_list("name", flat=True)
        if fold(name) in {fold(other) for other in others}:
            raise forms.ValidationError(gettext("This name is on the list already."))
        return name


class SubdistrictForm(NamedOnce):
    """One subdistrict."""

    class Meta:
        model = Subdistrict
        fields = ["name", "code"]
        labels = {"name": _("Subdistrict"), "code": _("Code")}


class TopicForm(NamedOnce):
    """One topic."""

    class Meta:
        model = Topic
        fields = ["name"]
        labels = {"name": _("Topic")}
