"""The host's checklist, and the coordinator's view of everything that is to be ready."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import BooleanField, Case, Count, ExpressionWrapper, F, Q, QuerySet, When
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import ChecklistItem, Meeting
from yixian.web.meetings.rules.checklist import can_tick
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.shared.prepared import PreparedRows

MOST_SHOWN = 100


@dataclass(frozen=True)
class ChecklistRow:
    """One thing, with how it stands: done, late, soon (within three days) or open."""

    pk: int
    text: str
    due_on: date | None
    done_at: datetime | None
    done_by: str | None
    state: str


@dataclass(frozen=True)
class ChecklistPage:
    """All things with progress."""

    meeting: Meeting
    tabs: list[Tab]
    rows: list[ChecklistRow]
    done: int
    total: int
    late: int
    hidden: int
    can_tick: bool


def _things(meeting_id: int) -> QuerySet[ChecklistItem, Any]:
    """What is open by its day, then what is done; no more than one looks through."""
    things = ChecklistItem.objects.with_scopes_disabled().filter(meeting_id=meeting_id)
    is_done = Case(When(done_at=None, then=0), default=1)
    things = things.order_by(is_done, F("due_on").asc(nulls_last=True), "position", "pk")
    return things.values_list("pk", "text", "due_on", "done_at", "done_by__name")[:MOST_SHOWN]


def _standing(meeting_id: int) -> QuerySet[ChecklistItem, Any]:
    """How many are open and how many done, day by day."""
    things = ChecklistItem.objects.with_scopes_disabled().filter(meeting_id=meeting_id).order_by()
    is_open = ExpressionWrapper(Q(done_at=None), BooleanField())
    return things.values_list("due_on", is_open).annotate(Count("pk"))


STANDING = PreparedRows(_standing, meeting_id=int)
THINGS = PreparedRows(_things, meeting_id=int)


def checklist_page(person: Person, meeting: Meeting, today: date | None = None) -> ChecklistPage:
    """Read the checklist: open things by their day, done ones at the end."""
    today = today or timezone.localdate()
    rows = [
        ChecklistRow(pk, text, due_on, done_at, done_by, _state(due_on, done_at, today))
        for pk, text, due_on, done_at, done_by in THINGS.all(meeting_id=meeting.pk)
    ]
    standing = STANDING.all(meeting_id=meeting.pk)
    total = sum(number for _day, _is_open, number in standing)
    return ChecklistPage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "checklist"),
        rows=rows,
        done=sum(number for _day, is_open, number in standing if not is_open),
        total=total,
        late=sum(number for day, is_open, number in standing if is_open and day and day < today),
        hidden=total - len(rows),
        can_tick=can_tick(person, meeting),
    )


def _state(due_on: date | None, done_at: datetime | None, today: date) -> str:
    if done_at:
        return "done"
    if due_on is None:
        return "open"
    if due_on < today:
        return "late"
    return "soon" if (due_on - today).days <= 3 else "open"
