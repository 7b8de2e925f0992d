"""The one door through which everything recorded on a phone comes in, however often it is sent."""

import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.actions import record_capture
from yixian.web.capture.models import Capture, Photo
from yixian.web.field.items import Item, id_of, parse_item
from yixian.web.meetings.models import Meeting, Station
from yixian.web.meetings.queries.meetings import meetings_visible_to
from yixian.web.shared.errors import BadInput, DomainError

MOST_ITEMS = 100
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Receipt:
    """What became of one item.

    `result`: stored, duplicate, conflict, gone, refused (and why), or failed (our fault: try again later).
    `photo`: none, awaited (send it), or complete. `number` is the server's own order.
    """

    id: str
    result: str
    reason: str = ""
    photo: str = "none"
    number: int | None = None

    def as_json(self) -> dict[str, Any]:
        """For the answer."""
        return asdict(self)


@transaction.atomic
def receive(by: Person, batch: Sequence[Any]) -> list[Receipt]:
    """Take in a batch in one transaction, each item by itself: one that is bad never blocks the others."""
    parsed = [_read(raw) for raw in batch]
    places = _Places(by, [item for item in parsed if isinstance(item, Item)])
    return [item if isinstance(item, Receipt) else _receive_one(by, item, places) for item in parsed]


def _read(raw: Any) -> Item | Receipt:
    try:
        return parse_item(raw)
    except BadInput as why:
        return Receipt(id_of(raw), "refused", why.sentence)


class _Places:
    """The meetings and stations that a batch names, as far as this person may see them: two queries."""

    def __init__(self, by: Person, items: list[Item]) -> None:
        meetings = meetings_visible_to(by).filter(pk__in={item.meeting_id for item in items})
        self._meetings = {meeting.pk: meeting for meeting in meetings}
        wanted = {item.station_id for item in items} - {None}
        stations = Station.objects.filter(pk__in=wanted, tour__meeting__in=self._meetings).select_related(
            "tour"
        )
        self._stations = {station.pk: station for station in stations}

    def of(self, item: Item) -> tuple[Meeting, Station | None]:
        """Meeting and station; a sentence when they are not there or do not belong together."""
        meeting = self._meetings.get(item.meeting_id)
        if meeting is None:
            raise BadInput(_("The meeting of this record is not known here."))
        if item.station_id is None:
            return meeting, None
        station = self._stations.get(item.station_id)
        if station is None or station.tour.meeting_id != meeting.pk:
            return meeting, None
        return meeting, station


def _receive_one(by: Person, item: Item, places: _Places) -> Receipt:
    """One item in a savepoint of its own (the action's)."""
    try:
        meeting, station = places.of(item)
        kept = record_capture(
            by=by,
            client_id=item.client_id,
            meeting=meeting,
            station=station,
            kind=item.kind,
            text=item.text,
            made_at=item.made_at,
            digest=item.digest,
            photo=item.photo,
            shows_people=item.shows_people,
        )
    except DomainError as why:
        return Receipt(str(item.client_id), "refused", why.sentence)
    except DatabaseError:
        raise
    except Exception:
        log.exception("an item could not be taken in")
        return Receipt(
            str(item.client_id), "failed", _("The server could not take this in. It is tried again.")
        )
    return Receipt(
        str(item.client_id), kept.result, _reason(kept.result), _photo_state(kept.capture), kept.capture.pk
    )


def _reason(result: str) -> str:
    if result == "conflict":
        return _("Another record came with the same number before. This one is kept on the phone.")
    if result == "gone":
        return _("You deleted this record before.")
    return ""


def _photo_state(capture: Capture) -> str:
    photo = getattr(capture, "photo", None)
    if photo is None:
        return "none"
    return "complete" if photo.is_complete else "awaited"


def read_back(by: Person, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """What is in the database about these ids of this person: the second, later look that confirms."""
    rows = Capture.objects.filter(author=by, client_id__in=ids).select_related("photo", "author")
    found = {row.client_id: row for row in rows}
    return [_seen(client_id, found.get(client_id)) for client_id in ids]


def _seen(client_id: UUID, capture: Capture | None) -> dict[str, Any]:
    if capture is None:
        return {"id": str(client_id), "state": "unknown"}
    if capture.deleted_at is not None:
        return {"id": str(client_id), "state": "gone", "digest": capture.digest}
    photo: Photo | None = getattr(capture, "photo", None)
    whole = photo is None or photo.is_complete
    return {
        "id": str(client_id),
        "state": "confirmed" if whole else "incomplete",
        "digest": capture.digest,
        "hold": capture.hold,
        "photo": _photo_state(capture),
        "problem": _(photo.problem) if photo is not None and photo.problem else "",
        "number": capture.pk,
    }
