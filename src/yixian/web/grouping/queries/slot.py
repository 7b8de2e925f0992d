"""When the agenda has the tour, and for how long."""

from dataclasses import dataclass
from datetime import time

from yixian.web.meetings.models import AgendaItem, Meeting

USUAL = 120


@dataclass(frozen=True)
class Slot:
    """The time of day at which the tour begins, and its minutes."""

    starts_at: time
    minutes: int


def slot_of(meeting: Meeting) -> Slot:
    """The tour's place in the agenda; without one, two hours from the meeting's beginning."""
    start = meeting.starts_at or time(9)
    minute = start.hour * 60 + start.minute
    items = AgendaItem.objects.filter(meeting=meeting).values_list("kind", "minutes")
    for kind, minutes in items:
        if kind == AgendaItem.Kind.TOUR:
            return Slot(time(minute // 60 % 24, minute % 60), minutes or USUAL)
        minute += minutes
    return Slot(start, USUAL)
