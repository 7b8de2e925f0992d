"""A photo in one go: forms without scripts, and phones that keep to the first version of the door."""

from collections.abc import Callable

from django.conf import settings
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.kinds import TAIL
from yixian.web.capture.models import Photo
from yixian.web.field.uploads.answer import Answer, disk_is_full, incomplete
from yixian.web.field.uploads.settle import settle
from yixian.web.shared.pictures import Incoming, blobs

PIECE = 64 * 1024


def receive_photo(by: Person, photo: Photo, length: int, read: Callable[[int], bytes]) -> Answer:
    """Read a photo from a request; `read(n)` gives at most n bytes. Sending it again is harmless."""
    if photo.is_complete:
        return Answer(200, "duplicate", offset=photo.size)
    if length > settings.MAX_UPLOAD_BYTES:
        return Answer(413, "refused", _("The photo is larger than 20 MB."))
    if length != photo.size:
        return incomplete()
    try:
        with blobs().incoming() as incoming:
            return settle(by, photo, incoming, _copy(incoming, read, photo.size))
    except OSError as trouble:
        return disk_is_full(trouble)


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
