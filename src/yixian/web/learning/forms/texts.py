"""Forms of one text, under the words of their step."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

WORDS = {
    "start": _("What do you want to borrow, and for what?"),
    "contact": _("Whom are you in contact with?"),
    "try": _("What are you trying, and where?"),
    "adopt": _("What came of it?"),
    "drop": _("Why is it dropped?"),
    "resume": _("Why is it taken up again?"),
    "result": _("What has come of it so far?"),
    "answer": _("What would you answer?"),
}
NEEDED = ("adopt", "drop", "result", "answer")


class StepForm(forms.Form):
    """One text; needed only where others decide by it."""

    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)

    def __init__(self, *args: Any, verb: str, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"{verb}_%s", **kwargs)
        self.fields["text"].label = WORDS[verb]
        self.fields["text"].required = verb in NEEDED
