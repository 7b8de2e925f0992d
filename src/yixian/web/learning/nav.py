"""Where this app stands in the navigation, and its parts of a meeting's page."""

from django.utils.translation import gettext_lazy as _

from yixian.web.learning.models import Experience
from yixian.web.learning.rules.digest import ENDED
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.sections import Section
from yixian.web.meetings.sections import register as register_sections
from yixian.web.shared.navigation import Entry, register

register(
    Entry(
        label=_("Experiences"),
        url_name="learning:experiences",
        icon="lightbulb",
        policy="learning.see",
        order=35,
        group=_("Work"),
        phone=True,
    ),
)


def _is_over(meeting: Meeting) -> bool:
    return meeting.state in ENDED and not meeting.is_archive


register_sections(
    Section(
        "experiences",
        _("Experiences"),
        "learning:of-meeting",
        "learning.see",
        80,
        count=lambda: Experience.objects.filter(state=Experience.State.PUBLISHED),
    ),
    Section("digest", _("Digest"), "learning:meeting-digest", "learning.see_own_digests", 95, when=_is_over),
)
