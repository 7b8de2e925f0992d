"""The host lets a picture go with parts of it made unrecognisable, or takes the blurring off again."""

from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.capture import rules, states
from yixian.web.capture.actions.photo import PREPARE, take_down
from yixian.web.capture.models import Capture, Photo, Release
from yixian.web.shared import audit, jobs
from yixian.web.shared.actions import action

Regions = list[list[int]]


@action
def blur_and_release(*, by: Person, capture: Capture, regions: Regions, note: str = "") -> Capture:
    """Release a record whose picture is shown only with these regions painted over.

    From the commit on nobody sees the picture until the worker has painted it anew from the original, which
    stays out of reach; what was shown before is removed.
    """
    rules.check_can_blur(by, capture)
    before = capture.hold
    if before != Capture.Hold.RELEASED:
        states.CAPTURE.move(capture, "release")
        capture.save(update_fields=["hold"])
    changes: dict[str, Any] = {"hold": [before, capture.hold], "covered": _paint_anew(capture, regions)}
    Release.objects.create(
        federation_id=capture.federation_id,
        capture=capture,
        decision=Release.Decision.BLURRED,
        by=by,
        note=note,
    )
    audit.record(by=by, verb="capture.blur", thing=capture, changes=changes)
    return capture


@action
def show_unblurred(*, by: Person, capture: Capture) -> Capture:
    """Take the blurring off a record that is not released: only who may see what is held sees it then."""
    rules.check_can_show_unblurred(by, capture)
    if not capture.photo.covered:
        audit.nothing_changed()
        return capture
    changes = {"covered": _paint_anew(capture, [])}
    audit.record(by=by, verb="capture.unblur", thing=capture, changes=changes)
    return capture


def _paint_anew(capture: Capture, regions: Regions) -> list[Regions]:
    """Ask for the next edition; returns the regions before and now."""
    photo = Photo.objects.select_for_update(of=("self",)).get(capture=capture)
    take_down(photo, state=Photo.State.RECEIVED, covered=regions)
    jobs.enqueue(PREPARE, federation_id=capture.federation_id, photo_id=photo.pk)
    return [photo.covered, regions]
