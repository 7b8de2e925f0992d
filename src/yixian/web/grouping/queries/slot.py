"""When the agenda has the tour, and for how long."""

from dataclasses import dataclass
from datetime import time
from typing import Any

from django.db.models import QuerySet

from yixian.web.meetings.models import AgendaItem, Meeting
from yixian.web.shared.prepared import PreparedRows

USUAL = 120


@dataclass(frozen=True)
class Slot:
    """The time of day at which the tour begins, and its minutes."""

    starts_at: time
    minutes: int


def _items(meeting_id: int) -> QuerySet[AgendaItem, Any]:
    return (
        AgendaItem.objects.with_scopes_disabled().filter(meeting_id=meeting_id).values_list("kind", "minutes")
    )


ITEMS = PreparedRows(_items, meeting_id=int)


def slot_of(meeting: Meeting) -> Slot:
    """The tour's place in the agenda; without one, two hours from the meeting's beginning."""
    start = meeting.starts_at or time(9)
    minute = start.hour * 60 + start.minute
    for kind, minutes in ITEMS.all(meeting_id=meeting.pk):
        if kind == AgendaItem.Kind.TOUR:
            return Slot(time(minute // 60 % 24, minute % 60), minutes or USUAL)
        minute += minutes
    return Slot(start, USUAL)
