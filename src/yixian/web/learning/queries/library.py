"""The experience library: what a person may read, filtered by what stands in the address."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Adoption, Experience
from yixian.web.organisations.models import Industry, Member, Topic, Venue
from yixian.web.problems.queries.choices import Option, listed
from yixian.web.shared import policy
from yixian.web.shared.paging import Pages, how_many
from yixian.web.shared.prepared import Asker, PreparedRows


def experiences_visible_to(person: Person) -> QuerySet[Experience]:
    """Published ones for everybody inside; the others for the office, auditors and the member's own people."""
    if not policy.may(person, "learning.see"):
        return Experience.objects.none()
    inside = Experience.objects.filter(federation_id=person.federation_id)
    if policy.may(person, "learning.see_drafts"):
        return inside
    return inside.filter(Q(state=Experience.State.PUBLISHED) | Q(member_id=person.member_id))


def experiences_published_below(person: Person) -> QuerySet[Experience]:
    """Published experiences of the federations directly below, for the office above and nobody else."""
    with scopes_disabled():
        if not policy.may(person, "learning.see_below"):
            return Experience.objects.none()
        return Experience.objects.filter(
            federation__parent_id=person.federation_id, state=Experience.State.PUBLISHED
        ).select_related("federation", "member", "topic")


@dataclass(frozen=True)
class Filters:
    """What the address asks for; anything it cannot mean is left out."""

    q: str = ""
    state: str = ""
    topic: int | None = None
    member: int | None = None
    kind: str = ""
    industry: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filters":
        """Read them from the query part of an address."""
        return cls(
            q=query.get("q", "").strip()[:60],
            state=_one_of(query.get("state", ""), Experience.State.values),
            topic=number(query.get("topic", "")),
            member=number(query.get("member", "")),
            kind=_one_of(query.get("kind", ""), Venue.Kind.values),
            industry=_one_of(query.get("industry", ""), Industry.values),
        )

    @property
    def narrows(self) -> bool:
        """Whether anything was chosen."""
        return bool(self.q or self.state or self.topic or self.member or self.kind or self.industry)


def number(text: str) -> int | None:
    """A number of a row as an address tells it, or nothing."""
    return int(text) if text.isdecimal() and len(text) < 19 else None


def _one_of(value: str, allowed: list[str]) -> str:
    return value if value in allowed else ""


def library(person: Person, filters: Filters) -> QuerySet[Experience]:
    """The experiences asked for, unpublished and newest first."""
    found = search(experiences_visible_to(person), filters.q)
    wanted: dict[str, Any] = {
        "state": filters.state,
        "topic_id": filters.topic,
        "member_id": filters.member,
        "meeting__venue__kind": filters.kind,
        "member__industry": filters.industry,
    }
    found = found.filter(**{name: value for name, value in wanted.items() if value})
    return found.order_by(F("published_at").desc(nulls_first=True), "-pk")


@dataclass(frozen=True)
class Card:
    """An experience as a card, with how many members borrow it and how many of them have adopted it."""

    pk: int
    title: str
    summary: str
    state: str
    member: str
    topic: str | None
    borrowers: int
    adopted: int


COLUMNS = ("pk", "title", "summary", "state", "member__short_name", "topic__name")


def _part(by: Person, part: slice) -> QuerySet[Experience, Any]:
    return library(by, Filters()).values_list(*COLUMNS)[part]


def _number(by: Person) -> QuerySet[Experience, Any]:
    return how_many(experiences_visible_to(by))


def _of_meeting(by: Person, meeting: int, part: slice) -> QuerySet[Experience, Any]:
    return library(by, Filters()).filter(meeting_id=meeting).values_list(*COLUMNS)[part]


def _number_of_meeting(by: Person, meeting: int) -> QuerySet[Experience, Any]:
    return how_many(experiences_visible_to(by).filter(meeting_id=meeting))


def _borrowing(by: Person, experiences: list[int]) -> QuerySet[Adoption, Any]:
    borrowing = Adoption.objects.filter(experience__in=experiences).exclude(state="dropped").order_by()
    adopted = Count("pk", filter=Q(state=Adoption.State.ADOPTED))
    return borrowing.values_list("experience_id").annotate(all=Count("pk"), adopted=adopted)


PART: Any = PreparedRows(_part, by=Asker, part=slice)
NUMBER = PreparedRows(_number, by=Asker)
OF_MEETING: Any = PreparedRows(_of_meeting, by=Asker, meeting=int, part=slice)
NUMBER_OF_MEETING = PreparedRows(_number_of_meeting, by=Asker, meeting=int)
BORROWING = PreparedRows(_borrowing, by=Asker, experiences=list)


def chosen(person: Person, filters: Filters) -> Any:
    """The experiences asked for as columns of cards, to be walked through."""
    if filters.narrows:
        return library(person, filters).values_list(*COLUMNS)
    return Pages(PART, NUMBER, by=person)


def of_meeting(person: Person, meeting: int) -> Any:
    """The experiences of a meeting as columns of cards, to be walked through."""
    return Pages(OF_MEETING, NUMBER_OF_MEETING, by=person, meeting=meeting)


def cards(person: Person, rows: Iterable[Sequence[Any]]) -> list[Card]:
    """Cards of these columns (one query)."""
    rows = list(rows)
    counted = BORROWING.all(by=person, experiences=[row[0] for row in rows]) if rows else []
    numbers = {pk: figures for pk, *figures in counted}
    return [Card(*[*row, *numbers.get(row[0], (0, 0))]) for row in rows]


def search(found: QuerySet[Experience], words: str) -> QuerySet[Experience]:
    """Those that hold every word, in title, summary or text."""
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(summary__icontains=word) | Q(how__icontains=word))
    return found


@dataclass(frozen=True)
class Choices:
    """What the filters offer: only what the library holds."""

    topics: list[Option]
    members: list[Option]
    kinds: list[Option]
    industries: list[Option]


def _topics(by: Person) -> QuerySet[Topic, Any]:
    seen = experiences_visible_to(by).order_by().values("topic")
    return Topic.objects.filter(pk__in=seen).values_list("pk", "name")


def _members(by: Person) -> QuerySet[Member, Any]:
    seen = experiences_visible_to(by).order_by().values("member")
    return Member.objects.filter(pk__in=seen).values_list("pk", "short_name", "industry")


TOPICS = PreparedRows(_topics, by=Asker)
MEMBERS = PreparedRows(_members, by=Asker)


def choices(person: Person) -> Choices:
    """The topics and members of the library (two queries)."""
    everything = ("", _("All"))
    rows = MEMBERS.all(by=person)
    industries = {industry for _pk, _name, industry in rows}
    return Choices(
        topics=listed(TOPICS.all(by=person), empty=_("All")),
        members=[everything, *((pk, name) for pk, name, _industry in rows)],
        kinds=[everything, *Venue.Kind.choices],
        industries=[everything, *(each for each in Industry.choices if each[0] in industries)],
    )
