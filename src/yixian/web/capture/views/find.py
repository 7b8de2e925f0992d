"""Finding what an address names, among what the person may see."""

from django.http import Http404, HttpRequest

from yixian.web.capture.models import Capture
from yixian.web.capture.queries import capture_visible_to


def find_capture(request: HttpRequest, pk: int) -> Capture:
    """The record, 404 when it is not visible."""
    capture = capture_visible_to(request.user, pk)
    if capture is None:
        raise Http404
    return capture
