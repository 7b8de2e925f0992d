"""A photo's bytes arrive, are made fit to be shown, or turn out to be unreadable."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture, Photo
from yixian.web.shared import audit, jobs, policy
from yixian.web.shared.actions import action

PREPARE = "capture.prepare_photo"
FORGET = "capture.forget_blobs"


@dataclass(frozen=True)
class Prepared:
    """What was made of an original for an edition: names in the store, measures of what is shown, or the problem."""

    edition: int
    shown: str = ""
    thumbnail: str = ""
    width: int | None = None
    height: int | None = None
    problem: str = ""
    is_lost: bool = False


@action
def attach_photo(*, by: Person, photo: Photo, original: str) -> bool:
    """Note that the bytes are on the disk under this name; False when the record is gone or has them."""
    policy.check(by, "capture.delete_own", photo.capture)
    fresh = (
        Photo.objects.select_for_update(of=("self",)).select_related("capture").filter(pk=photo.pk).first()
    )
    if fresh is None or fresh.capture.deleted_at is not None or fresh.is_complete:
        audit.nothing_changed()
        return False
    fresh.original, fresh.state = original, Photo.State.RECEIVED
    fresh.save(update_fields=["original", "state"])
    changes = {"photo": [Photo.State.AWAITED, Photo.State.RECEIVED], "size": [None, fresh.size]}
    audit.record(by=by, verb="capture.attach_photo", thing=fresh.capture, changes=changes)
    jobs.enqueue(PREPARE, federation_id=fresh.federation_id, photo_id=fresh.pk)
    return True


@action
def mark_photo_broken(*, by: Person | None, photo: Photo, problem: str) -> None:
    """Note that what came is no picture that we can show; the sentence is for its author."""
    changes = {"photo": [photo.state, Photo.State.BROKEN]}
    Photo.objects.filter(pk=photo.pk).update(state=Photo.State.BROKEN, problem=problem)
    audit.record(by=by, verb="capture.refuse_photo", thing=photo.capture, changes=changes)


@action
def store_prepared(*, photo: Photo, prepared: Prepared) -> None:
    """Note the pictures made from an original, unless the record was deleted or another edition is wanted by now."""
    wanted = Photo.objects.filter(pk=photo.pk, state=Photo.State.RECEIVED, edition=prepared.edition)
    if not wanted.exists():
        names = [name for name in (prepared.shown, prepared.thumbnail) if name]
        jobs.enqueue(FORGET, federation_id=photo.federation_id, names=names)
        audit.nothing_changed()
        return
    if prepared.is_lost:
        lose_photo(photo=photo)
        return
    if prepared.problem:
        mark_photo_broken(by=None, photo=photo, problem=prepared.problem)
        return
    wanted.update(
        state=Photo.State.READY,
        shown=prepared.shown,
        thumbnail=prepared.thumbnail,
        width=prepared.width,
        height=prepared.height,
    )
    changes = {"photo": [photo.state, Photo.State.READY]}
    audit.record(by=None, verb="capture.prepare_photo", thing=photo.capture, changes=changes)


@action
def lose_photo(*, photo: Photo) -> None:
    """Note that an original is gone or changed on the disk: it is awaited again, for a phone that still holds it."""
    changes = {"photo": [photo.state, Photo.State.AWAITED]}
    take_down(photo, state=Photo.State.AWAITED, original="", problem="")
    audit.record(by=None, verb="capture.lose_photo", thing=photo.capture, changes=changes)


def take_down(photo: Photo, **values: Any) -> None:
    """Let nothing of a photo be shown until its next edition is made; the pictures of this one are removed."""
    names = [name for name in (photo.shown, photo.thumbnail) if name]
    shown = {"shown": "", "thumbnail": "", "width": None, "height": None}
    Photo.objects.filter(pk=photo.pk).update(**shown, **values, edition=F("edition") + 1)
    if names:
        jobs.enqueue(FORGET, federation_id=photo.federation_id, names=names)


def names_of(capture: Capture) -> list[str]:
    """Every name under which a record's picture is stored."""
    photo = Photo.objects.filter(capture=capture).first()
    return [name for name in (photo.original, photo.shown, photo.thumbnail) if name] if photo else []
