"""The door in HTTP: items in, receipts out; photos in; and what the server really has."""

import json
from typing import Any
from uuid import UUID

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.capture.models import Photo
from yixian.web.field.queries import awaited_photo
from yixian.web.field.sync import MOST_ITEMS, read_back, receive
from yixian.web.field.sync.phone import note_phone
from yixian.web.field.uploads import Answer, receive_photo, receive_piece
from yixian.web.field.uploads.pieces import MOST_PIECE
from yixian.web.field.views.body import Cut, read_body, reading
from yixian.web.shared.http import allow
from yixian.web.shared.pictures import Unreachable

MOST_BYTES = 1024 * 1024
VERSIONS = (1, 2)
DISK_FULL = "53100"  # PostgreSQL's word for it


def _refuse(status: int, reason: str, result: str = "refused") -> JsonResponse:
    return JsonResponse({"result": result, "reason": reason}, status=status)


def _length(request: HttpRequest) -> int | None:
    text = request.META.get("CONTENT_LENGTH") or ""
    return int(text) if text.isdecimal() else None


@allow("field.use")
def take_items(request: HttpRequest) -> HttpResponse:
    """A batch of items: one receipt each, in the same order."""
    length = _length(request) or 0
    if length > MOST_BYTES:
        return _refuse(413, _("This is too much at once. Send less in one go."))
    try:
        sent = _parsed(read_body(request, length))
    except Cut:
        return _busy()
    batch = sent.get("items")
    if sent.get("version") not in VERSIONS or not isinstance(batch, list):
        return _refuse(400, _("What came could not be read."))
    if len(batch) > MOST_ITEMS:
        return _refuse(413, _("This is too much at once. Send less in one go."))
    if sent.get("person") not in (None, request.user.pk):
        return _refuse(409, _("Somebody else is signed in on this phone now."), "other_person")
    try:
        receipts = [receipt.as_json() for receipt in receive(request.user, batch)]
        note_phone(request.user, sent.get("phone"))
    except OperationalError as trouble:
        return _no_database(trouble)
    return JsonResponse({"receipts": receipts, "now": timezone.now().isoformat(), "person": request.user.pk})


def _parsed(body: bytes) -> dict[str, Any]:
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return sent if isinstance(sent, dict) else {}


def _no_database(trouble: OperationalError) -> JsonResponse:
    """Nothing was taken in; full is not the same as busy."""
    if "full" in str(trouble) or getattr(trouble.__cause__, "sqlstate", "") == DISK_FULL:
        return _refuse(507, _("The server's disk is full. Everything stays on your phone."), "failed")
    return _busy()


def _busy() -> JsonResponse:
    answer = _refuse(503, _("The server is busy. It is tried again."), "failed")
    answer["Retry-After"] = "5"
    return answer


@allow("field.use")
def take_photo(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The bytes of one photo whose item came before: all of them, or a piece at an offset (`?at=`)."""
    photo = awaited_photo(request.user, client_id)
    if photo is None:
        return _refuse(404, _("The record of this photo is not here. Send the record first."))
    length = _length(request)
    if length is None:
        return _refuse(411, _("The photo came incomplete. Send it again."))
    try:
        answer = _taken(request, photo, length)
    except OperationalError as trouble:
        return _no_database(trouble)
    except Unreachable:
        return _busy()
    body = {"id": str(client_id), "result": answer.result, "reason": answer.reason, "offset": answer.offset}
    return JsonResponse(body, status=answer.status)


def _taken(request: HttpRequest, photo: Photo, length: int) -> Answer:
    at = request.GET.get("at", "")
    if not at:
        with reading(request, length) as read:
            return receive_photo(request.user, photo, length, read)
    if not at.isdecimal() or len(at) > 12:
        return Answer(400, "refused", _("What came could not be read."))
    if length > MOST_PIECE:
        return Answer(413, "refused", _("This is too much at once. Send less in one go."))
    try:
        piece = read_body(request, length)
    except Cut as cut:
        piece = cut.content
    return receive_piece(request.user, photo, int(at), piece)


@allow("field.use")
def show_status(request: HttpRequest) -> HttpResponse:
    """Read the rows back: only this makes an item confirmed. Says who asks and gives a fresh token as well."""
    ids, arrivals = _asked(request.GET.get("ids", ""))
    return JsonResponse(
        {
            "items": read_back(request.user, ids, arrivals),
            "now": timezone.now().isoformat(),
            "person": request.user.pk,
            "token": get_token(request),
            "versions": VERSIONS,
        },
        headers={"Cache-Control": "private, no-store"},
    )


def _asked(text: str) -> tuple[list[UUID], dict[UUID, int]]:
    """Ids of records, and of check-ins (written as `id@meeting`); what is neither is left out."""
    ids: list[UUID] = []
    arrivals: dict[UUID, int] = {}
    for each in text.split(",")[:MOST_ITEMS]:
        name, _at, meeting = each.partition("@")
        try:
            client_id = UUID(name)
        except ValueError:
            continue
        if not meeting:
            ids.append(client_id)
        elif meeting.isdecimal() and len(meeting) <= 18:
            arrivals[client_id] = int(meeting)
    return ids, arrivals
