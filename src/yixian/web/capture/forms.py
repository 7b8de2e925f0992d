"""What pages about records send."""

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
