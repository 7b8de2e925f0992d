"""The tabs of the day on a meeting's page: the desk, and the votes."""

from django.utils.translation import gettext_lazy as _

from yixian.web.meetings.models import Ballot, CheckIn, Meeting
from yixian.web.meetings.sections import Section, register


def has_door(meeting: Meeting) -> bool:
    """Whether people are still to arrive, or arrived at a meeting that we run."""
    return not meeting.is_archive and meeting.state not in (Meeting.State.PLANNED, Meeting.State.CANCELLED)


register(
    Section(
        "desk",
        _("Check-in"),
        "meetings:desk",
        "meetings.check_in_others",
        55,
        count=lambda: CheckIn.objects.all(),
        when=has_door,
    ),
    Section(
        "votes",
        _("Votes"),
        "meetings:votes",
        "meetings.see_votes",
        57,
        count=lambda: Ballot.objects.all(),
        when=has_door,
    ),
)
