"""A step in a meeting's life, written into its timeline and into the audit trail."""

from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, MeetingEvent
from yixian.web.meetings.states import MEETING
from yixian.web.shared import audit


def note_event(*, by: Person | None, meeting: Meeting, note: str = "") -> MeetingEvent:
    """Write the meeting's present state and a remark into its timeline."""
    return MeetingEvent.objects.create(
        federation_id=meeting.federation_id, meeting=meeting, state=meeting.state, by=by, note=note[:200]
    )


def move_meeting(
    *, by: Person, meeting: Meeting, verb: str, note: str = "", also: tuple[str, ...] = ()
) -> Meeting:
    """Take one arrow of the lifecycle: state (and the fields in `also`) saved, event and audit written."""
    before, after = MEETING.move(meeting, verb)
    meeting.save(update_fields=["state", *also])
    note_event(by=by, meeting=meeting, note=note)
    changes: dict[str, Any] = {"state": [before, after]}
    if note:
        changes["note"] = ["", note]
    audit.record(by=by, verb=f"meetings.{verb}", thing=meeting, changes=changes)
    return meeting
