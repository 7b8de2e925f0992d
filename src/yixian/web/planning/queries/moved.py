"""What publication changes among the meetings: shown before it is confirmed, and kept with the version."""

from datetime import date
from typing import Any

from yixian.web.meetings.models import Meeting
from yixian.web.planning.models import PlanChoice, YearPlan


def what_moves(plan: YearPlan) -> list[dict[str, Any]]:
    """What publication changes among the meetings: month, host, its key and day, before (empty: none) and after."""
    meetings = plan.programme.meetings.exclude(state=Meeting.State.CANCELLED).select_related("host")
    present = {meeting.month: meeting for meeting in meetings}
    moves = []
    for choice in plan.choices.select_related("host"):
        meeting = present.get(choice.month)
        if meeting is not None and meeting.state != Meeting.State.PLANNED:
            continue
        if meeting is None or (meeting.host_id, meeting.held_on) != (choice.host_id, choice.day):
            moves.append(_as_move(meeting, choice))
    return moves


def _as_move(meeting: Meeting | None, choice: PlanChoice) -> dict[str, Any]:
    old_host = meeting.host.short_name if meeting and meeting.host else ""
    old_day = meeting.held_on.isoformat() if meeting and meeting.held_on else ""
    return {
        "month": choice.month,
        "old_id": meeting.host_id if meeting else None,
        "old_host": old_host,
        "old_day": old_day,
        "new_id": choice.host_id,
        "new_host": choice.host.short_name,
        "new_day": choice.day.isoformat(),
    }


def moves_with_days(moved: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same, with days as dates, for a page."""
    return [
        {
            **each,
            **{key: date.fromisoformat(each[key]) if each[key] else None for key in ("old_day", "new_day")},
        }
        for each in moved
    ]
