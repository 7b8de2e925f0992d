"""What the office makes of records on the page of a station: as at the wrap-up, and back again."""

from collections.abc import Sequence
from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.capture.queries.deeds import Draw, register_deeds
from yixian.web.capture.queries.rows import Row
from yixian.web.learning.queries.wrap_up import fates_of
from yixian.web.learning.templatetags.learning_triage import deeds_by_record
from yixian.web.meetings.models import Meeting
from yixian.web.shared import policy


def _deeds(person: Person, meeting: Meeting, rows: Sequence[Row]) -> Draw | None:
    """What becomes of the released ones among these records, for whoever decides it."""
    if not rows or not policy.may(person, "learning.wrap_up", meeting):
        return None
    fates = fates_of(person, [row.pk for row in rows if row.hold == Capture.Hold.RELEASED])

    def draw(context: dict[str, Any]) -> dict[int, str]:
        return deeds_by_record(context, meeting.pk, rows, fates)

    return draw


register_deeds(wrap_up=_deeds)
