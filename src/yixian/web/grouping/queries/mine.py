"""My group: for the phone of somebody who comes."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, NamedTuple

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Grouping, Place, Visit
from yixian.web.grouping.queries.board import Card, cards_of
from yixian.web.grouping.queries.route import Stop, beginning, clock_at, route_of
from yixian.web.grouping.queries.table import load_table
from yixian.web.grouping.rules.groups import can_see_groups
from yixian.web.grouping.rules.rotation import SEEN
from yixian.web.meetings.models import Meeting
from yixian.web.shared.prepared import PreparedRows


@dataclass(frozen=True)
class Help:
    """Somebody of the group who can show what one's own member wants to learn, or the other way round."""

    name: str
    unit: str
    topics: str


@dataclass(frozen=True)
class MinePage:
    """The group, its route, and whom to ask about what."""

    meeting: Meeting
    grouping: Grouping | None
    card: Card | None
    new_names: set[int]
    ask: list[Help]
    tell: list[Help]
    route: list[Stop]


class OwnStop(NamedTuple):
    """One station on one's own way, with the times at which the group is there."""

    station: int
    starts: str
    ends: str


class OwnWalk(NamedTuple):
    """The number of one's own group, None before the groups are published, and its way, empty before that is."""

    group: int | None
    stops: list[OwnStop]


def _own_number(person_id: int, meeting_id: int) -> QuerySet[Place, Any]:
    own = Place.objects.with_scopes_disabled().filter(person_id=person_id, grouping__meeting_id=meeting_id)
    return own.filter(grouping__state=Grouping.State.PUBLISHED).values_list("group__number", "group_id")


def _own_visits(group_id: int) -> QuerySet[Visit, Any]:
    visits = Visit.objects.with_scopes_disabled().filter(group_id=group_id, rotation__state__in=SEEN)
    times = ("now_starts", "now_ends", "rotation__began_at", "rotation__starts_at")
    return visits.order_by("now_starts", "pk").values_list("station_id", *times)


OWN_NUMBER = PreparedRows(_own_number, person_id=int, meeting_id=int)
OWN_VISITS = PreparedRows(_own_visits, group_id=int)


def own_walk(person: Person, meeting: Meeting) -> OwnWalk:
    """One's own group in a meeting that one may see, and its way through the stations (two queries)."""
    for number, group in OWN_NUMBER.all(person_id=person.pk, meeting_id=meeting.pk):
        return OwnWalk(number, [_own_stop(*row) for row in OWN_VISITS.all(group_id=group)])
    return OwnWalk(None, [])


def _own_stop(
    station: int, starts: int, ends: int, began_at: datetime | None, starts_at: time | None
) -> OwnStop:
    begins = beginning(began_at, starts_at)
    return OwnStop(station, clock_at(begins, starts), clock_at(begins, ends))


def mine_page(person: Person, meeting: Meeting) -> MinePage:
    """Read one's own group; without one, the page says what to do."""
    table = load_table(meeting, wishes=False)
    if not can_see_groups(person, meeting, table.grouping) or person.pk not in table.places:
        return MinePage(meeting, table.grouping, None, set(), [], [], [])
    card = next(card for card in cards_of(table, person) if card.is_mine)
    others = [seat.guest for seat in card.seats if not seat.is_mine]
    own = table.people[person.pk].member or 0
    wants, shows = table.wants.get(own, set()), table.shows.get(own, set())
    names = table.topics

    def helps(mine: set[int], theirs: dict[int, set[int]]) -> list[Help]:
        found = ((guest, mine & theirs.get(guest.member or 0, set())) for guest in others)
        return [
            Help(guest.name, guest.unit_name, "、".join(names[pk] for pk in sorted(shared)))
            for guest, shared in found
            if shared and guest.member != own
        ]

    return MinePage(
        meeting=meeting,
        grouping=table.grouping,
        card=card,
        new_names={guest.pk for guest in others if not table.times(person.pk, guest.pk)},
        ask=helps(wants, table.shows),
        tell=helps(shows, table.wants),
        route=route_of(person, meeting, card.group),
    )
