"""The experience library: what a person may read, filtered by what stands in the address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Adoption, Experience
from yixian.web.learning.states import EXPERIENCE_TONES
from yixian.web.organisations.models import Industry, Member, Topic, Venue
from yixian.web.problems.queries.choices import Option, listed
from yixian.web.shared import policy
from yixian.web.shared.prepared import PreparedRows


def experiences_visible_to(person: Person) -> QuerySet[Experience]:
    """Published ones for everybody inside; the others for the office, auditors and the member's own people."""
    if not policy.may(person, "learning.see"):
        return Experience.objects.none()
    if policy.may(person, "learning.see_drafts"):
        return _all(person.federation_id)
    return _open_to(person.federation_id, person.member_id)


def _all(federation: int) -> QuerySet[Experience]:
    return Experience.objects.filter(federation_id=federation)


def _open_to(federation: int, member: int | None) -> QuerySet[Experience]:
    """What people of a member may read: the published ones and their own."""
    return _all(federation).filter(Q(state=Experience.State.PUBLISHED) | Q(member_id=member))


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

    @property
    def tone(self) -> str:
        """The tone of its state."""
        return EXPERIENCE_TONES[self.state]

    @property
    def state_words(self) -> str:
        """Its state in words."""
        return str(Experience.State(self.state).label)


def columns(found: QuerySet[Experience]) -> QuerySet[Experience]:
    """The same experiences as the columns of cards: page them, then make the cards of what is left."""
    return found.values_list("pk", "title", "summary", "state", "member__short_name", "topic__name")


def cards(rows: Iterable[tuple[Any, ...]]) -> list[Card]:
    """Cards of these columns (one query)."""
    rows = list(rows)
    borrowing = Adoption.objects.filter(experience__in=[row[0] for row in rows]).exclude(state="dropped")
    adopted = Count("pk", filter=Q(state=Adoption.State.ADOPTED))
    counted = borrowing.order_by().values_list("experience_id").annotate(all=Count("pk"), adopted=adopted)
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


def choices(person: Person) -> Choices:
    """The topics and members of the library (two queries)."""
    everything = ("", _("All"))
    topics, rows = _offered(person)
    industries = {industry for _pk, _name, industry in rows}
    return Choices(
        topics=listed(topics, empty=_("All")),
        members=[everything, *((pk, name) for pk, name, _industry in rows)],
        kinds=[everything, *Venue.Kind.choices],
        industries=[everything, *(each for each in Industry.choices if each[0] in industries)],
    )


def _topics_of(seen: QuerySet[Experience]) -> QuerySet[Any]:
    return Topic.objects.filter(pk__in=seen.order_by().values("topic")).values_list("pk", "name")


def _members_of(seen: QuerySet[Experience]) -> QuerySet[Any]:
    members = Member.objects.filter(pk__in=seen.order_by().values("member"))
    return members.values_list("pk", "short_name", "industry")


OF_ALL = [
    PreparedRows(lambda federation, part=part: part(_all(federation)), federation=int)
    for part in (_topics_of, _members_of)
]
OF_OPEN = [
    PreparedRows(
        lambda federation, member, part=part: part(_open_to(federation, member)), federation=int, member=int
    )
    for part in (_topics_of, _members_of)
]
NO_MEMBER = 0


def _offered(person: Person) -> list[list[list[Any]]]:
    """Topics and members of the experiences that a person may read."""
    if not policy.may(person, "learning.see"):
        return [[], []]
    if policy.may(person, "learning.see_drafts"):
        return [each.all(federation=person.federation_id) for each in OF_ALL]
    member = person.member_id or NO_MEMBER
    return [each.all(federation=person.federation_id, member=member) for each in OF_OPEN]
