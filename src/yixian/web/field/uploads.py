"""Take in the bytes of one photo: to a temporary file, verified, made durable, and only then on record."""

import errno
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from yixian.web.accounts.models import Person
from yixian.web.capture.actions import attach_photo, mark_photo_broken
from yixian.web.capture.blobs import Incoming, blobs, original_name
from yixian.web.capture.kinds import TAIL, is_two_things, picture_kind
from yixian.web.capture.models import Photo

PIECE = 64 * 1024
NOT_A_PHOTO = gettext_noop("This is not a photo that can be shown here (JPEG, PNG, WebP or HEIC).")
NO_SPACE = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True)
class Answer:
    """What is said about an upload, with its HTTP status."""

    status: int
    result: str
    reason: str = ""


def receive_photo(by: Person, photo: Photo, length: int, read: Callable[[int], bytes]) -> Answer:
    """Read a photo from a request; `read(n)` gives at most n bytes. Sending it again is harmless."""
    if photo.is_complete:
        return Answer(200, "duplicate")
    if length > settings.MAX_UPLOAD_BYTES:
        return Answer(413, "refused", _("The photo is larger than 20 MB."))
    if length != photo.size:
        return Answer(422, "refused", _("The photo came incomplete. Send it again."))
    try:
        return _take_in(by, photo, read)
    except OSError as trouble:
        if trouble.errno not in NO_SPACE:
            raise
        return Answer(507, "failed", _("The server's disk is full. The photo stays on your phone."))


def _take_in(by: Person, photo: Photo, read: Callable[[int], bytes]) -> Answer:
    store = blobs()
    with store.incoming() as incoming:
        tail = _copy(incoming, read, photo.size)
        if incoming.size != photo.size or incoming.digest != photo.digest:
            return Answer(422, "refused", _("The photo came incomplete. Send it again."))
        if not picture_kind(incoming.head) or is_two_things(incoming.head, tail):
            mark_photo_broken(by=by, photo=photo, problem=NOT_A_PHOTO)
            return Answer(415, "refused", _(NOT_A_PHOTO))
        name = original_name(photo.federation_id, photo.digest, photo.pk)
        store.keep(incoming, name)
    if attach_photo(by=by, photo=photo, original=name):
        return Answer(201, "stored")
    return _settled_meanwhile(photo, name)


def _settled_meanwhile(photo: Photo, name: str) -> Answer:
    """Another request was quicker, or the author deleted the record while this one was on its way."""
    if Photo.objects.filter(pk=photo.pk).exists():
        return Answer(200, "duplicate")
    blobs().remove(name)
    return Answer(410, "gone", _("You deleted this record before."))


def _copy(incoming: Incoming, read: Callable[[int], bytes], size: int) -> bytes:
    """Copy piece by piece; returns the last bytes, in which a second nature of the file would show."""
    tail = b""
    while incoming.size <= size:
        piece = read(PIECE)
        if not piece:
            break
        incoming.write(piece)
        tail = (tail + piece)[-TAIL:]
    return tail
