"""The text of minutes as a form: one field per section."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.web.meetings.queries.minutes_text import Section

LONGEST = 20000


class MinutesForm(forms.Form):
    """A heading and a text per section; an emptied section disappears from the paper, not from the form."""

    def __init__(self, *args: Any, sections: list[Section], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = sections
        for each in sections:
            area = forms.Textarea(attrs={"rows": min(14, 3 + len(each.paragraphs))})
            self.fields[f"heading-{each.key}"] = forms.CharField(
                required=False, max_length=60, initial=each.heading, label=_("Heading")
            )
            self.fields[f"text-{each.key}"] = forms.CharField(
                required=False, max_length=LONGEST, initial=each.text, label=_("Text"), widget=area
            )

    def written(self) -> list[Section]:
        """What was sent, in the order of the paper."""
        return [
            Section(
                each.key,
                self.cleaned_data[f"heading-{each.key}"].strip() or each.heading,
                self.cleaned_data[f"text-{each.key}"],
            )
            for each in self.sections
        ]

    def pairs(self) -> list[tuple[Any, Any]]:
        """Heading and text, bound, per section."""
        return [(self[f"heading-{each.key}"], self[f"text-{each.key}"]) for each in self.sections]
