"""The register: which problems a person sees, filtered and sorted by what stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member, Topic
from yixian.web.problems.models import OPEN_STATES, UNSOLVED, Problem
from yixian.web.problems.queries.choices import Option, options
from yixian.web.shared import policy

ENDED = (Problem.State.CLOSED, Problem.State.DROPPED)
VIEWS = ("open", "overdue", "mine", "confirm", "closed")
SORTS = {
    "due": [F("due_on").asc(nulls_last=True), "pk"],
    "-due": [F("due_on").desc(nulls_last=True), "-pk"],
    "found": ["found_on", "pk"],
    "-found": ["-found_on", "-pk"],
    "title": ["title", "pk"],
    "-title": ["-title", "-pk"],
}


@dataclass(frozen=True)
class Filters:
    """What the address asks for; anything it cannot mean is left out."""

    view: str = "open"
    q: str = ""
    member: int | None = None
    topic: int | None = None
    owner: int | None = None
    sort: str = "due"

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filters":
        """Read them from the query part of an address."""
        view, sort = query.get("view", ""), query.get("sort", "")
        return cls(
            view=view if view in VIEWS else "open",
            q=query.get("q", "").strip()[:60],
            member=_number(query.get("member", "")),
            topic=_number(query.get("topic", "")),
            owner=_number(query.get("owner", "")),
            sort=sort if sort in SORTS else ("-found" if view == "closed" else "due"),
        )

    @property
    def narrows(self) -> bool:
        """Whether more than the view was chosen."""
        return bool(self.q or self.member or self.topic or self.owner)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 19 else None


def problems_visible_to(person: Person) -> QuerySet[Problem]:
    """Everybody inside sees the whole register of their federation."""
    if not policy.may(person, "problems.see"):
        return Problem.objects.none()
    return Problem.objects.filter(federation_id=person.federation_id)


def _condition(view: str, person: Person, today: date) -> Q:
    """What a view of the register holds."""
    gone = Q(raised_by__isnull=True) | Q(raised_by__is_active=False)
    for_me = Q(raised_by=person)
    if policy.may(person, "problems.confirm_in_place"):
        for_me |= gone
    return {
        "open": Q(state__in=OPEN_STATES),
        "overdue": Q(state__in=UNSOLVED, due_on__lt=today),
        "mine": Q(state__in=UNSOLVED, owner=person),
        "confirm": Q(state=Problem.State.SOLVED) & for_me,
        "closed": Q(state__in=ENDED),
    }[view]


def counts(person: Person) -> dict[str, int]:
    """How many problems each view holds, in one query."""
    today = timezone.localdate()
    sums = {view: Count("pk", filter=_condition(view, person, today)) for view in VIEWS}
    return problems_visible_to(person).aggregate(**sums)


def register(person: Person, filters: Filters) -> QuerySet[Problem]:
    """The problems asked for, in the order asked for."""
    found = problems_visible_to(person).filter(_condition(filters.view, person, timezone.localdate()))
    for name in ("member", "topic", "owner"):
        if value := getattr(filters, name):
            found = found.filter(**{f"{name}_id": value})
    if filters.q:
        found = found.filter(Q(title__icontains=filters.q) | Q(description__icontains=filters.q))
    return found.order_by(*SORTS[filters.sort])


@dataclass(frozen=True)
class Choices:
    """What the filters offer: only what is on the register."""

    members: list[Option]
    topics: list[Option]
    owners: list[Option]


def choices(person: Person) -> Choices:
    """The members, topics and owners that stand on the register (three queries)."""
    seen, all_words = problems_visible_to(person).order_by(), _("All")
    return Choices(
        members=options(Member.objects.filter(pk__in=seen.values("member")), "short_name", empty=all_words),
        topics=options(Topic.objects.filter(pk__in=seen.values("topic")), "name", empty=all_words),
        owners=options(
            Person.objects.filter(pk__in=seen.values("owner")), "name", "member__short_name", empty=all_words
        ),
    )
