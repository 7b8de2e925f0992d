"""Members × topics: who is served by what. A white cell that somebody needs is the last kilometre."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.paginator import Page
from django.db.models import Count, Exists, OuterRef, QuerySet

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Adoption, Answer, Question
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Member, Need, Strength, Topic
from yixian.web.reports.queries.numbers import held
from yixian.web.shared.paging import Paginator
from yixian.web.shared.prepared import PreparedRows

MOST_HEAT, LINES = 5, 50
Pair = tuple[int, int]


class Cell(NamedTuple):
    """What one member has of one topic: how often served, whether it wants it, whether it can show it.

    `heat` is the shade: 0 (white) for never, 5 for as often as anybody was served on anything.
    """

    topic: str
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
    """One member's line: a cell for each topic, None where nothing stands, and those in which something does."""

    member_id: int
    name: str
    cells: list[Cell | None]
    marked: list[Cell]
    gaps: int


@dataclass(frozen=True)
class TopicGap:
    """How many members one topic has not reached, and how many can show it."""

    topic: str
    gaps: int
    strong: int


@dataclass(frozen=True)
class ServiceMap:
    """The map, those with most gaps first: `rows` are one page of it, the figures are of the whole."""

    topics: list[str]
    rows: list[MapRow]
    page: Page
    members: int
    gaps: int
    needs: int
    by_topic: list[TopicGap]


def service_map(person: Person, number: str | None = None) -> ServiceMap:
    """Read one page of the map of the person's own federation (eight queries).

    A member is served on a topic by each meeting on it that its people attended, each practice on it that it
    borrows, and each question on it that was answered.
    """
    own = person.federation_id
    topics: dict[int, str] = dict(TOPICS.all(federation=own))
    members = dict.fromkeys(MEMBERS.one_column(federation=own))
    needed, strong, served = _pairs(NEEDS, own), _pairs(STRENGTHS, own), _served(own)
    gaps = {pair for pair in needed if pair not in served and pair[0] in members}
    gaps_of = Counter(member for member, _topic in gaps)
    worst = [member for member in members if member in gaps_of]
    worst.sort(key=gaps_of.__getitem__, reverse=True)
    rest = [member for member in members if member not in gaps_of]
    page = Paginator([*worst, *rest], LINES).get_page(number)
    names: dict[int, str] = dict(NAMES.all(federation=own, members=list(page.object_list)))
    most = max(served.values(), default=1)
    marked = needed | strong | served.keys()
    blank: dict[int, Cell | None] = dict.fromkeys(topics)

    def row(member: int) -> MapRow:
        cells = {
            pk: Cell(name, n := served[member, pk], -(-MOST_HEAT * n // most), (member, pk) in needed,
                     (member, pk) in strong)
            for pk, name in topics.items() if (member, pk) in marked
        }  # fmt: skip
        line = list((blank | cells).values())
        return MapRow(member, names[member], line, list(cells.values()), gaps_of[member])

    rows = [row(member) for member in page.object_list]
    by_topic = _by_topic(topics, gaps, {pair for pair in strong if pair[0] in members})
    return ServiceMap(list(topics.values()), rows, page, len(members), len(gaps), len(needed), by_topic)


def _by_topic(topics: dict[int, str], gaps: set[Pair], strong: set[Pair]) -> list[TopicGap]:
    """The topics with their gaps, the widest first."""
    missing, showing = (Counter(topic for _member, topic in pairs) for pairs in (gaps, strong))
    found = [TopicGap(name, missing[pk], showing[pk]) for pk, name in topics.items()]
    return sorted(found, key=lambda each: -each.gaps)


def _pairs(query: PreparedRows, federation: int) -> set[Pair]:
    return set(query.all(federation=federation))


def _served(federation: int) -> Counter[Pair]:
    """How often each member was served on each topic (three queries).

    Thousands of rows: those of borrowings and questions are counted as they come, which is quicker than grouping
    them in the database; a meeting counts once for all who came from a member.
    """
    total = Counter({(member, topic): n for member, topic, n in MET.all(federation=federation)})
    for query in WAYS:
        total.update(query.all(federation=federation))
    return total


def _of_own(rows: Callable[[], QuerySet[Any]], *columns: str) -> PreparedRows:
    """These columns of a federation's rows."""
    return PreparedRows(
        lambda federation: rows().filter(federation=federation).values_list(*columns), federation=int
    )


def _met(federation: int) -> QuerySet[Any]:
    """How many meetings on a topic each member's people came to."""
    came = {"check_ins__person__member__isnull": False, "topics__isnull": False}
    own = Meeting.objects.filter(held(), federation=federation, **came)
    return (
        own.order_by()
        .values_list("check_ins__person__member", "topics")
        .annotate(n=Count("pk", distinct=True))
    )


def _answered() -> QuerySet[Question]:
    return Question.objects.filter(Exists(Answer.objects.filter(question=OuterRef("pk"))))


TOPICS = _of_own(lambda: Topic.objects.all(), "pk", "name")
MEMBERS = _of_own(lambda: Member.objects.filter(is_active=True), "pk")
NAMES = PreparedRows(
    lambda federation, members: Member.objects.filter(federation=federation, pk__in=members)
    .order_by()
    .values_list("pk", "short_name"),
    federation=int, members=list,
)  # fmt: skip
NEEDS = _of_own(lambda: Need.objects.filter(met_on=None).order_by(), "member_id", "topic_id")
STRENGTHS = _of_own(lambda: Strength.objects.order_by(), "member_id", "topic_id")
MET = PreparedRows(_met, federation=int)
WAYS = (
    _of_own(
        lambda: Adoption.objects.exclude(state="dropped").filter(experience__topic__isnull=False).order_by(),
        "member_id", "experience__topic_id",
    ),
    _of_own(lambda: _answered().filter(member__isnull=False, topic__isnull=False).order_by(), "member_id", "topic_id"),
)  # fmt: skip
