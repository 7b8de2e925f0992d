"""The first page of a member's people: the one thing to do for the next meeting, and what their unit owes."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Adoption, Question
from yixian.web.meetings.models import ChecklistItem, Meeting, Reply
from yixian.web.meetings.queries.lifecycle import NextStep
from yixian.web.meetings.rules.checkin import door_is_open
from yixian.web.meetings.states import TONES
from yixian.web.problems.models import Problem
from yixian.web.reports.queries.asked import Asked, asked_of
from yixian.web.reports.queries.home import NextMeeting, card_of, next_meeting
from yixian.web.reports.queries.member_rows import (
    ADOPTIONS,
    ANSWERS,
    ARRIVALS,
    ATTENDED,
    HELD,
    HOSTING,
    ITEMS,
    OWN_PART,
    PROBLEMS,
    QUESTIONS,
)

NEAR = timedelta(days=60)


@dataclass(frozen=True)
class HostCard:
    """A meeting that this person gets ready: how far it is and the next thing to tick off."""

    meeting: Meeting
    state: str
    tone: str
    done: int
    total: int
    next_item: str
    next_due: date | None
    is_late: bool
    invited: int
    coming: int
    waiting: int


class Attended(NamedTuple):
    """A meeting that this person attended."""

    pk: int
    title: str
    held_on: date | None


@dataclass(frozen=True)
class MemberHome:
    """Everything on the first page of a member's person."""

    next: NextMeeting | None
    is_primary: bool
    hosting: list[HostCard]
    problems: list[Problem]
    questions: list[Question]
    adoptions: list[Adoption]
    digest_of: Attended | None
    asked: Asked
    counts: dict[str, int]


def member_home(person: Person) -> MemberHome:
    """Read the page (ten queries beside session and person)."""
    hosting = host_cards(person)
    meeting: Any = next_meeting(person)
    if meeting is not None:
        _add_own_part(person, meeting)
    problems: list[Any] = PROBLEMS.all(by=person)
    return MemberHome(
        next=card_of(meeting, step_for(person, meeting)) if meeting else None,
        is_primary=not any(each.next_item or each.waiting for each in hosting),
        hosting=hosting,
        problems=problems,
        questions=QUESTIONS.all(by=person),
        adoptions=ADOPTIONS.all(by=person),
        digest_of=_to_share(person),
        asked=asked_of(person),
        counts={"problems": problems[0].number if problems else 0},
    )


def _add_own_part(person: Person, meeting: Any) -> None:
    """Put this member's answer and report and this person's arrival beside the meeting."""
    told = OWN_PART.first(by=person, meeting=meeting.pk)
    meeting.is_invited = told is not None
    meeting.answer, meeting.handed_in, meeting.arrived = told or (
        None, False, door_is_open(meeting) and bool(ARRIVALS.all(by=person, meeting=meeting.pk)),
    )  # fmt: skip


def step_for(person: Person, meeting: Any) -> NextStep | None:
    """The one thing that the next meeting asks of this person, in the order of its life."""
    pk = [meeting.pk]
    if door_is_open(meeting) and not meeting.arrived and meeting.answer != Reply.Answer.APOLOGY:
        return NextStep(
            _("It is today: check in when you arrive."), _("Check in"), reverse("meetings:check-in", args=pk)
        )
    if door_is_open(meeting) and meeting.arrived:
        text = _(
            "You are checked in. Record what you see: photo, note, question, problem, an idea to borrow."
        )
        return NextStep(text, _("Record something"), reverse("field:home"))
    if meeting.state not in (Meeting.State.ANNOUNCED, Meeting.State.OPEN) or not meeting.is_invited:
        return None
    if meeting.answer is None:
        text = _("Tell the office who comes from your union.")
        return NextStep(text, _("Answer the invitation"), reverse("meetings:reply", args=pk))
    if meeting.answer != Reply.Answer.APOLOGY and not meeting.handed_in:
        text = _("Three short paragraphs: what you did, what you plan, what works. They build the agenda.")
        return NextStep(text, _("Write the report"), reverse("meetings:report", args=pk))
    return None


def host_cards(person: Person) -> list[HostCard]:
    """The living meetings that this person coordinates (one query for most people, four for a coordinator)."""
    meetings = HOSTING.all(by=person)
    if not meetings:
        return []
    waiting = dict(HELD.all(by=person, meetings=[meeting.pk for meeting in meetings]))
    near = [meeting for meeting in meetings if _is_near(meeting, waiting.get(meeting.pk, 0))]
    numbers = [meeting.pk for meeting in near]
    answers = {pk: (invited, coming) for pk, invited, coming in ANSWERS.all(by=person, meetings=numbers)}
    items = ITEMS.all(by=person, meetings=numbers)
    return [
        _host_card(
            meeting,
            [item for item in items if item.meeting_id == meeting.pk],
            *answers.get(meeting.pk, (0, 0)),
            waiting.get(meeting.pk, 0),
        )
        for meeting in near
    ]


def _is_near(meeting: Meeting, waiting: int) -> bool:
    """Whether there is something to get ready or to decide now."""
    if meeting.state == Meeting.State.WRAPPED_UP:
        return bool(waiting)
    soon = timezone.localdate() + NEAR
    return meeting.state != Meeting.State.PLANNED or (meeting.held_on is not None and meeting.held_on <= soon)


def _host_card(
    meeting: Meeting, items: list[ChecklistItem], invited: int, coming: int, waiting: int
) -> HostCard:
    todo = [item for item in items if item.done_at is None]
    soonest = min(todo, key=lambda item: (item.due_on or date.max, item.position), default=None)
    late = soonest is not None and soonest.due_on is not None and soonest.due_on < timezone.localdate()
    return HostCard(
        meeting=meeting,
        state=str(Meeting.State(meeting.state).label),
        tone=TONES[meeting.state],
        done=len(items) - len(todo),
        total=len(items),
        next_item=soonest.text if soonest else "",
        next_due=soonest.due_on if soonest else None,
        is_late=late,
        invited=invited,
        coming=coming,
        waiting=waiting,
    )


def _to_share(person: Person) -> Attended | None:
    """The newest meeting that this person attended, as long as it was not shared by them."""
    newest = ATTENDED.first(by=person)
    if newest is None:
        return None
    *meeting, is_shared = newest
    return None if is_shared else Attended(*meeting)
