"""Everything about the groups of one meeting in a handful of queries: the board, the solver and the cards read it."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, Value

from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Group, Grouping, Place, Wish
from yixian.web.grouping.queries.history import Round, pairs_met, rounds_before, unit_of
from yixian.web.meetings.models import CheckIn, Meeting
from yixian.web.meetings.queries.checkin import expected_people
from yixian.web.organisations.models import Need, Strength

APART = 10_000
AGAIN = 10


@dataclass(frozen=True)
class Guest:
    """Somebody who could be in a group."""

    pk: int
    name: str
    unit_name: str
    post: str
    unit: str
    member: int | None
    arrived: bool
    expected: bool


@dataclass
class Table:
    """A meeting's people and groups, and what speaks for and against seating two together."""

    meeting: Meeting
    grouping: Grouping | None
    groups: list[Group]
    places: dict[int, Place]
    people: dict[int, Guest]
    wishes: list[Wish]
    rounds: list[Round]
    wants: dict[int, set[int]] = field(default_factory=dict)
    shows: dict[int, set[int]] = field(default_factory=dict)

    @cached_property
    def met(self) -> Counter[tuple[str, str]]:
        """How often two units have been in one group before."""
        return pairs_met(self.rounds)

    @cached_property
    def seats(self) -> dict[int, list[int]]:
        """People by group, in the order of the roster."""
        seats: dict[int, list[int]] = {group.pk: [] for group in self.groups}
        for person in self.people:
            if person in self.places:
                seats[self.places[person].group_id].append(person)
        return seats

    @cached_property
    def wished(self) -> dict[tuple[int, int], str]:
        """The wish about each two people."""
        return {_two(wish.one_id, wish.two_id): wish.kind for wish in self.wishes}

    @property
    def is_day(self) -> bool:
        """Whether somebody has arrived: then who came counts, no longer who said so."""
        return any(guest.arrived for guest in self.people.values())

    @property
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


def load_table(meeting: Meeting) -> Table:
    """Read it all: nine queries, whatever the number of people."""
    grouping = Grouping.objects.filter(meeting=meeting).first()
    groups: list[Group] = []
    places: dict[int, Place] = {}
    wishes: list[Wish] = []
    if grouping is not None:
        grouping.meeting = meeting
        groups = list(Group.objects.filter(grouping=grouping))
        places = {each.person_id: each for each in Place.objects.filter(grouping=grouping).order_by()}
        wishes = list(Wish.objects.filter(grouping=grouping).select_related("one", "two"))
    table = Table(
        meeting, grouping, groups, places, _people(meeting, set(places)), wishes, rounds_before(meeting)
    )
    table.wants, table.shows = _topics(meeting.federation_id)
    return table


def _people(meeting: Meeting, placed: set[int]) -> dict[int, Guest]:
    """Who is expected, has come, or has a place; in the order of the roster."""
    expected = expected_people(meeting)
    arrival = CheckIn.objects.filter(meeting=meeting, person=OuterRef("pk"))
    people = Person.objects.filter(federation_id=meeting.federation_id, is_active=True)
    people = people.annotate(arrived=Exists(arrival)).filter(Q(pk__in=expected | placed) | Q(arrived=True))
    rows = people.order_by("member__rank", "member__pinyin", "rank", "pinyin", "pk").values_list(
        "pk", "name", "member__short_name", "post", "post_title", "member_id", "arrived"
    )
    posts = {value: str(label) for value, label in Person.Post.choices} | {"": ""}
    return {
        pk: Guest(
            pk=pk,
            name=name,
            unit_name=unit or "",
            post=title or posts[post],
            unit=unit_of(pk, member),
            member=member,
            arrived=arrived,
            expected=pk in expected,
        )
        for pk, name, unit, post, title, member, arrived in rows
    }


def _topics(federation_id: int) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """Topics that members still want to learn, and topics that they can show."""
    needs = Need.objects.filter(federation_id=federation_id, met_on=None).order_by()
    strengths = Strength.objects.filter(federation_id=federation_id).order_by()
    rows = needs.values_list(Value(0), "member_id", "topic_id").union(
        strengths.values_list(Value(1), "member_id", "topic_id"), all=True
    )
    found: tuple[dict[int, set[int]], dict[int, set[int]]] = (defaultdict(set), defaultdict(set))
    for which, member, topic in rows:
        found[which][member].add(topic)
    return found


def _two(one: int, two: int) -> tuple[int, int]:
    return (one, two) if one < two else (two, one)
