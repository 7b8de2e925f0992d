"""Finding what an address names, among what the person may see."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.meetings import meetings_visible_to
from yixian.web.shared import policy


def find_meeting(request: HttpRequest, pk: int, verb: str) -> Meeting:
    """The meeting, 404 when it is not visible, 403 when the person may not do this to it."""
    meeting = get_object_or_404(meetings_visible_to(request.user), pk=pk)
    policy.check(request.user, verb, meeting)
    return meeting
