"""The record behind a question or a borrowing."""

from yixian.web.capture.models import Capture


def released_record(capture_id: int | None) -> Capture | None:
    """A record's words and station, if the host has released it (one query, none without a record)."""
    if capture_id is None:
        return None
    released = Capture.objects.filter(pk=capture_id, hold=Capture.Hold.RELEASED, deleted_at=None)
    return released.select_related("station").only("text", "station__name").first()
