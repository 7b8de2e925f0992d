"""Reads of what was recorded on site, a file per subject."""

from yixian.web.capture.queries.release import ReleasePage, release_page, undecided_count, waiting_in
from yixian.web.capture.queries.visible import (
    capture_visible_to,
    captures_visible_to,
    coordinated_by,
    hold_counts,
    photo_visible_to,
    photos_visible_to,
    released_in,
)

__all__ = [
    "ReleasePage",
    "capture_visible_to",
    "captures_visible_to",
    "coordinated_by",
    "hold_counts",
    "photo_visible_to",
    "photos_visible_to",
    "release_page",
    "released_in",
    "undecided_count",
    "waiting_in",
]
