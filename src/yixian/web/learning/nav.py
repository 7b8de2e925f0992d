"""Where this app stands in the navigation, and its parts of a meeting's and of a person's page."""

from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.panels import PERSON_PANELS
from yixian.web.learning.models import Experience, Question
from yixian.web.learning.queries.person import load
from yixian.web.learning.rules.digest import ENDED
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.sections import Section
from yixian.web.meetings.sections import register as register_sections
from yixian.web.organisations.panels import Panel
from yixian.web.shared.navigation import Entry, place_under, register

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
    Entry(
        label=_("Questions"),
        url_name="learning:questions",
        icon="question-circle",
        policy="learning.see",
        order=37,
        group=_("Work"),
    ),
)
place_under("meetings:list", r"/learning/(meetings|wrap-up)/")
place_under("accounts:people", r"/learning/people/")


def _is_over(meeting: Meeting) -> bool:
    return meeting.state in ENDED and not meeting.is_archive


def _is_held(meeting: Meeting) -> bool:
    return meeting.state == Meeting.State.UNDER_WAY or _is_over(meeting)


register_sections(
    Section(
        "experiences",
        _("Experiences"),
        "learning:of-meeting",
        "learning.see",
        80,
        count=lambda: Experience.objects.filter(state=Experience.State.PUBLISHED),
    ),
    Section(
        "questions",
        _("Questions"),
        "learning:meeting-questions",
        "learning.see",
        82,
        count=lambda: Question.objects.all(),
    ),
    Section("wrap-up", _("Wrap-up"), "learning:wrap-up", "learning.wrap_up", 65, when=_is_held),
    Section("digest", _("Digest"), "learning:meeting-digest", "learning.see_own_digests", 95, when=_is_over),
)

PERSON_PANELS.register(Panel("learning", 20, "learning/_person_panel.html", load))
