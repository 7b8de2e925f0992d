"""Something to vote on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.web.meetings.models import Ballot


class BallotForm(forms.Form):
    """The question, and its choices, one a line."""

    question = forms.CharField(label=_("What is put to the vote?"), max_length=200)
    choices = forms.CharField(
        label=_("Choices"),
        help_text=_("One a line, two to six."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    @classmethod
    def of(cls, ballot: Ballot) -> "BallotForm":
        """As it stands."""
        lines = "\n".join(choice.text for choice in ballot.choices.all())
        return cls(initial={"question": ballot.question, "choices": lines})

    def words(self) -> dict[str, Any]:
        """What the actions take."""
        data = self.cleaned_data
        return {"question": data["question"], "choices": data["choices"].splitlines()}
