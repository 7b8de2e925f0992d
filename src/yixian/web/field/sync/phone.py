"""What a phone says about itself along with its items: how many it still holds, and how many are stuck."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from yixian.web.accounts.models import Person
from yixian.web.capture.actions import note_phone as note
from yixian.web.meetings.queries.meetings import meetings_visible_to

MOST = 100_000


def note_phone(by: Person, raw: Any) -> None:
    """Take the report if it makes sense; one that does not is nobody's loss."""
    if not isinstance(raw, Mapping):
        return
    told = [raw.get(name) for name in ("meeting", "holds", "stuck")]
    numbers = [each for each in told if type(each) is int and 0 <= each < 2**63]
    if len(numbers) != len(told):
        return
    try:
        device = UUID(str(raw.get("id", "")))
    except ValueError:
        return
    meeting = meetings_visible_to(by).select_related(None).filter(pk=numbers[0]).first()
    if meeting is not None:
        note(by=by, meeting=meeting, device=device, holds=min(numbers[1], MOST), stuck=min(numbers[2], MOST))
