"""Where this app stands: two tabs of a meeting's page, and what is named before a meeting is closed."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from yixian.web.capture.models import Capture, Phone
from yixian.web.capture.queries.phones import holding_count
from yixian.web.capture.queries.release import undecided_count
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.undecided import Undecided, register_undecided
from yixian.web.meetings.sections import Section, register
from yixian.web.shared.navigation import Entry, place_under
from yixian.web.shared.navigation import register as register_entry

RECORDED_IN = ("announced", "open", "under_way", "wrapped_up", "closed")


def has_records(meeting: Meeting) -> bool:
    """Whether there can be anything to show: history read from papers has no records."""
    return meeting.state in RECORDED_IN and not meeting.is_archive


def is_recording(meeting: Meeting) -> bool:
    """Whether phones may still bring something."""
    return meeting.state in ("under_way", "wrapped_up") and not meeting.is_archive


def _hold(number: int) -> str:
    text = ngettext(
        "%(number)s phone still holds records that have not arrived.",
        "%(number)s phones still hold records that have not arrived.",
        number,
    )
    return text % {"number": number}


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
    Section(
        "phones",
        _("Phones"),
        "capture:phones",
        "capture.see_phones",
        66,
        count=lambda: Phone.objects.filter(holds__gt=0),
        when=is_recording,
    ),
)
register_entry(
    Entry(_("Work that failed"), "capture:jobs", "exclamation-circle", "capture.see_jobs", 78, _("Office"))
)
place_under("meetings:list", r"/capture/(?!jobs/)")
register_undecided(Undecided("phones", holding_count, _hold, "capture:phones", "capture.see_phones"))
register_undecided(Undecided("release", undecided_count, _waits, "capture:release", "capture.see_held"))
