"""Take in one thing recorded on site, however often it is sent."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from yixian.web.accounts.models import Person
from yixian.web.capture import rules
from yixian.web.capture.models import Capture, Photo
from yixian.web.meetings.models import Meeting, Station
from yixian.web.shared import audit
from yixian.web.shared.actions import action


@dataclass(frozen=True)
class Announced:
    """The photo that an item says will follow: SHA-256 in hexadecimal, size in bytes."""

    digest: str
    size: int


@dataclass(frozen=True)
class Kept:
    """What became of one item: `stored`, `duplicate`, `conflict` or `gone`, and the row that there is."""

    result: str
    capture: Capture


@action
def record_capture(
    *,
    by: Person,
    client_id: UUID,
    meeting: Meeting,
    station: Station | None,
    kind: str,
    text: str,
    made_at: str,
    digest: str,
    photo: Announced | None = None,
    shows_people: bool = False,
    is_new: bool = False,
) -> Kept:
    """Store an item once. The same id again changes nothing; with another digest it is a conflict.

    is_new: the caller has looked for this id and found none, so it is not looked for again.
    """
    known = None if is_new else _known(by, client_id)
    if known is None:
        rules.check_can_record(by, meeting)
        capture = _fresh(
            by, meeting, station, photo,
            client_id=client_id, kind=kind, text=text, made_at=made_at, digest=digest, shows_people=shows_people,
        )  # fmt: skip
        if _insert(capture, photo):
            audit.record(by=by, verb="capture.record", thing=capture, changes=_for_the_record(capture))
            return Kept("stored", capture)
        known = Capture.objects.get(author=by, client_id=client_id)
    audit.nothing_changed()
    return Kept(_compared(known, digest), known)


def _fresh(
    by: Person, meeting: Meeting, station: Station | None, photo: Announced | None, **values: Any
) -> Capture:
    """The row, not written yet: held, or in quarantine when it shows what the zone forbids."""
    zone = station.photos if station is not None else ""
    forbidden = photo is not None and zone == Station.Photos.FORBIDDEN
    hold = Capture.Hold.QUARANTINED if forbidden else Capture.Hold.HELD
    place = {"meeting": meeting, "station": station, "zone": zone}
    return Capture(federation_id=by.federation_id, author=by, hold=hold, **place, **values)


def _known(by: Person, client_id: UUID) -> Capture | None:
    return Capture.objects.select_related("photo").filter(author=by, client_id=client_id).first()


def _insert(capture: Capture, photo: Announced | None) -> bool:
    """Write the row and its photo's; False when the same item came through another door just now."""
    try:
        with transaction.atomic():
            capture.save(force_insert=True)
            if photo is not None:
                Photo.objects.create(
                    federation_id=capture.federation_id, capture=capture, digest=photo.digest, size=photo.size
                )
    except IntegrityError:
        return False
    return True


def _compared(known: Capture, digest: str) -> str:
    if known.deleted_at is not None:
        return "gone"
    return "duplicate" if known.digest == digest else "conflict"


def _for_the_record(capture: Capture) -> dict[str, list[str | int | None]]:
    """What the audit trail says: where and what kind, never the words."""
    return {
        "kind": [None, capture.kind],
        "meeting": [None, capture.meeting_id],
        "station": [None, capture.station_id],
        "hold": [None, capture.hold],
    }
