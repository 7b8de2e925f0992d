"""Finding what an address names, among what the person may see."""

from django.http import HttpRequest

from yixian.web.meetings.models import Invitation, Meeting
from yixian.web.meetings.queries.notice import invitation_visible_to
from yixian.web.meetings.queries.one_meeting import meeting_visible_to
from yixian.web.shared import policy
from yixian.web.shared.http import or_404


def find_meeting(request: HttpRequest, pk: int, verb: str) -> Meeting:
    """The meeting, 404 when it is not visible, 403 when the person may not do this to it."""
    meeting = or_404(meeting_visible_to(request.user, pk))
    policy.check(request.user, verb, meeting)
    return meeting


def find_invitation(request: HttpRequest, pk: int, invitation: int | None = None) -> Invitation:
    """One invitation of a meeting among those visible: the named one, else that of the person's own member."""
    return or_404(invitation_visible_to(request.user, pk, invitation))
