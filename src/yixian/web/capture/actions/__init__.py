"""What is done with what was recorded on site, a file per subject."""

from yixian.web.capture.actions.blurring import blur_and_release, show_unblurred
from yixian.web.capture.actions.deletion import delete_capture
from yixian.web.capture.actions.phone import note_phone
from yixian.web.capture.actions.photo import attach_photo, mark_photo_broken, store_prepared
from yixian.web.capture.actions.record import Announced, Kept, record_capture
from yixian.web.capture.actions.release import decide, release_free

__all__ = [
    "Announced",
    "Kept",
    "attach_photo",
    "blur_and_release",
    "decide",
    "delete_capture",
    "mark_photo_broken",
    "note_phone",
    "record_capture",
    "release_free",
    "show_unblurred",
    "store_prepared",
]
