"""Work on photos that nobody waits for, and the nightly look at every one."""

from collections.abc import Callable
from functools import partial

from django.utils.translation import gettext_lazy as _

from yixian.web.capture.actions.photo import FORGET, PREPARE, lose_photo, store_prepared
from yixian.web.capture.checking import FIRST, believe, lost_of, next_photos
from yixian.web.capture.models import Photo
from yixian.web.capture.preparing import prepare
from yixian.web.shared import jobs
from yixian.web.shared.daily import daily
from yixian.web.shared.models import Job
from yixian.web.shared.pictures import blobs

CHECK = "capture.check_photos"
CHECK_SOME = "capture.check_some_photos"


@jobs.task(PREPARE, words=_("Prepare a photo to be shown"), slow=True)
def prepare_photo(job: Job, photo_id: int) -> Callable[[], None] | None:
    """Make the pictures of a photo that has arrived; harmless when done before or deleted meanwhile."""
    photo = Photo.objects.select_related("capture").filter(pk=photo_id, state=Photo.State.RECEIVED).first()
    if photo is None:
        return None
    return partial(store_prepared, photo=photo, prepared=prepare(photo))


@jobs.task(FORGET, words=_("Remove the pictures of a deleted record"))
def forget_blobs(names: list[str]) -> None:
    """Remove the pictures of a deleted record."""
    for name in names:
        blobs().remove(name)


@jobs.task(CHECK, words=_("Begin the look at every photo"))
def check_photos() -> None:
    """Begin the look at every photo, for each federation by itself: what goes wrong is told to its own office."""
    for federation_id in Photo.objects.order_by().values_list("federation_id", flat=True).distinct():
        jobs.enqueue(CHECK_SOME, federation_id=federation_id, after=FIRST)


@jobs.task(CHECK_SOME, words=_("Compare photos with their files"), slow=True)
def check_some_photos(job: Job, after: int) -> Callable[[], None] | None:
    """Compare some photos with their files, then ask for the next ones: so new photos need not wait."""
    photos = next_photos(after)
    lost = believe(lost_of(photos), len(photos))
    if not photos:
        return None

    def note() -> None:
        for photo in lost:
            lose_photo(photo=photo)
        jobs.enqueue(CHECK_SOME, federation_id=job.federation_id, after=photos[-1].pk)

    return note


daily(CHECK, hour=3)
