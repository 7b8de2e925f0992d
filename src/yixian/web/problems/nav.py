"""Where this app stands in the navigation, and its part of a meeting's page."""

from django.utils.translation import gettext_lazy as _

from yixian.web.meetings.sections import Section
from yixian.web.meetings.sections import register as register_sections
from yixian.web.problems.models import OPEN_STATES, Problem
from yixian.web.shared.navigation import Entry, place_under, register

register(
    Entry(
        label=_("Problems"),
        url_name="problems:list",
        icon="card-checklist",
        policy="problems.see",
        order=30,
        group=_("Work"),
        phone=True,
    )
)

register_sections(
    Section(
        "problems",
        _("Problems"),
        "problems:of-meeting",
        "problems.see",
        70,
        count=lambda: Problem.objects.filter(state__in=OPEN_STATES),
    )
)
place_under("meetings:list", r"/problems/meetings/")
