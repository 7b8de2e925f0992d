"""Who has been in one group with whom: in published groups, and only who came."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from yixian.web.grouping.models import Grouping, Place
from yixian.web.meetings.models import CheckIn, Meeting
from yixian.web.shared.prepared import PreparedRows

DAYS = 365
Round = list[list[str]]


@dataclass(frozen=True)
class Sat:
    """One person's place in a group of one meeting."""

    meeting: int
    group: int
    person: int
    unit: str
    came: bool


def unit_of(person: int, member: int | None) -> str:
    """What counts as one in "met": the member union; each of the office for themselves."""
    return f"u{member}" if member else f"p{person}"


def held_between(federation_id: int, since: date, until: date) -> list[Sat]:
    """Places in published groups of meetings from a day on and before another, with who came.

    Where nobody was checked in, everybody counts as there.
    """
    months = {"first": since.strftime("%Y-%m"), "last": until.strftime("%Y-%m")}
    rows = [row for row in HELD.all(federation_id=federation_id, **months) if since <= row[1] < until]
    checked = {meeting for meeting, _day, _group, _person, _member, came in rows if came}
    return [
        Sat(meeting, group, person, unit_of(person, member), came or meeting not in checked)
        for meeting, _day, group, person, member, came in rows
    ]


def _held(federation_id: int, first: str, last: str) -> QuerySet[Place, Any]:
    came = CheckIn.objects.with_scopes_disabled().filter(
        meeting=OuterRef("grouping__meeting_id"), person=OuterRef("person_id")
    )
    places = Place.objects.with_scopes_disabled().filter(
        federation_id=federation_id,
        grouping__state=Grouping.State.PUBLISHED,
        grouping__meeting__held_on__isnull=False,
        grouping__meeting__month__gte=first,
        grouping__meeting__month__lte=last,
    )
    places = places.exclude(grouping__meeting__state=Meeting.State.CANCELLED).annotate(came=Exists(came))
    return places.order_by().values_list(
        "grouping__meeting_id",
        "grouping__meeting__held_on",
        "group_id",
        "person_id",
        "person__member_id",
        "came",
    )


HELD = PreparedRows(_held, federation_id=int, first=str, last=str)


def rounds_before(meeting: Meeting) -> list[Round]:
    """The groups of the year before a meeting, by unit."""
    if meeting.held_on is None:
        return []
    since = meeting.held_on - timedelta(days=DAYS)
    return as_rounds(held_between(meeting.federation_id, since, meeting.held_on))


def as_rounds(rows: Iterable[Sat], *, by_person: bool = False) -> list[Round]:
    """One round for each meeting: its groups with who came, by unit or by person."""
    rounds: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.came:
            key = f"p{row.person}" if by_person else row.unit
            group = rounds[row.meeting][row.group]
            if key not in group:
                group.append(key)
    return [list(groups.values()) for groups in rounds.values()]


def pairs_met(rounds: Iterable[Round]) -> Counter[tuple[str, str]]:
    """How often each two have met; the pair in the order of its words."""
    return Counter(
        (one, two) if one < two else (two, one)
        for groups in rounds
        for group in groups
        for place, one in enumerate(group)
        for two in group[:place]
    )
