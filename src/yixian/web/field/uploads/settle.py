"""The last step of every upload: verify, make durable, note it down."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from yixian.web.accounts.models import Person
from yixian.web.capture.actions import attach_photo, mark_photo_broken
from yixian.web.capture.kinds import is_two_things, picture_kind
from yixian.web.capture.models import Photo
from yixian.web.capture.names import original_name
from yixian.web.field.uploads.answer import Answer, incomplete
from yixian.web.shared.pictures import Incoming, blobs

NOT_A_PHOTO = gettext_noop("This is not a photo that can be shown here (JPEG, PNG, WebP or HEIC).")


def settle(by: Person, photo: Photo, incoming: Incoming, tail: bytes) -> Answer:
    """Keep what came if it is what was announced and a picture; `tail` are its last bytes."""
    if incoming.size != photo.size or incoming.digest != photo.digest:
        return incomplete()
    if not picture_kind(incoming.head) or is_two_things(incoming.head, tail):
        mark_photo_broken(by=by, photo=photo, problem=NOT_A_PHOTO)
        return Answer(415, "refused", _(NOT_A_PHOTO))
    name = original_name(photo.federation_id, photo.digest, photo.pk)
    blobs().keep(incoming, name)
    if attach_photo(by=by, photo=photo, original=name):
        return Answer(201, "stored", offset=photo.size)
    return _settled_meanwhile(photo, name)


def _settled_meanwhile(photo: Photo, name: str) -> Answer:
    """Another request was quicker, or the author deleted the record while this one was on its way."""
    if Photo.objects.filter(pk=photo.pk).exists():
        return Answer(200, "duplicate", offset=photo.size)
    blobs().remove(name)
    return Answer(410, "gone", _("You deleted this record before."))
