"""Who has been in one group with whom: in published groups, and only who came."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain, combinations
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from yixian.web.grouping.models import Grouping, Place
from yixian.web.meetings.models import CheckIn, Meeting
from yixian.web.shared.prepared import PreparedRows

DAYS = 365
Round = list[list[str]]
Sat = tuple[int, int, str, str]  # somebody who came: the meeting, the group, the person and the unit


def unit_of(person: int, member: int | None) -> str:
    """What counts as one in "met": the member union; each of the office for themselves."""
    return f"u{member}" if member else f"p{person}"


def held_between(federation_id: int, since: date, until: date) -> list[Sat]:
    """Who came, of the places in published groups of meetings from a day on and before another.

    Where nobody was checked in, everybody counts as there. Thousands of rows: nothing is called for each.
    """
    rows = HELD.all(federation_id=federation_id, since=since, until=until)
    checked = {meeting for meeting, _group, _person, _member, came in rows if came}
    return [
        (meeting, group, f"p{person}", f"u{member}" if member else f"p{person}")
        for meeting, group, person, member, came in rows
        if came or meeting not in checked
    ]


def _held(federation_id: int, since: date, until: date) -> QuerySet[Place, Any]:
    """Places with the key of the person's check-in, which (unlike a truth value) needs no conversion."""
    checked = CheckIn.objects.with_scopes_disabled().filter(
        meeting=OuterRef("grouping__meeting_id"), person=OuterRef("person_id")
    )
    places = Place.objects.with_scopes_disabled().filter(
        federation_id=federation_id,
        grouping__state=Grouping.State.PUBLISHED,
        grouping__meeting__held_on__gte=since,
        grouping__meeting__held_on__lt=until,
    )
    came = Subquery(checked.order_by().values("pk")[:1])
    places = places.exclude(grouping__meeting__state=Meeting.State.CANCELLED).annotate(came=came)
    return places.order_by().values_list(
        "grouping__meeting_id", "group_id", "person_id", "person__member_id", "came"
    )


HELD = PreparedRows(_held, federation_id=int, since=date, until=date)


def rounds_before(meeting: Meeting) -> list[Round]:
    """The groups of the year before a meeting, by unit."""
    if meeting.held_on is None:
        return []
    since = meeting.held_on - timedelta(days=DAYS)
    return as_rounds(held_between(meeting.federation_id, since, meeting.held_on))


def as_rounds(rows: Iterable[Sat], *, by_person: bool = False) -> list[Round]:
    """One round for each meeting: its groups with who came, each once, by unit or by person."""
    rounds: dict[int, dict[int, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for meeting, group, person, unit in rows:
        rounds[meeting][group][person if by_person else unit] = None
    return [[list(group) for group in groups.values()] for groups in rounds.values()]


def pairs_met(rounds: Iterable[Round]) -> Counter[tuple[str, str]]:
    """How often each two have met; the pair in the order of its words."""
    every = [combinations(sorted(group), 2) for groups in rounds for group in groups]
    return Counter(chain.from_iterable(every))
