"""The tabs of a meeting that this app brings."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from yixian.web.grouping.models import Group
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.sections import Section, register


def _is_living(meeting: Meeting) -> bool:
    """Meetings of history were not divided here."""
    return not meeting.is_archive


def _groups() -> QuerySet[Any]:
    return Group.objects.all()


register(
    Section(
        "groups",
        _("Groups"),
        "grouping:board",
        "grouping.see",
        62,
        count=_groups,
        meeting="grouping__meeting",
        when=_is_living,
    ),
    Section("rotation", _("Rotation"), "grouping:rotation", "grouping.see", 64, when=_is_living),
)
