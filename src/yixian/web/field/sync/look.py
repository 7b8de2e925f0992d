"""The second, later look: what the database really holds about what a phone sent."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture, Photo
from yixian.web.field.sync.talk import told
from yixian.web.field.uploads import received_bytes
from yixian.web.meetings.models import CheckIn


def read_back(
    by: Person, ids: Sequence[UUID], arrivals: Mapping[UUID, int] | None = None
) -> list[dict[str, Any]]:
    """What is on record about these ids of this person; `arrivals` are ids of check-ins, with their meetings."""
    rows = Capture.objects.filter(author=by, client_id__in=ids).select_related("photo", "author")
    found = {row.client_id: row for row in rows}
    said = told(by, [client_id for client_id in ids if client_id not in found])
    seen = [said.get(client_id) or _seen(client_id, found.get(client_id)) for client_id in ids]
    return seen + _arrived(by, arrivals or {})


def _arrived(by: Person, arrivals: Mapping[UUID, int]) -> list[dict[str, Any]]:
    """A check-in is there when the person is there, whoever recorded it."""
    if not arrivals:
        return []
    there = CheckIn.objects.filter(person=by, meeting_id__in=set(arrivals.values()))
    meetings = set(there.values_list("meeting_id", flat=True))
    return [
        {"id": str(client_id), "state": "confirmed" if meeting in meetings else "unknown"}
        for client_id, meeting in arrivals.items()
    ]


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
        "photo": photo_state(capture),
        "offset": received_bytes(photo) if photo is not None else 0,
        "problem": _(photo.problem) if photo is not None and photo.problem else "",
        "number": capture.pk,
    }


def photo_state(capture: Capture) -> str:
    """none, awaited (send it), or complete."""
    photo = getattr(capture, "photo", None)
    if photo is None:
        return "none"
    return "complete" if photo.is_complete else "awaited"
