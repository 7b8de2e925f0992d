"""What was recorded by a person, for their own export and for erasure."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.capture.actions.photo import FORGET, names_of
from yixian.web.capture.models import Capture, Phone, Photo
from yixian.web.shared import jobs
from yixian.web.shared.prepared import Asker, PreparedRows


def collect(person: Person) -> list[dict[str, Any]]:
    """Everything recorded, with what became of it."""
    names = ("meeting", "kind", "text", "made_at", "hold")
    return [dict(zip(names, each, strict=True)) for each in CAPTURES.all(by=person)]


def _captures(by: Person) -> QuerySet[Capture, Any]:
    captures = Capture.objects.filter(author=by, deleted_at__isnull=True)
    return captures.values_list("meeting__title", "kind", "text", "made_at", "hold")


CAPTURES = PreparedRows(_captures, by=Asker)


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
