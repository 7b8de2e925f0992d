"""One item as a phone writes it: read strictly, so that what is stored is what was signed by its digest."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from yixian.web.capture.actions import Announced
from yixian.web.capture.canonical import digest_of
from yixian.web.capture.models import Capture
from yixian.web.shared.errors import BadInput

CHECK_IN, ANSWER, VOTE = "check_in", "answer", "vote"
WORDLESS = (CHECK_IN, VOTE)
LONGEST_TEXT = 4000
HEX64 = re.compile(r"[0-9a-f]{64}")
UUID_TEXT = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Item:
    """One thing recorded: ids of meeting and station as the phone knows them, not yet looked up.

    `about` is the question that an answer, or the ballot that a vote is for; `sequence` orders a phone's votes.
    """

    client_id: UUID
    kind: str
    meeting_id: int
    station_id: int | None
    text: str
    made_at: str
    digest: str
    photo: Announced | None
    shows_people: bool
    about: int = 0
    choice: int = 0
    sequence: int = 0


def id_of(raw: Any) -> str:
    """The id under which a receipt can be given; empty when there is none."""
    value = raw.get("id") if isinstance(raw, Mapping) else None
    return value if isinstance(value, str) and UUID_TEXT.fullmatch(value) else ""


def parse_item(raw: Any) -> Item:
    """Read one item; `BadInput` names what is wrong with it."""
    client_id = id_of(raw)
    if not client_id:
        raise BadInput(_("This record has no valid number of its own."))
    if not _is_intact(raw):
        raise BadInput(_("This record was damaged on its way. Send it again."))
    photo = _photo(raw.get("photo"))
    text = _text(raw.get("text", ""))
    kind = raw.get("kind")
    if kind not in (*Capture.Kind.values, CHECK_IN, ANSWER, VOTE):
        raise BadInput(_("This kind of record is not known here. Update the page."))
    if kind == Capture.Kind.PHOTO and photo is None:
        raise BadInput(_("There is no photo with this record."))
    if not text.strip() and photo is None and kind not in WORDLESS:
        raise BadInput(_("Write a few words or add a photo."))
    return Item(
        **_aim(raw, kind),
        client_id=UUID(client_id),
        kind=kind,
        meeting_id=_number(raw.get("meeting")) or 0,
        station_id=_number(raw.get("station")),
        text=text,
        made_at=_made_at(raw.get("made_at", "")),
        digest=raw["digest"],
        photo=photo,
        shows_people=raw.get("shows_people") is True,
    )


def _aim(raw: Mapping[str, Any], kind: str) -> dict[str, int]:
    """What an answer or a vote is about."""
    if kind == ANSWER:
        return {"about": _number(raw.get("question")) or 0}
    if kind != VOTE:
        return {}
    names = {"about": "ballot", "choice": "choice", "sequence": "sequence"}
    return {name: _number(raw.get(given)) or 0 for name, given in names.items()}


def _is_intact(raw: Mapping[str, Any]) -> bool:
    """Whether the digest is that of what came; half a character makes it none."""
    digest = raw.get("digest")
    try:
        return isinstance(digest, str) and digest == digest_of(raw)
    except (UnicodeEncodeError, RecursionError):
        return False


def _text(value: Any) -> str:
    if not isinstance(value, str) or "\x00" in value:
        raise BadInput(_("The text of this record cannot be read."))
    if len(value) > LONGEST_TEXT:
        raise BadInput(_("The text is longer than %(most)d characters.") % {"most": LONGEST_TEXT})
    return value


def _made_at(value: Any) -> str:
    """The phone's own time, kept as it was told: clocks are wrong, and nothing is ordered by it."""
    return value if isinstance(value, str) and len(value) <= 40 and value.isprintable() else ""


def _number(value: Any) -> int | None:
    if value is None or (type(value) is int and 0 < value < 2**63):
        return value
    raise BadInput(_("What this record belongs to is not known here."))


def _photo(value: Any) -> Announced | None:
    if value is None:
        return None
    digest = value.get("digest") if isinstance(value, Mapping) else None
    size = value.get("size") if isinstance(value, Mapping) else None
    if not isinstance(digest, str) or not HEX64.fullmatch(digest) or type(size) is not int or size < 1:
        raise BadInput(_("The photo of this record is not described as it must be."))
    if size > settings.MAX_UPLOAD_BYTES:
        raise BadInput(_("The photo is larger than 20 MB."))
    return Announced(digest, size)
