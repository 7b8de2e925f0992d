"""The experience library: what a person may read, filtered by what stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django_scopes import scopes_disabled

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Experience
from yixian.web.organisations.models import Industry, Member, Topic, Venue
from yixian.web.shared import policy


def experiences_visible_to(person: Person) -> QuerySet[Experience]:
    """Published ones for everybody inside; the others for the office, auditors and the member's own people."""
    if not policy.may(person, "learning.see"):
        return Experience.objects.none()
    found = Experience.objects.filter(federation_id=person.federation_id)
    if policy.may(person, "learning.see_drafts"):
        return found
    return found.filter(Q(state=Experience.State.PUBLISHED) | Q(member_id=person.member_id))


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
    """The experiences asked for, unpublished and newest first, with how many members borrow each."""
    found = search(experiences_visible_to(person), filters.q)
    wanted: dict[str, Any] = {
        "state": filters.state,
        "topic_id": filters.topic,
        "member_id": filters.member,
        "meeting__venue__kind": filters.kind,
        "member__industry": filters.industry,
    }
    found = found.filter(**{name: value for name, value in wanted.items() if value})
    living = Q(adoptions__isnull=False) & ~Q(adoptions__state="dropped")
    found = found.order_by(F("published_at").desc(nulls_first=True), "-pk")
    return found.select_related("member", "topic", "meeting", "station").annotate(
        borrowers=Count("adoptions", filter=living),
        adopted=Count("adoptions", filter=Q(adoptions__state="adopted")),
    )


def search(found: QuerySet[Experience], words: str) -> QuerySet[Experience]:
    """Those that hold every word, in title, summary or text."""
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(summary__icontains=word) | Q(how__icontains=word))
    return found


@dataclass(frozen=True)
class Choices:
    """What the filters offer: only what the library holds."""

    topics: list[Topic]
    members: list[Member]
    kinds: list[tuple[str, Any]]
    industries: list[tuple[str, Any]]


def choices(person: Person) -> Choices:
    """The topics and members of the library (two queries)."""
    seen = experiences_visible_to(person).order_by()
    members = list(Member.objects.filter(pk__in=seen.values("member")))
    industries = {each.industry for each in members}
    return Choices(
        topics=list(Topic.objects.filter(pk__in=seen.values("topic"))),
        members=members,
        kinds=list(Venue.Kind.choices),
        industries=[each for each in Industry.choices if each[0] in industries],
    )
