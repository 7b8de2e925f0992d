"""What is still open stands on the next meeting's agenda, by rule."""

from django.db.models import F

from yixian.web.meetings.models import Meeting
from yixian.web.problems.models import OPEN_STATES, Problem


def open_problems_for(meeting: Meeting) -> list[Problem]:
    """The problems that the meeting has to look at: open ones found before it, the most urgent first."""
    found = Problem.objects.filter(federation_id=meeting.federation_id, state__in=OPEN_STATES)
    if meeting.held_on is not None:
        found = found.filter(found_on__lt=meeting.held_on)
    return list(
        found.select_related("owner__member", "member").order_by(F("due_on").asc(nulls_last=True), "pk")
    )
