"""The door in HTTP: items in, receipts out; photos in; and what the server really has."""

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.capture.models import Photo
from yixian.web.field.sync import MOST_ITEMS, read_back, receive
from yixian.web.field.uploads import receive_photo
from yixian.web.shared.http import allow

MOST_BYTES = 1024 * 1024
VERSIONS = (1,)


def _refuse(status: int, reason: str) -> JsonResponse:
    return JsonResponse({"result": "refused", "reason": reason}, status=status)


def _length(request: HttpRequest) -> int | None:
    text = request.META.get("CONTENT_LENGTH") or ""
    return int(text) if text.isdecimal() else None


@allow("field.use")
def take_items(request: HttpRequest) -> HttpResponse:
    """A batch of items: one receipt each, in the same order."""
    if (_length(request) or 0) > MOST_BYTES:
        return _refuse(413, _("This is too much at once. Send less in one go."))
    try:
        sent: Any = json.loads(request.body)
    except (ValueError, RecursionError):
        return _refuse(400, _("What came could not be read."))
    batch = sent.get("items") if isinstance(sent, dict) else None
    if not isinstance(sent, dict) or sent.get("version") not in VERSIONS or not isinstance(batch, list):
        return _refuse(400, _("What came could not be read."))
    if len(batch) > MOST_ITEMS:
        return _refuse(413, _("This is too much at once. Send less in one go."))
    receipts = [receipt.as_json() for receipt in receive(request.user, batch)]
    return JsonResponse({"receipts": receipts, "now": timezone.now().isoformat(), "person": request.user.pk})


@allow("field.use")
def take_photo(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The bytes of one photo whose item came before."""
    photo = (
        Photo.objects.select_related("capture__meeting")
        .filter(capture__author=request.user, capture__client_id=client_id, capture__deleted_at=None)
        .first()
    )
    if photo is None:
        return _refuse(404, _("The record of this photo is not here. Send the record first."))
    length = _length(request)
    if length is None:
        return _refuse(411, _("The photo came incomplete. Send it again."))
    answer = receive_photo(request.user, photo, length, request.read)
    body = {"id": str(client_id), "result": answer.result, "reason": answer.reason}
    return JsonResponse(body, status=answer.status)


@allow("field.use")
def show_status(request: HttpRequest) -> HttpResponse:
    """Read the rows back: only this makes an item confirmed."""
    ids = []
    for text in request.GET.get("ids", "").split(",")[:MOST_ITEMS]:
        try:
            ids.append(UUID(text))
        except ValueError:
            continue
    return JsonResponse({"items": read_back(request.user, ids), "now": timezone.now().isoformat()})
