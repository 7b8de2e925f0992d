"""The next meeting as the first page shows it, whoever looks."""

from dataclasses import dataclass

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.lifecycle import NextStep, next_step_for
from yixian.web.meetings.queries.meetings import next_meeting
from yixian.web.meetings.states import TONES


@dataclass(frozen=True)
class NextMeeting:
    """The next meeting as a card: its state, and what this person does next for it."""

    meeting: Meeting
    tone: str
    step: NextStep | None


def next_card(person: Person) -> NextMeeting | None:
    """The meeting under way or the next to come, with the office's next step."""
    meeting = next_meeting(person)
    if meeting is None:
        return None
    return NextMeeting(meeting, TONES[meeting.state], next_step_for(person, meeting))
