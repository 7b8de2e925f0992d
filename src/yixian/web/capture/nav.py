"""Where this app stands: two tabs of a meeting's page."""

from django.utils.translation import gettext_lazy as _

from yixian.web.capture.models import Capture
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.sections import Section, register

RECORDED_IN = ("announced", "open", "under_way", "wrapped_up", "closed")


def has_records(meeting: Meeting) -> bool:
    """Whether there can be anything to show: history read from papers has no records."""
    return meeting.state in RECORDED_IN and not meeting.is_archive


register(
    Section(
        "records",
        _("Records"),
        "capture:records",
        "capture.see",
        60,
        count=lambda: Capture.objects.filter(hold="released", deleted_at=None),
        when=has_records,
    ),
    Section(
        "release",
        _("Release"),
        "capture:release",
        "capture.see_held",
        65,
        count=lambda: Capture.objects.filter(hold__in=("held", "quarantined"), deleted_at=None),
        when=has_records,
    ),
)
