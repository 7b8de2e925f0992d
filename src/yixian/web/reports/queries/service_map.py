"""Members × topics: who is served by what. A white cell that somebody needs is the last kilometre."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, QuerySet

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Adoption, Answer, Question
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Member, Need, Strength, Topic
from yixian.web.reports.queries.numbers import held
from yixian.web.shared.prepared import PreparedRows

MOST_HEAT, LINES = 5, 60
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
    """Read one page of the map of the person's own federation (seven queries).

    A member is served on a topic by each meeting on it that its people attended, each practice on it that it
    borrows, and each question on it that was answered.
    """
    own = person.federation_id
    topics: dict[int, str] = dict(TOPICS.all(federation=own))
    names: dict[int, str] = dict(MEMBERS.all(federation=own))
    needed, strong, served = _pairs(NEEDS, own), _pairs(STRENGTHS, own), _served(own)
    gaps = {pair for pair in needed if pair not in served and pair[0] in names}
    gaps_of = Counter(member for member, _topic in gaps)
    worst = [member for member in names if member in gaps_of]
    worst.sort(key=gaps_of.__getitem__, reverse=True)
    rest = [member for member in names if member not in gaps_of]
    page = Paginator([*worst, *rest], LINES).get_page(number)
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
    by_topic = _by_topic(topics, gaps, {pair for pair in strong if pair[0] in names})
    return ServiceMap(list(topics.values()), rows, page, len(names), len(gaps), len(needed), by_topic)


def _by_topic(topics: dict[int, str], gaps: set[Pair], strong: set[Pair]) -> list[TopicGap]:
    """The topics with their gaps, the widest first."""
    missing, showing = (Counter(topic for _member, topic in pairs) for pairs in (gaps, strong))
    found = [TopicGap(name, missing[pk], showing[pk]) for pk, name in topics.items()]
    return sorted(found, key=lambda each: -each.gaps)


def _pairs(query: PreparedRows, federation: int) -> set[Pair]:
    return {(member, topic) for member, topic in query.all(federation=federation)}


def _served(federation: int) -> dict[Pair, int]:
    """How often each member was served on each topic, 0 where never (three queries)."""
    total: dict[Pair, int] = defaultdict(int)
    for query in WAYS:
        for member, topic, n in query.all(federation=federation):
            total[member, topic] += n
    return total


def _of_own(rows: Callable[[], QuerySet[Any]], *columns: str) -> PreparedRows:
    """These columns of a federation's rows."""
    return PreparedRows(
        lambda federation: rows().filter(federation=federation).values_list(*columns), federation=int
    )


def _counted(rows: Callable[[], QuerySet[Any]], member: str, topic: str, counted: Count) -> PreparedRows:
    """How many rows there are for each member and topic."""

    def build(federation: int) -> QuerySet[Any]:
        own = rows().filter(federation=federation, **{f"{member}__isnull": False, f"{topic}__isnull": False})
        return own.order_by().values_list(member, topic).annotate(n=counted)

    return PreparedRows(build, federation=int)


def _answered() -> QuerySet[Question]:
    return Question.objects.filter(Exists(Answer.objects.filter(question=OuterRef("pk"))))


TOPICS = _of_own(lambda: Topic.objects.all(), "pk", "name")
MEMBERS = _of_own(lambda: Member.objects.filter(is_active=True), "pk", "short_name")
NEEDS = _of_own(lambda: Need.objects.filter(met_on=None).order_by(), "member_id", "topic_id")
STRENGTHS = _of_own(lambda: Strength.objects.order_by(), "member_id", "topic_id")
WAYS = (
    _counted(
        lambda: Meeting.objects.filter(held()), "check_ins__person__member", "topics",
        Count("pk", distinct=True),
    ),
    _counted(lambda: Adoption.objects.exclude(state="dropped"), "member", "experience__topic", Count("pk")),
    _counted(_answered, "member", "topic", Count("pk")),
)  # fmt: skip
