"""Released records as the pages of learning show them, read as plain columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture, Photo
from yixian.web.capture.queries.rows import photo_prefix
from yixian.web.shared.prepared import Asker, PreparedRows


@dataclass(frozen=True)
class Seen:
    """A released record. `thumbnail` and `picture` are addresses, or empty where there is nothing to show."""

    pk: int
    kind: str
    text: str
    author: str
    unit: str
    station: str
    thumbnail: str
    picture: str

    COLUMNS = (
        "pk", "kind", "text", "author__name", "author__member__short_name", "station__name", "photo__pk",
        "photo__state",
    )  # fmt: skip


def seen(row: Sequence[Any]) -> Seen:
    """A record of these columns."""
    pk, kind, text, author, unit, station, photo, state = row
    prefix = f"{photo_prefix()}{photo}/" if state == Photo.State.READY else ""
    return Seen(
        pk=pk,
        kind=kind,
        text=text,
        author=author,
        unit=unit or "",
        station=station or "",
        thumbnail=f"{prefix}thumbnail/" if prefix else "",
        picture=f"{prefix}shown/" if prefix else "",
    )


def split(records: Iterable[Seen]) -> tuple[list[Seen], list[Seen]]:
    """Those with a picture, and those that have only words."""
    records = list(records)
    return [r for r in records if r.thumbnail], [r for r in records if r.text and not r.thumbnail]


def released(**which: Any) -> QuerySet[Capture]:
    """Records that their host has let go."""
    return Capture.objects.filter(hold=Capture.Hold.RELEASED, deleted_at=None, **which)


def _words(by: Person, pk: int) -> QuerySet[Capture, Any]:
    return released(pk=pk).order_by().values_list("text", "station__name")


WORDS = PreparedRows(_words, by=Asker, pk=int)


@dataclass(frozen=True)
class Words:
    """What somebody wrote on the spot, and where."""

    text: str
    station: str | None


def words_of(person: Person, capture_id: int | None) -> Words | None:
    """A record's words, if the host has released it (one query, none without a record)."""
    found = WORDS.first(by=person, pk=capture_id) if capture_id is not None else None
    return Words(*found) if found else None
