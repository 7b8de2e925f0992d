"""Which months two hosts exchange, and what they say to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.planning.queries.swaps import FreeMonth
from yixian.web.shared.templatetags.ui_dates import day


class SwapForm(forms.Form):
    """One of the own months for one of another host's."""

    month = forms.ChoiceField(label=_("Our month"))
    other_month = forms.ChoiceField(label=_("For the month of"))
    why = forms.CharField(
        label=_("Why, in a word to the other host"), max_length=200, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, person: Person, months: list[FreeMonth], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = [each for each in months if each.host_id == person.member_id]
        others = [each for each in months if each.host_id != person.member_id]
        self.fields["month"].choices = [(each.month, day(each.day)) for each in own]  # type: ignore[attr-defined]
        self.fields["other_month"].choices = [  # type: ignore[attr-defined]
            (each.month, f"{each.host} {day(each.day)}") for each in others
        ]


class AnswerForm(forms.Form):
    """What the other host says."""

    verdict = forms.ChoiceField(choices=[("agree", ""), ("decline", "")])
    answer = forms.CharField(
        label=_("A word with the answer"), max_length=200, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class DecisionForm(forms.Form):
    """What the office says."""

    verdict = forms.ChoiceField(choices=[("approve", ""), ("refuse", "")])
