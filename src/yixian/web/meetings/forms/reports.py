"""The three paragraphs."""

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.web.meetings.actions.reports import Written

LONGEST = 800


def _paragraph(label: object, help_text: object) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(
        label=label, help_text=help_text, max_length=LONGEST, required=False, widget=widget
    )


class ReportForm(forms.Form):
    """Review, plan, experience; each may stay empty while it is a draft."""

    review = _paragraph(
        _("Review"), _("What did you do since the last meeting? About 100 characters are enough.")
    )
    plan = _paragraph(_("Plan"), _("What comes next, and what do you need for it? About 100 characters."))
    experience = _paragraph(
        _("Experience"),
        _("One thing that works at yours and that others could borrow. With a figure, if you can."),
    )
    wants_to_speak = forms.BooleanField(
        label=_("I would like to speak about it at the meeting"), required=False
    )

    def written(self) -> Written:
        """What was entered, for the actions."""
        return Written(**self.cleaned_data)
