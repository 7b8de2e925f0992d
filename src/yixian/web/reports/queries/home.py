"""The next meeting as the first page shows it, whoever looks."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Q, QuerySet, Value, When
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.lifecycle import NextStep, next_step_for
from yixian.web.meetings.queries.meetings import meetings_visible_to
from yixian.web.meetings.states import TONES
from yixian.web.shared.prepared import Asker, Prepared

COMING = (Meeting.State.PLANNED, Meeting.State.ANNOUNCED, Meeting.State.OPEN)
UNDER_WAY_FIRST = Case(When(state=Meeting.State.UNDER_WAY, then=Value(0)), default=Value(1))


@dataclass(frozen=True)
class NextMeeting:
    """The next meeting as a card: its state, and what this person does next for it."""

    meeting: Meeting
    state: str
    tone: str
    step: NextStep | None


def _next(by: Person, today: date) -> QuerySet[Meeting]:
    """Those under way and those to come, with what the card shows."""
    coming = Q(state=Meeting.State.UNDER_WAY) | Q(state__in=COMING, held_on__gte=today)
    meetings = meetings_visible_to(by).filter(coming, is_archive=False).select_related(None)
    return meetings.select_related("host", "venue").order_by(UNDER_WAY_FIRST, "held_on", "pk")[:1]


NEXT: Prepared[Meeting] = Prepared(_next, by=Asker, today=date)


def next_meeting(person: Person) -> Meeting | None:
    """The meeting under way, else the next to come (one query)."""
    return NEXT.first(by=person, today=timezone.localdate())


def card_of(meeting: Meeting, step: NextStep | None) -> NextMeeting:
    """The meeting as a card."""
    return NextMeeting(meeting, str(Meeting.State(meeting.state).label), TONES[meeting.state], step)


def next_card(person: Person) -> NextMeeting | None:
    """The meeting under way or the next to come, with the office's next step."""
    meeting = next_meeting(person)
    return None if meeting is None else card_of(meeting, next_step_for(person, meeting))
