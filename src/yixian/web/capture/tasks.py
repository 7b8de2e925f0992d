"""Work on photos that nobody waits for."""

from collections.abc import Callable
from functools import partial

from yixian.web.capture.actions.photo import FORGET, PREPARE, store_prepared
from yixian.web.capture.blobs import blobs
from yixian.web.capture.models import Photo
from yixian.web.capture.preparing import prepare
from yixian.web.shared import jobs
from yixian.web.shared.models import Job


@jobs.task(PREPARE, slow=True)
def prepare_photo(job: Job, photo_id: int) -> Callable[[], None] | None:
    """Make the pictures of a photo that has arrived; harmless when done before or deleted meanwhile."""
    photo = Photo.objects.select_related("capture").filter(pk=photo_id, state=Photo.State.RECEIVED).first()
    if photo is None:
        return None
    return partial(store_prepared, photo=photo, prepared=prepare(photo))


@jobs.task(FORGET)
def forget_blobs(names: list[str]) -> None:
    """Remove the pictures of a deleted record."""
    for name in names:
        blobs().remove(name)
