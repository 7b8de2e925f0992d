"""The host's checklist, and the coordinator's view of everything that is to be ready."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Count, ExpressionWrapper, F, Q, QuerySet, When
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import ChecklistItem, Meeting
from yixian.web.meetings.queries.meetings import meetings_visible_to
from yixian.web.meetings.rules.checklist import can_tick
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.meetings.states import TONES
from yixian.web.shared.policy import Role
from yixian.web.shared.prepared import Prepared, PreparedRows

SHOWN, MOST_SHOWN = 5, 100


@dataclass(frozen=True)
class ChecklistRow:
    """One thing, with how it stands: done, late, soon (within three days) or open."""

    item: ChecklistItem
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


def _things(meeting_id: int) -> QuerySet[ChecklistItem]:
    """What is open by its day, then what is done; no more than one looks through."""
    own = [field.attname for field in ChecklistItem._meta.concrete_fields]
    things = ChecklistItem.objects.with_scopes_disabled().filter(meeting_id=meeting_id)
    is_done = Case(When(done_at=None, then=0), default=1)
    things = things.order_by(is_done, F("due_on").asc(nulls_last=True), "position", "pk")
    return things.select_related("done_by").only(*own, "done_by__name")[:MOST_SHOWN]


def _standing(meeting_id: int) -> QuerySet[ChecklistItem, Any]:
    """How many are open and how many done, day by day."""
    things = ChecklistItem.objects.with_scopes_disabled().filter(meeting_id=meeting_id).order_by()
    is_open = ExpressionWrapper(Q(done_at=None), BooleanField())
    return things.values_list("due_on", is_open).annotate(Count("pk"))


STANDING = PreparedRows(_standing, meeting_id=int)
THINGS: Prepared[ChecklistItem] = Prepared(_things, meeting_id=int)


def checklist_page(person: Person, meeting: Meeting, today: date | None = None) -> ChecklistPage:
    """Read the checklist: open things by their day, done ones at the end."""
    today = today or timezone.localdate()
    rows = [ChecklistRow(each, _state(each, today)) for each in THINGS.all(meeting_id=meeting.pk)]
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


def _rows(items: list[ChecklistItem], today: date) -> list[ChecklistRow]:
    ordered = sorted(
        items, key=lambda each: (each.done_at is not None, each.due_on or date.max, each.position)
    )
    return [ChecklistRow(each, _state(each, today)) for each in ordered]


def _state(item: ChecklistItem, today: date) -> str:
    if item.done_at:
        return "done"
    if item.due_on is None:
        return "open"
    if item.due_on < today:
        return "late"
    return "soon" if (item.due_on - today).days <= 3 else "open"


@dataclass(frozen=True)
class Coordinated:
    """A meeting that somebody coordinates, and what is to be ready for it."""

    meeting: Meeting
    tone: str
    days_left: int | None
    next_things: list[ChecklistRow]
    done: int
    total: int
    late: int
    invited: int
    coming: int
    silent: int
    handed_in: int
    stations: int


@dataclass(frozen=True)
class CoordinatorPage:
    """What a host's coordinator needs today: each meeting with its next unchecked things."""

    meetings: list[Coordinated]


def coordinator_page(person: Person, today: date | None = None) -> CoordinatorPage:
    """Read what this person coordinates and is not closed yet, soonest first; three queries whatever the number."""
    today = today or timezone.localdate()
    mine = Q(coordinator=person)
    if person.member_id and Role.CHAIR in person.roles:
        mine |= Q(coordinator=None, host_id=person.member_id)
    meetings = list(
        meetings_visible_to(person)
        .filter(mine, is_archive=False)
        .exclude(state__in=(Meeting.State.CLOSED, Meeting.State.CANCELLED))
        .annotate(
            n_stations=Count("tour__stations", distinct=True),
            n_reports=Count("reports", filter=Q(reports__handed_in_at__isnull=False), distinct=True),
        )
        .order_by("held_on", "pk")
    )
    ids = [meeting.pk for meeting in meetings]
    items: dict[int, list[ChecklistItem]] = {pk: [] for pk in ids}
    for item in ChecklistItem.objects.filter(meeting_id__in=ids):
        items[item.meeting_id].append(item)
    replies = _reply_counts(ids)
    return CoordinatorPage(
        [_coordinated(each, items[each.pk], replies.get(each.pk, {}), today) for each in meetings]
    )


def _reply_counts(ids: list[int]) -> dict[int, dict[str, int]]:
    """Invited, coming and silent per meeting, in one query."""
    coming = Q(invitations__reply__answer__in=("coming", "delegate"))
    silent = Q(invitations__isnull=False, invitations__reply__isnull=True)
    counted = Meeting.objects.filter(pk__in=ids).annotate(
        invited=Count("invitations"),
        coming=Count("invitations", filter=coming),
        silent=Count("invitations", filter=silent),
    )
    return {row["pk"]: row for row in counted.order_by().values("pk", "invited", "coming", "silent")}


def _coordinated(
    meeting: Meeting, items: list[ChecklistItem], replies: dict[str, int], today: date
) -> Coordinated:
    rows = _rows(items, today)
    still = [row for row in rows if row.state != "done"]
    return Coordinated(
        meeting=meeting,
        tone=TONES[meeting.state],
        days_left=(meeting.held_on - today).days if meeting.held_on else None,
        next_things=still[:SHOWN],
        done=len(rows) - len(still),
        total=len(rows),
        late=sum(row.state == "late" for row in rows),
        invited=replies.get("invited", 0),
        coming=replies.get("coming", 0),
        silent=replies.get("silent", 0),
        handed_in=meeting.n_reports,
        stations=meeting.n_stations,
    )
