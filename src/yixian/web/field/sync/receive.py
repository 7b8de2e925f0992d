"""Taking in: one transaction for a batch, a savepoint and a receipt for each item."""

import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.actions import record_capture
from yixian.web.capture.models import Capture
from yixian.web.field.items import Item, id_of, parse_item
from yixian.web.field.sync.look import photo_state
from yixian.web.field.sync.quota import Quota
from yixian.web.field.sync.talk import TALK
from yixian.web.meetings.models import Meeting, Station
from yixian.web.meetings.queries.meetings import meetings_visible_to
from yixian.web.shared.errors import BadInput, DomainError

MOST_ITEMS = 100
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Receipt:
    """What became of one item.

    `result`: stored, duplicate, conflict, gone, refused (and why), quota (no room for this person's photos
    now), or failed (our fault: try again later).
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
    items = [item for item in parsed if isinstance(item, Item)]
    places, quota, known = _Places(by, items), Quota(by, items), _known_of(by, items)
    receipts = []
    for item in parsed:
        if isinstance(item, Item):
            receipts.append(_receive_one(by, item, places, quota, is_new=item.client_id not in known))
            known.add(item.client_id)
        else:
            receipts.append(item)
    return receipts


def _known_of(by: Person, items: list[Item]) -> set[UUID]:
    """Which of these ids are here already: one question for all."""
    ids = [item.client_id for item in items]
    known = Capture.objects.filter(author=by, client_id__in=ids).values_list("client_id", flat=True)
    return set(known)


def _read(raw: Any) -> Item | Receipt:
    try:
        return parse_item(raw)
    except BadInput as why:
        return Receipt(id_of(raw), "refused", why.sentence)


class _Places:
    """The meetings and stations that a batch names, as far as this person may see them: two queries."""

    def __init__(self, by: Person, items: list[Item]) -> None:
        named = {item.meeting_id for item in items}
        meetings = meetings_visible_to(by).select_related(None).filter(pk__in=named) if named else ()
        self._meetings = {meeting.pk: meeting for meeting in meetings}
        wanted = {item.station_id for item in items} - {None}
        stations = Station.objects.filter(pk__in=wanted, tour__meeting__in=self._meetings)
        self._stations = {each.pk: each for each in stations.select_related("tour")} if wanted else {}

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


def _receive_one(by: Person, item: Item, places: _Places, quota: Quota, *, is_new: bool) -> Receipt:
    """One item in a savepoint of its own (the action's)."""
    if not quota.has_room_for(item):
        return Receipt(str(item.client_id), "quota", quota.sentence)
    try:
        meeting, station = places.of(item)
        if item.kind in TALK:
            result, number = TALK[item.kind](by, item, meeting)
            return Receipt(str(item.client_id), result, _reason(result), number=number)
        return _record(by, item, meeting, station, is_new=is_new)
    except DomainError as why:
        return Receipt(str(item.client_id), "refused", why.sentence)
    except DatabaseError:
        raise
    except Exception:
        log.exception("an item could not be taken in")
        return Receipt(
            str(item.client_id), "failed", _("The server could not take this in. It is tried again.")
        )


def _record(by: Person, item: Item, meeting: Meeting, station: Station | None, *, is_new: bool) -> Receipt:
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
        is_new=is_new,
    )
    announced = "awaited" if item.photo is not None else "none"
    photo = announced if kept.result == "stored" else photo_state(kept.capture)
    return Receipt(str(item.client_id), kept.result, _reason(kept.result), photo, kept.capture.pk)


def _reason(result: str) -> str:
    if result == "conflict":
        return _("Another record came with the same number before. This one is kept on the phone.")
    if result == "gone":
        return _("You deleted this record before.")
    return ""
