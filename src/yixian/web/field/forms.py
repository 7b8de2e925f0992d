"""The capture form, for phones without scripts: it makes the same item that the script makes."""

import hashlib
from typing import Any
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yixian.web.capture.canonical import digest_of
from yixian.web.capture.models import Capture
from yixian.web.field.items import LONGEST_TEXT

PROMPTS = {
    "photo": _("What does it show? (you may leave this out)"),
    "note": _("What did you see?"),
    "question": _("What do you want to ask them?"),
    "problem": _("What is wrong, and where?"),
    "idea": _("What could you borrow, and for what?"),
}


class CaptureForm(forms.Form):
    """One thing to record."""

    data: Any
    id = forms.UUIDField(widget=forms.HiddenInput)
    meeting = forms.IntegerField(widget=forms.HiddenInput)
    station = forms.IntegerField(required=False, widget=forms.HiddenInput)
    made_at = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=Capture.Kind.choices, widget=forms.HiddenInput)
    camera = forms.FileField(
        label=_("Take a photo"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )
    album = forms.FileField(
        label=_("From the album"), required=False, widget=forms.FileInput(attrs={"accept": "image/*"})
    )
    text = forms.CharField(
        label=_("In words"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    shows_people = forms.BooleanField(
        label=_("Somebody in the picture does not wish to be seen"), required=False
    )

    @classmethod
    def fresh(cls, **initial: Any) -> "CaptureForm":
        """An empty form with a number of its own, so that sending it twice is harmless."""
        made_at = timezone.now().isoformat(timespec="seconds")
        return cls(initial={"id": uuid4(), "made_at": made_at, **initial})

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        kind = self.data.get("kind") if self.is_bound else self.initial.get("kind")
        self.fields["text"].label = PROMPTS.get(str(kind), PROMPTS["note"])

    def renew(self) -> None:
        """Give what is sent next a number of its own: with the old one something else was taken in."""
        self.data = {**self.data.dict(), "id": str(uuid4())}

    def photo(self) -> UploadedFile | None:
        """The file, from whichever of the two buttons."""
        return self.cleaned_data["camera"] or self.cleaned_data["album"]

    def as_item(self) -> dict[str, Any]:
        """The item as a phone would have sent it."""
        data, photo = self.cleaned_data, self.photo()
        item = {
            "id": str(data["id"]),
            "meeting": data["meeting"],
            "station": data["station"],
            "kind": data["kind"],
            "text": data["text"],
            "made_at": data["made_at"],
            "shows_people": data["shows_people"],
            "photo": {"digest": _sha256(photo), "size": photo.size} if photo else None,
        }
        return {**item, "digest": digest_of(item)}


def _sha256(file: UploadedFile) -> str:
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()


class VoteForm(forms.Form):
    """A vote from a phone without scripts."""

    id = forms.UUIDField()
    meeting = forms.IntegerField()
    ballot = forms.IntegerField()
    choice = forms.IntegerField()

    def as_item(self, sequence: int) -> dict[str, Any]:
        """The item as a phone would have sent it, newer than any before."""
        item = {**self.cleaned_data, "id": str(self.cleaned_data["id"]), "kind": "vote", "sequence": sequence}
        return {**item, "digest": digest_of(item)}
