"""Everything about the groups of one meeting in a handful of queries: the board, the solver and the cards read it."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.db.models.functions import Coalesce

from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Group, Grouping, Place, Wish
from yixian.web.grouping.queries.history import Round, pairs_met, rounds_before, unit_of
from yixian.web.meetings.models import CheckIn, Invitation, Meeting, Reply
from yixian.web.organisations.models import Need, Strength
from yixian.web.shared.prepared import Prepared, PreparedRows

APART = 10_000
AGAIN = 10


class Guest(NamedTuple):
    """Somebody who could be in a group."""

    pk: int
    name: str
    unit_name: str
    post: str
    unit: str
    member: int | None
    arrived: bool
    expected: bool


class Placed(NamedTuple):
    """Where somebody is; locked, they stay there whatever is divided anew."""

    group_id: int
    is_locked: bool


class Wished(NamedTuple):
    """Two people who keep together, or who don't sit together (`kind`)."""

    pk: int
    kind: str
    one_id: int
    two_id: int
    one: str
    two: str


@dataclass
class Table:
    """A meeting's people and groups, and what speaks for and against seating two together."""

    meeting: Meeting
    grouping: Grouping | None
    groups: list[Group]
    places: dict[int, Placed]
    people: dict[int, Guest]
    wishes: list[Wished]
    rounds: list[Round]
    wants: dict[int, set[int]] = field(default_factory=dict)
    shows: dict[int, set[int]] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)

    @cached_property
    def met(self) -> Counter[tuple[str, str]]:
        """How often two units have been in one group before."""
        return pairs_met(self.rounds)

    @cached_property
    def friends(self) -> dict[int, set[int]]:
        """For each person, who else here is of a unit that theirs has met."""
        here: dict[str, list[int]] = defaultdict(list)
        for pk, guest in self.people.items():
            here[guest.unit].append(pk)
        friends: dict[int, set[int]] = {pk: set() for pk in self.people}
        for one, two in self.met:
            if one in here and two in here:
                for first in here[one]:
                    friends[first].update(here[two])
                for second in here[two]:
                    friends[second].update(here[one])
        return friends

    @cached_property
    def seats(self) -> dict[int, list[int]]:
        """People by group, in the order of the roster."""
        seats: dict[int, list[int]] = {group.pk: [] for group in self.groups}
        for person in self.people:
            if person in self.places:
                seats[self.places[person].group_id].append(person)
        return seats

    @cached_property
    def again(self) -> dict[int, int]:
        """For everybody with a place, how many of their group they have met before."""
        friends = self.friends
        return {
            pk: len(friends[pk] & together)
            for seats in self.seats.values()
            for together in [set(seats)]
            for pk in seats
        }

    @cached_property
    def wished(self) -> dict[tuple[int, int], str]:
        """The wish about each two people."""
        return {_two(wish.one_id, wish.two_id): wish.kind for wish in self.wishes}

    @cached_property
    def is_day(self) -> bool:
        """Whether somebody has arrived: then who came counts, no longer who said so."""
        return any(guest.arrived for guest in self.people.values())

    @cached_property
    def due(self) -> list[int]:
        """Who is to be in a group: who came, or before the day who is expected."""
        day = self.is_day
        return [pk for pk, guest in self.people.items() if (guest.arrived if day else guest.expected)]

    def times(self, one: int, two: int) -> int:
        """How often the units of two people have met."""
        first, second = self.people[one].unit, self.people[two].unit
        return self.met[(first, second) if first < second else (second, first)]

    def asks(self, one: int, two: int) -> bool:
        """Whether the first wants to learn something that the second can show."""
        asker, answerer = self.people[one].member, self.people[two].member
        if asker is None or answerer is None or asker == answerer:
            return False
        return bool(self.wants.get(asker, set()) & self.shows.get(answerer, set()))

    def cost(self, one: int, two: int, matching: int) -> int:
        """What speaks against seating two together: 10 for each time they met; wishes far more or less."""
        kind = self.wished.get(_two(one, two))
        if kind:
            return APART if kind == Wish.Kind.APART else -APART
        if self.people[one].unit == self.people[two].unit:
            return APART // 10
        times = self.times(one, two)
        matches = self.asks(one, two) + self.asks(two, one) if matching and not times else 0
        return AGAIN * (times - matching * matches)


def load_table(meeting: Meeting, *, in_full: bool = True, wishes: bool | None = None) -> Table:
    """Read it all: eight queries, whatever the number of people; four without history, topics and wishes.

    Wishes are read with the rest, unless it is said otherwise.
    """
    grouping = GROUPING.first(meeting_id=meeting.pk)
    table = Table(meeting, grouping, [], {}, _people(meeting), [], [])
    if grouping is not None:
        grouping.meeting = meeting
        table.groups = GROUPS.all(grouping_id=grouping.pk)
        rows = PLACES.all(grouping_id=grouping.pk)
        table.places = {person: Placed(group, is_locked) for person, group, is_locked in rows}
    if grouping is not None and (in_full if wishes is None else wishes):
        table.wishes = [Wished(*row) for row in WISHES.all(grouping_id=grouping.pk)]
    if in_full:
        members = sorted({each.member for each in table.people.values() if each.member})
        alone = [pk for pk, each in table.people.items() if not each.member]
        table.rounds = rounds_before(meeting, members, alone)
        table.wants, table.shows = _topics(NEEDS, members, table), _topics(STRENGTHS, members, table)
    return table


def _people(meeting: Meeting) -> dict[int, Guest]:
    """Who is expected, has come, or has a place; in the order of the roster."""
    rows = PEOPLE.all(federation_id=meeting.federation_id, meeting_id=meeting.pk)
    posts = {value: str(label) for value, label in Person.Post.choices} | {"": ""}
    return {
        pk: Guest(pk, name, unit or "", title or posts[post], unit_of(pk, member), member, arrived, expected)
        for pk, name, unit, post, title, member, arrived, expected in rows
    }


def _topics(rows: PreparedRows, members: list[int], table: Table) -> dict[int, set[int]]:
    """Topics by member; their names are kept in the table."""
    found: dict[int, set[int]] = defaultdict(set)
    for member, topic, name in rows.all(federation_id=table.meeting.federation_id, members=members):
        found[member].add(topic)
        table.topics[topic] = name
    return found


def _expected(meeting_id: int) -> QuerySet[Invitation, Any]:
    """Whom the replies announce; whoever has said nothing is placed at the door when they come."""
    said = Invitation.objects.with_scopes_disabled().filter(meeting_id=meeting_id, reply__isnull=False)
    coming = said.exclude(reply__answer=Reply.Answer.APOLOGY).order_by()
    return (
        coming.annotate(who=Coalesce("reply__attendee_id", "person_id"))
        .filter(who__isnull=False)
        .values("who")
    )


def _people_query(federation_id: int, meeting_id: int) -> QuerySet[Person, Any]:
    arrived = CheckIn.objects.with_scopes_disabled().filter(meeting_id=meeting_id).order_by()
    placed = Place.objects.with_scopes_disabled().filter(grouping__meeting_id=meeting_id).order_by()
    expected = _expected(meeting_id)
    people = Person.objects.with_scopes_disabled().filter(federation_id=federation_id, is_active=True)
    people = people.annotate(
        arrived=ExpressionWrapper(Q(pk__in=arrived.values("person_id")), BooleanField()),
        expected=ExpressionWrapper(Q(pk__in=expected), BooleanField()),
    ).filter(Q(arrived=True) | Q(expected=True) | Q(pk__in=placed.values("person_id")))
    return people.order_by("member__rank", "member__pinyin", "rank", "pinyin", "pk").values_list(
        "pk", "name", "member__short_name", "post", "post_title", "member_id", "arrived", "expected"
    )


def _needs(federation_id: int, members: Any) -> QuerySet[Need, Any]:
    needs = Need.objects.with_scopes_disabled().filter(federation_id=federation_id, met_on=None)
    return needs.filter(member__in=members).order_by().values_list("member_id", "topic_id", "topic__name")


def _strengths(federation_id: int, members: Any) -> QuerySet[Strength, Any]:
    strengths = Strength.objects.with_scopes_disabled().filter(federation_id=federation_id)
    return strengths.filter(member__in=members).order_by().values_list("member_id", "topic_id", "topic__name")


def _own(model: Any) -> Any:
    return lambda grouping_id: model.objects.with_scopes_disabled().filter(grouping_id=grouping_id)


GROUPING: Prepared[Grouping] = Prepared(
    lambda meeting_id: Grouping.objects.with_scopes_disabled().filter(meeting_id=meeting_id).order_by(),
    meeting_id=int,
)
GROUPS: Prepared[Group] = Prepared(_own(Group), grouping_id=int)
PLACES = PreparedRows(
    lambda grouping_id: _own(Place)(grouping_id).values_list("person_id", "group_id", "is_locked"),
    grouping_id=int,
)
WISHES = PreparedRows(
    lambda grouping_id: _own(Wish)(grouping_id).values_list(
        "pk", "kind", "one_id", "two_id", "one__name", "two__name"
    ),
    grouping_id=int,
)
PEOPLE = PreparedRows(_people_query, federation_id=int, meeting_id=int)
NEEDS = PreparedRows(_needs, federation_id=int, members=list)
STRENGTHS = PreparedRows(_strengths, federation_id=int, members=list)


def _two(one: int, two: int) -> tuple[int, int]:
    return (one, two) if one < two else (two, one)
