"""What was recorded by a person, for their own export and for erasure."""

from typing import Any

from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.capture.actions.photo import FORGET, names_of
from yixian.web.capture.models import Capture, Phone, Photo
from yixian.web.shared import jobs


def collect(person: Person) -> list[dict[str, Any]]:
    """Everything recorded, with what became of it."""
    captures = Capture.objects.filter(author=person, deleted_at__isnull=True)
    names = ("meeting", "kind", "text", "made_at", "hold")
    values = captures.values_list("meeting__title", "kind", "text", "made_at", "hold")
    return [dict(zip(names, each, strict=True)) for each in values]


def erase(person: Person) -> None:
    """What was never released goes, words and pictures; what was released stays without a name."""
    kept_back = Capture.objects.filter(author=person, deleted_at__isnull=True).exclude(
        hold=Capture.Hold.RELEASED
    )
    names = [name for capture in kept_back for name in names_of(capture)]
    Photo.objects.filter(capture__in=kept_back).delete()
    kept_back.update(text="", deleted_at=timezone.now())
    Phone.objects.filter(person=person).delete()
    if names:
        jobs.enqueue(FORGET, federation_id=person.federation_id, names=names)


register_personal_data(PersonalData("capture", collect, erase))
