"""Members × topics: who is served by what. A white cell that somebody needs is the last kilometre."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Adoption, Answer
from yixian.web.meetings.models import CheckIn
from yixian.web.organisations.models import Member, Need, Strength, Topic
from yixian.web.reports.queries.figures import held_of

MOST_HEAT = 5


@dataclass(frozen=True)
class Cell:
    """What one member has of one topic: how often served, whether it wants it, whether it can show it.

    `heat` is the shade: 0 (white) for never, 5 for as often as anybody was served on anything.
    """

    topic: Topic
    served: int
    heat: int
    is_needed: bool
    is_strong: bool

    @property
    def is_gap(self) -> bool:
        """Wanted and never served."""
        return self.is_needed and not self.served


@dataclass(frozen=True)
class MapRow:
    """One member's line."""

    member: Member
    cells: list[Cell]
    gaps: int


@dataclass(frozen=True)
class TopicGap:
    """How many members one topic has not reached, and how many can show it."""

    topic: Topic
    gaps: int
    strong: int


@dataclass(frozen=True)
class ServiceMap:
    """The whole map, those with most gaps first."""

    topics: list[Topic]
    rows: list[MapRow]
    gaps: int
    needs: int
    by_topic: list[TopicGap]


def service_map(person: Person) -> ServiceMap:
    """Read the map of the person's own federation (seven queries).

    A member is served on a topic by each meeting on it that its people attended, each practice on it that it
    borrows, and each question on it that was answered.
    """
    own = {"federation_id": person.federation_id}
    topics = list(Topic.objects.filter(**own))
    members = list(Member.objects.filter(is_active=True, **own))
    needed = set(Need.objects.filter(met_on=None, **own).values_list("member_id", "topic_id"))
    strong = set(Strength.objects.filter(**own).values_list("member_id", "topic_id"))
    served = _served(own)
    rows = [_row(member, topics, needed, strong, served) for member in members]
    rows.sort(key=lambda row: -row.gaps)
    return ServiceMap(topics, rows, sum(row.gaps for row in rows), len(needed), _by_topic(topics, rows))


def _by_topic(topics: list[Topic], rows: list[MapRow]) -> list[TopicGap]:
    """The topics with their gaps, the widest first."""
    columns = [[row.cells[index] for row in rows] for index in range(len(topics))]
    gaps = [
        TopicGap(topic, sum(cell.is_gap for cell in column), sum(cell.is_strong for cell in column))
        for topic, column in zip(topics, columns, strict=True)
    ]
    return sorted(gaps, key=lambda each: -each.gaps)


def _row(
    member: Member, topics: list[Topic], needed: set[Any], strong: set[Any], served: Counter[Any]
) -> MapRow:
    most = max(served.values(), default=1)
    cells = []
    for topic in topics:
        key = (member.pk, topic.pk)
        heat = -(-MOST_HEAT * served[key] // most)
        cells.append(Cell(topic, served[key], heat, key in needed, key in strong))
    return MapRow(member, cells, sum(cell.is_gap for cell in cells))


def _served(own: dict[str, int]) -> Counter[tuple[int, int]]:
    """How often each member was served on each topic (three queries)."""
    attended = CheckIn.objects.filter(held_of("meeting"), **own)
    ways = [
        _pairs(attended, "person__member", "meeting__topics", "meeting"),
        _pairs(Adoption.objects.exclude(state="dropped").filter(**own), "member", "experience__topic", "pk"),
        _pairs(Answer.objects.filter(**own), "question__member", "question__topic", "question"),
    ]
    total: Counter[tuple[int, int]] = Counter()
    for pairs in ways:
        total.update(pairs)
    return total


def _pairs(rows: QuerySet[Any], member: str, topic: str, counted: str) -> dict[tuple[int, int], int]:
    counts = rows.order_by().values_list(member, topic).annotate(n=Count(counted, distinct=True))
    return {(m, t): n for m, t, n in counts if m and t}
