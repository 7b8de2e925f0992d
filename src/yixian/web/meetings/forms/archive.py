"""Handing a report in, and looking over what was read from it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yixian.web.meetings.forms.archive_slots import Decision, Part, Slot

MOST_BYTES = 2 * 1024 * 1024
ENDINGS = (".txt", ".html", ".htm")


class ReportForm(forms.Form):
    """A file or pasted text: one of the two."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("Text (.txt) or a saved web page (.html), 2 MB at most."),
        widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm,text/plain,text/html"}),
    )
    text = forms.CharField(
        label=_("Or paste the text"), required=False, widget=forms.Textarea, strip=False,
        help_text=_("The whole report with its title and day of publication: they tell which year is meant."),
    )  # fmt: skip

    def clean_file(self) -> Any:
        """Only small files of the two kinds."""
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise forms.ValidationError(
                gettext("The file is larger than 2 MB. Save only the report as text.")
            )
        if file and not file.name.lower().endswith(ENDINGS):
            raise forms.ValidationError(gettext("Save the report as text (.txt) or web page (.html) first."))
        return file

    def clean_text(self) -> str:
        """No more than a file may hold."""
        text: str = self.cleaned_data["text"]
        if len(text.encode()) > MOST_BYTES:
            raise forms.ValidationError(gettext("The text is larger than 2 MB. Keep only the report."))
        return text

    def clean(self) -> dict[str, Any]:
        """Exactly one of the two."""
        given = [name for name in ("file", "text") if self.cleaned_data.get(name)]
        if len(given) != 1 and not self.errors:
            raise forms.ValidationError(gettext("Choose a file or paste the text: one of the two."))
        return self.cleaned_data

    def content(self) -> tuple[bytes, str]:
        """The bytes and the name of what was handed in."""
        file = self.cleaned_data["file"]
        if file:
            return file.read(), file.name
        return self.cleaned_data["text"].encode(), "text.txt"


class ReviewForm(forms.Form):
    """A field for each slot of each part; `decision` is what the person decided."""

    def __init__(self, data: Any = None, *, parts: Sequence[Part]) -> None:
        super().__init__(data)
        self.parts = parts
        for part in parts:
            self.fields[f"{part.key}-take"] = forms.BooleanField(
                label=gettext("Take into history"), required=False, initial=part.take
            )
            for slot in part.slots:
                self.fields[f"{part.key}-{slot.name}"] = field_of(slot)

    def clean(self) -> dict[str, Any]:
        """What is taken must be complete enough to be a row."""
        for part in self.parts:
            if self.cleaned_data.get(f"{part.key}-take"):
                self._check(part)
        return self.cleaned_data

    def _check(self, part: Part) -> None:
        given = {slot.name: self.cleaned_data.get(f"{part.key}-{slot.name}") for slot in part.slots}
        for name, sentence in NEEDED.items():
            if name in given and not given[name] and f"{part.key}-{name}" not in self.errors:
                self.add_error(f"{part.key}-{name}", str(sentence))
        if given.get("held_on") and given["held_on"] > timezone.localdate():
            self.add_error(
                f"{part.key}-held_on", gettext("This day is still to come: history holds past meetings.")
            )

    def without_remarks(self) -> "ReviewForm":
        """The form for showing: every field may stay empty here, so saying so beside each would be noise."""
        self.use_required_attribute = False
        for field in self.fields.values():
            field.required = True
        return self

    def decision(self) -> Decision:
        """{part: {"take": …, slot: value}} of a valid form."""
        names = {part.key: ["take", *(slot.name for slot in part.slots)] for part in self.parts}
        return {
            key: {name: self.cleaned_data[f"{key}-{name}"] for name in slots} for key, slots in names.items()
        }


NEEDED = {
    "title": _("Give it a title, or leave it out."),
    "programme": _("Give the series a name: every meeting belongs to one."),
    "name": _("Write the name, or leave this person out."),
    "organisation": _("Say which organisation is meant, or leave this out."),
}


def field_of(slot: Slot) -> forms.Field:
    """The form field of a slot."""
    usual: dict[str, Any] = {
        "label": slot.label, "required": False, "initial": slot.initial, "help_text": slot.help,
    }  # fmt: skip
    if slot.kind == "date":
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(widget=widget, **usual)
    if slot.kind == "number":
        return forms.IntegerField(min_value=1, max_value=100_000, **usual)
    if slot.kind == "tick":
        return forms.BooleanField(**usual)
    if slot.kind == "choice":
        return forms.ChoiceField(choices=[("", "—"), *slot.choices], **usual)
    if slot.kind == "several":
        return forms.MultipleChoiceField(choices=slot.choices, widget=forms.CheckboxSelectMultiple, **usual)
    if slot.kind == "long":
        return forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), **usual)
    attrs = {"list": "units", "data-unit": "", "autocomplete": "off"} if slot.kind == "unit" else {}
    return forms.CharField(
        max_length=100 if slot.kind == "unit" else 60, widget=forms.TextInput(attrs=attrs), **usual
    )
