"""Where this app stands: two tabs of a meeting's page, and what is named before a meeting is closed."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from yixian.web.capture.models import Capture
from yixian.web.capture.queries.release import undecided_count
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.undecided import Undecided, register_undecided
from yixian.web.meetings.sections import Section, register

RECORDED_IN = ("announced", "open", "under_way", "wrapped_up", "closed")


def has_records(meeting: Meeting) -> bool:
    """Whether there can be anything to show: history read from papers has no records."""
    return meeting.state in RECORDED_IN and not meeting.is_archive


def _waits(number: int) -> str:
    text = ngettext(
        "%(number)s record waits for the host. Until it is released, only its author and the host see it.",
        "%(number)s records wait for the host. Until they are released, only their authors and the host see them.",
        number,
    )
    return text % {"number": number}


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
register_undecided(Undecided("release", undecided_count, _waits, "capture:release", "capture.see_held"))
