"""Who has been in one group with whom: in published groups, and only who came."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import chain, combinations
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

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
    return _who_came(HELD.all(federation_id=federation_id, since=since, until=until))


def _who_came(rows: Iterable[Sequence[Any]]) -> list[Sat]:
    return [
        (meeting, group, f"p{person}", f"u{member}" if member else f"p{person}")
        for meeting, group, person, member, came, anybody in rows
        if came or not anybody
    ]


def _held(federation_id: int, since: date, until: date) -> QuerySet[Place, Any]:
    """Places with the keys of the person's check-in and of anybody's, which need no conversion as a truth would."""
    checks = CheckIn.objects.with_scopes_disabled().filter(meeting=OuterRef("grouping__meeting_id"))
    checked = checks.filter(person=OuterRef("person_id"))
    published = Grouping.objects.with_scopes_disabled().filter(
        federation_id=federation_id,
        state=Grouping.State.PUBLISHED,
        meeting__held_on__gte=since,
        meeting__held_on__lt=until,
    )
    published = published.exclude(meeting__state=Meeting.State.CANCELLED).order_by()
    places = Place.objects.with_scopes_disabled().filter(grouping__in=published.values("pk"))
    came = Subquery(checked.order_by().values("pk")[:1])
    anybody = Subquery(checks.order_by().values("pk")[:1])
    return (
        places.annotate(came=came, anybody=anybody)
        .order_by()
        .values_list("grouping__meeting_id", "group_id", "person_id", "person__member_id", "came", "anybody")
    )


def _held_among(members: Any, people: Any, **when: Any) -> QuerySet[Place, Any]:
    return _held(**when).filter(Q(person__member__in=members) | Q(person__in=people))


HELD = PreparedRows(_held, federation_id=int, since=date, until=date)
AMONG = PreparedRows(_held_among, federation_id=int, since=date, until=date, members=list, people=list)


def rounds_before(meeting: Meeting, members: list[int], people: list[int]) -> list[Round]:
    """The groups of the year before a meeting, by unit: of these members, and these people of no member."""
    if meeting.held_on is None:
        return []
    when = {"since": meeting.held_on - timedelta(days=DAYS), "until": meeting.held_on}
    rows = AMONG.all(federation_id=meeting.federation_id, members=members, people=people, **when)
    return as_rounds(_who_came(rows))


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
