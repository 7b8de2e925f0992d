"""The register: which problems a person sees, filtered and sorted by what stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, F, Model, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member, Topic
from yixian.web.problems.models import OPEN_STATES, UNSOLVED, Problem
from yixian.web.problems.queries.choices import Option, listed
from yixian.web.shared import policy
from yixian.web.shared.prepared import PreparedRows

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


def _condition(view: str, person_id: int, today: Any, *, in_place: bool) -> Q:
    """What a view of the register holds; `in_place`: problems of raisers who left are the person's to confirm."""
    for_me = Q(raised_by_id=person_id)
    if in_place:
        for_me |= Q(raised_by__isnull=True) | Q(raised_by__is_active=False)
    return {
        "open": Q(state__in=OPEN_STATES),
        "overdue": Q(state__in=UNSOLVED, due_text__lt=today),
        "mine": Q(state__in=UNSOLVED, owner_id=person_id),
        "confirm": Q(state=Problem.State.SOLVED) & for_me,
        "closed": Q(state__in=ENDED),
    }[view]


def with_due_text(problems: QuerySet[Problem]) -> QuerySet[Problem]:
    """The day due as text (ISO), which compares like the day and can be a value of a prepared query."""
    return problems.annotate(due_text=Cast("due_on", CharField()))


def _counting(in_place: bool) -> PreparedRows:
    """How many problems each view holds, for those who may confirm in place and for those who may not."""

    def build(federation_id: int, person_id: int, today: str) -> QuerySet[Problem, Any]:
        problems = Problem.objects.with_scopes_disabled().filter(federation_id=federation_id).order_by()
        conditions = {view: _condition(view, person_id, today, in_place=in_place) for view in VIEWS}
        sums = {view: Count("pk", filter=condition) for view, condition in conditions.items()}
        return (
            with_due_text(problems).annotate(all=Value(1)).values("all").annotate(**sums).values_list(*VIEWS)
        )

    return PreparedRows(build, federation_id=int, person_id=int, today=str)


COUNTS = {in_place: _counting(in_place) for in_place in (True, False)}


def counts(person: Person) -> dict[str, int]:
    """How many problems each view holds, in one query."""
    if not policy.may(person, "problems.see"):
        return dict.fromkeys(VIEWS, 0)
    counted = COUNTS[policy.may(person, "problems.confirm_in_place")].all(
        federation_id=person.federation_id, person_id=person.pk, today=timezone.localdate().isoformat()
    )
    return dict(zip(VIEWS, counted[0] if counted else [0] * len(VIEWS), strict=True))


def register(person: Person, filters: Filters, today: str) -> QuerySet[Problem]:
    """The problems asked for, in the order asked for; `today` (ISO) says what is overdue."""
    in_place = policy.may(person, "problems.confirm_in_place")
    condition = _condition(filters.view, person.pk, today, in_place=in_place)
    found = with_due_text(problems_visible_to(person)).filter(condition)
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


def _on_the_register(model: type[Model], path: str, *columns: str) -> PreparedRows:
    """The rows of a model that problems of a federation point to."""

    def build(federation_id: int) -> QuerySet[Any, Any]:
        seen = Problem.objects.with_scopes_disabled().filter(federation_id=federation_id).order_by()
        rows = model._default_manager.with_scopes_disabled()  # type: ignore[attr-defined]
        return rows.filter(pk__in=seen.values(path)).values_list("pk", *columns)

    return PreparedRows(build, federation_id=int)


MEMBERS = _on_the_register(Member, "member", "short_name")
TOPICS = _on_the_register(Topic, "topic", "name")
OWNERS = _on_the_register(Person, "owner", "name", "member__short_name")


def choices(person: Person) -> Choices:
    """The members, topics and owners that stand on the register (three queries)."""
    if not policy.may(person, "problems.see"):
        return Choices([], [], [])
    own = person.federation_id
    return Choices(*(listed(rows.all(federation_id=own), _("All")) for rows in (MEMBERS, TOPICS, OWNERS)))
