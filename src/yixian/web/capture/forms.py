"""What pages about records send."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from yixian.web.capture.actions.release import DECISIONS
from yixian.web.shared.errors import BadInput


class DecisionForm(forms.Form):
    """One of the host's decisions, with a remark if there is one."""

    decision = forms.ChoiceField(choices=[(verb, verb) for verb in DECISIONS])
    remark = forms.CharField(required=False, max_length=200)

    def __init__(self, sent: dict[str, str]) -> None:
        known = {"decision": sent.get("verb", ""), "remark": sent.get("note", "")}
        super().__init__(known)

    def verb(self) -> str:
        """The decision; a sentence when there is none."""
        if not self.is_valid():
            raise BadInput(_("Choose to release or to withhold."))
        return str(self.cleaned_data["decision"])

    def note(self) -> str:
        """The remark, for the record."""
        return str(self.cleaned_data["remark"])


class BlurringForm(forms.Form):
    """The regions that the host marked on a picture, and a remark if there is one."""

    MOST = 40
    WHOLE = 10_000
    LEAST = 50

    regions = forms.CharField(max_length=4000)
    remark = forms.CharField(required=False, max_length=200)

    def clean_regions(self) -> list[list[int]]:
        """Left, top, width, height of each, in ten-thousandths of the picture's sides."""
        try:
            told = json.loads(self.cleaned_data["regions"])
        except (ValueError, RecursionError) as trouble:
            raise forms.ValidationError("no list") from trouble
        if (
            not isinstance(told, list)
            or not 0 < len(told) <= self.MOST
            or not all(map(self._is_region, told))
        ):
            raise forms.ValidationError("no regions")
        return told

    def _is_region(self, told: Any) -> bool:
        if not isinstance(told, list) or len(told) != 4 or not all(type(each) is int for each in told):
            return False
        left, top, width, height = told
        is_seen = width >= self.LEAST and height >= self.LEAST
        return is_seen and min(left, top) >= 0 and max(left + width, top + height) <= self.WHOLE

    def marked(self) -> list[list[int]]:
        """The regions; a sentence when there are none."""
        if not self.is_valid():
            raise BadInput(_("Mark what must not be recognised, at most 40 regions."))
        return list(self.cleaned_data["regions"])
