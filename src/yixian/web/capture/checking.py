"""Whether what is on record about photos is really there: every original is read and compared with its digest."""

from collections.abc import Sequence

from yixian.web.capture.models import Photo
from yixian.web.shared.pictures import is_intact

FIRST = 0
AT_ONCE = 100
FEW = 2


class StoreAway(Exception):
    """So much is missing that the store itself must be away: no phone could send all this again."""


def next_photos(after: int) -> list[Photo]:
    """The next photos of the federation in scope, by number."""
    kept = Photo.objects.filter(state__in=(Photo.State.RECEIVED, Photo.State.READY), pk__gt=after)
    return list(kept.select_related("capture").order_by("pk")[:AT_ONCE])


def lost_of(photos: Sequence[Photo]) -> list[Photo]:
    """Those whose original is missing or changed."""
    return [photo for photo in photos if not is_intact(photo.original, photo.digest)]


def believe(lost: Sequence[Photo], looked_at: int) -> Sequence[Photo]:
    """The lost ones, or `StoreAway` when they are most of all: a disk that is not mounted loses no photo."""
    if len(lost) > FEW and 2 * len(lost) > looked_at:
        raise StoreAway(f"{len(lost)} of {looked_at} photos are missing; is the store of pictures there?")
    return lost
