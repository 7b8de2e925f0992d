"""What a participant sends about a digest."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.web.capture.models import Capture
from yixian.web.capture.queries import released_in
from yixian.web.learning.models import Digest
from yixian.web.learning.rules.digest import KINDS


class DigestForm(forms.Form):
    """Headline, own words, chosen records."""

    headline = forms.CharField(required=False, max_length=120, label=_("Headline"))
    words = forms.CharField(
        required=False, max_length=2000, label=_("In your own words"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What did you see, what will you take home? It is saved as you type."),
    )  # fmt: skip
    captures = forms.ModelMultipleChoiceField(Capture.objects.none(), required=False)

    def __init__(self, *args: Any, digest: Digest, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"headline": digest.headline, "words": digest.words})
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self.fields["captures"].queryset = released_in(digest.meeting).filter(kind__in=KINDS)


class ShareForm(forms.Form):
    """Where it was shared."""

    where = forms.CharField(max_length=120, label=_("Where did you share it?"))
    reached = forms.IntegerField(
        required=False, min_value=1, max_value=100000, label=_("How many people are there?")
    )
