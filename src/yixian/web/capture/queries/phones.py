"""Which phones still hold something that was recorded at a meeting."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from yixian.web.capture.models import Phone
from yixian.web.meetings.models import Meeting
from yixian.web.shared.paging import how_many
from yixian.web.shared.prepared import PreparedRows

MOST = 500


@dataclass(frozen=True)
class PhoneRow:
    """One person's phone, as it was when last heard of."""

    name: str
    unit: str
    holds: int
    stuck: int
    seen_at: datetime


@dataclass(frozen=True)
class PhonesPage:
    """The phones of a meeting, those that hold something first, and how many records that is in all."""

    rows: list[PhoneRow]
    holding: int
    records: int


def phones_page(meeting: Meeting) -> PhonesPage:
    """Read every phone that has been heard of on the walk."""
    phones = Phone.objects.filter(meeting=meeting).order_by("-holds", "seen_at", "pk")
    facts = ("person__name", "person__member__short_name", "holds", "stuck", "seen_at")
    rows = [
        PhoneRow(name, unit or "", holds, stuck, seen_at)
        for name, unit, holds, stuck, seen_at in phones.values_list(*facts)[:MOST]
    ]
    return PhonesPage(rows, sum(row.holds > 0 for row in rows), sum(row.holds for row in rows))


def holding_count(meeting: Meeting) -> int:
    """How many phones still hold something; closing must name them."""
    (number,) = HOLDING.first(meeting_id=meeting.pk) or (0,)
    return int(number)


def _holding(meeting_id: int) -> QuerySet[Phone, Any]:
    return how_many(Phone.objects.with_scopes_disabled().filter(holds__gt=0, meeting_id=meeting_id))


HOLDING = PreparedRows(_holding, meeting_id=int)
