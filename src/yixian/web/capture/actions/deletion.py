"""Take back one's own record before the host has let it go."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.capture import rules
from yixian.web.capture.actions.photo import FORGET, names_of
from yixian.web.capture.models import Capture, Photo
from yixian.web.capture.names import part_path
from yixian.web.shared import audit, jobs
from yixian.web.shared.actions import action


@action
def delete_capture(*, by: Person, capture: Capture) -> Capture:
    """Leave a tombstone: words and picture go, the id stays, so that a late copy is answered `gone`."""
    if capture.deleted_at is not None:
        audit.nothing_changed()
        return capture
    rules.check_can_delete(by, capture)
    names = names_of(capture)
    capture.text, capture.deleted_at = "", timezone.now()
    capture.save(update_fields=["text", "deleted_at"])
    for photo in Photo.objects.filter(capture=capture):
        transaction.on_commit(partial(part_path(photo.pk).unlink, missing_ok=True))
        photo.delete()
    if names:
        jobs.enqueue(FORGET, federation_id=capture.federation_id, names=names)
    audit.record(by=by, verb="capture.delete", thing=capture, changes={"deleted": [False, True]})
    return capture
