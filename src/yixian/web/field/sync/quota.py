"""How many bytes of photos one person may have here, so that one phone never fills everybody's disk."""

from collections.abc import Sequence

from django.conf import settings
from django.db.models import Sum
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture, Photo
from yixian.web.field.items import Item


class Quota:
    """What is left for the photos of one batch; asks the database only when there are photos in it."""

    def __init__(self, by: Person, items: Sequence[Item]) -> None:
        self._left: int | None = None
        self._known: set[object] = set()
        photos = [item.client_id for item in items if item.photo is not None]
        if not photos:
            return
        used = Photo.objects.filter(capture__author=by, federation_id=by.federation_id)
        self._left = settings.PHOTO_QUOTA_BYTES - int(used.aggregate(total=Sum("size"))["total"] or 0)
        known = Capture.objects.filter(author=by, client_id__in=photos).values_list("client_id", flat=True)
        self._known = set(known)

    @property
    def sentence(self) -> str:
        """Why it waits."""
        return _("There is no room for more photos of yours on the server now. They stay on this phone.")

    def has_room_for(self, item: Item) -> bool:
        """Whether an item's photo still fits; counts it if so. What is here already takes no room."""
        if self._left is None or item.photo is None or item.client_id in self._known:
            return True
        if item.photo.size > self._left:
            return False
        self._left -= item.photo.size
        return True
