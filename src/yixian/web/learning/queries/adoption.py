"""Borrowing: a unit's own page, one borrowing, and the office's list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.models import Adoption, AdoptionStep
from yixian.web.learning.queries.experience import Contact, contact_at
from yixian.web.learning.queries.library import number
from yixian.web.learning.queries.records import Words, words_of
from yixian.web.learning.states import ADOPTION, ADOPTION_TONES
from yixian.web.organisations.models import Member
from yixian.web.organisations.queries.members import MOST_LISTED
from yixian.web.problems.queries.choices import Option, listed
from yixian.web.shared import policy
from yixian.web.shared.paging import Pages
from yixian.web.shared.prepared import Asker, Choice, Prepared, PreparedRows

LEADS_TO = {"contact": "contact", "trying": "try", "adopted": "adopt", "dropped": "drop"}
UNITS = ("source", "member", "experience__member")
SHOWN = (
    "federation_id", "title", "state", "result", "started_at", "changed_at", "capture_id", "experience__title",
    "experience__summary",
    *(f"{unit}__{name}" for unit in UNITS for name in ("name", "short_name")),
)  # fmt: skip
MOST_IDEAS = 20
NEXT = {"interested": "contact", "contact": "try", "trying": "adopt", "dropped": "resume"}


def adoptions_visible_to(person: Person) -> QuerySet[Adoption]:
    """Everybody inside sees who borrows what: that is how one finds whom to ask."""
    if not policy.may(person, "learning.see"):
        return Adoption.objects.none()
    return Adoption.objects.filter(federation_id=person.federation_id)


@dataclass(frozen=True)
class Filters:
    """What the address asks for."""

    state: str = ""
    member: int | None = None

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filters":
        """Read them from the query part of an address."""
        state = query.get("state", "")
        return cls(state if state in Adoption.State.values else "", number(query.get("member", "")))


def adoptions(person: Person, filters: Filters) -> QuerySet[Adoption]:
    """A member's people see their own unit's; the office and auditors all."""
    found = adoptions_visible_to(person)
    if person.member_id:
        found = found.filter(member_id=person.member_id)
    elif filters.member:
        found = found.filter(member_id=filters.member)
    return found.filter(state=filters.state) if filters.state else found


@dataclass(frozen=True)
class Line:
    """A borrowing as a line of the list: what, from whom, by whom, how far."""

    pk: int
    state: str
    changed_at: datetime
    member: str
    title: str
    experience: str | None
    lender: str | None
    source: str | None

    COLUMNS = (
        "pk", "state", "changed_at", "member__short_name", "title", "experience__title",
        "experience__member__short_name", "source__short_name",
    )  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One line of the timeline; where only the state is on record, `verb` is the one that leads to it."""

    verb: str
    at: datetime
    by: str | None
    unit: str | None
    text: str

    COLUMNS = ("verb", "state", "at", "by__name", "by__member__short_name", "text")


def entry(verb: str, state: str, *rest: Any) -> Entry:
    """A line of these columns."""
    return Entry(LEADS_TO.get(state, verb) if verb == "start" else verb, *rest)


def _columns(by: Person, filters: Filters) -> QuerySet[Adoption, Any]:
    return adoptions(by, filters).values_list(*Line.COLUMNS)


def _part(part: slice, **asked: Any) -> QuerySet[Adoption, Any]:
    return _columns(**asked)[part]


def _states(by: Person) -> QuerySet[Adoption, Any]:
    return adoptions(by, Filters()).order_by().values_list("state").annotate(Count("pk"))


def _borrowers(by: Person) -> QuerySet[Member, Any]:
    members = Member.objects.filter(pk__in=adoptions_visible_to(by).order_by().values("member"))
    return members.values_list("pk", "short_name")[: MOST_LISTED + 1]


def _ideas(by: Person) -> QuerySet[Capture]:
    ideas = Capture.objects.filter(
        author=by, kind=Capture.Kind.IDEA, hold=Capture.Hold.RELEASED, deleted_at=None
    ).exclude(meeting__host_id=by.member_id)
    begun = Adoption.objects.filter(member_id=by.member_id, capture__isnull=False).values("capture")
    ideas = ideas.exclude(pk__in=begun).exclude(text="").select_related("meeting__host", "station")
    return ideas.only("text", "meeting__host__short_name", "station__name")[:MOST_IDEAS]


def _to_show(by: Person, pk: int) -> QuerySet[Adoption]:
    return adoptions_visible_to(by).filter(pk=pk).order_by().select_related(*UNITS).only(*SHOWN)


def _steps(by: Person, adoption: int) -> QuerySet[AdoptionStep, Any]:
    return AdoptionStep.objects.filter(adoption_id=adoption).values_list(*Entry.COLUMNS)


PART: Any = PreparedRows(_part, by=Asker, filters=Choice, part=slice)
STATES = PreparedRows(_states, by=Asker)
BORROWERS = PreparedRows(_borrowers, by=Asker)
IDEAS: Prepared[Capture] = Prepared(_ideas, by=Asker)
ONE: Prepared[Adoption] = Prepared(_to_show, by=Asker, pk=int)
STEPS = PreparedRows(_steps, by=Asker, adoption=int)


def chosen(person: Person, filters: Filters, number: int) -> Any:
    """The borrowings asked for as columns of lines, to be walked through; `number` of the state for all members."""
    if filters.member:
        return _columns(person, filters)
    return Pages(PART, known=number, by=person, filters=filters)


def state_counts(person: Person) -> dict[str, int]:
    """How many borrowings stand in each state, in one query."""
    numbers = {**dict.fromkeys(Adoption.State.values, 0), **dict(STATES.all(by=person))}
    return {"all": sum(numbers.values()), **numbers}


def borrowers(person: Person) -> list[Option]:
    """Members that borrow something, as options of a filter; none where nobody would look through so many."""
    found = BORROWERS.all(by=person)
    return listed(found, empty=_("All")) if len(found) <= MOST_LISTED else []


def ideas_to_borrow(person: Person) -> list[Capture]:
    """One's own released ideas from which no borrowing has begun yet."""
    return [] if person.member_id is None else IDEAS.all(by=person)


def adoption_visible_to(person: Person, pk: int) -> Adoption | None:
    """One of `adoptions_visible_to` with what its page shows of it, or None."""
    return ONE.first(by=person, pk=pk)


@dataclass(frozen=True)
class AdoptionPage:
    """A borrowing as one person sees it; `next_verb` is the natural next step."""

    adoption: Adoption
    tone: str
    timeline: list[Entry]
    contact: Contact | None
    idea: Words | None
    verbs: tuple[str, ...]
    next_verb: str
    may_report: bool


def adoption_page(person: Person, adoption: Adoption) -> AdoptionPage:
    """Everything that the page of a borrowing shows."""
    may = policy.may(person, "learning.report_adoption", adoption)
    verbs = tuple(each.verb for each in ADOPTION.open_from(adoption.state)) if may else ()
    following = NEXT.get(adoption.state, "")
    return AdoptionPage(
        adoption=adoption,
        tone=ADOPTION_TONES[adoption.state],
        timeline=[entry(*row) for row in STEPS.all(by=person, adoption=adoption.pk)],
        contact=contact_at(person, adoption.lender.pk) if adoption.lender else None,
        idea=words_of(person, adoption.capture_id),
        verbs=verbs,
        next_verb=following if following in verbs else "",
        may_report=may and adoption.state in (Adoption.State.TRYING, Adoption.State.ADOPTED),
    )
