"""Borrowing: a unit's own page, one borrowing, and the office's list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.models import Adoption, AdoptionStep
from yixian.web.learning.queries.experience import Contact, contact_of
from yixian.web.learning.queries.library import number
from yixian.web.learning.queries.records import released_record
from yixian.web.learning.states import ADOPTION, ADOPTION_TONES, ADOPTION_WORDS
from yixian.web.organisations.models import Member
from yixian.web.organisations.queries.members import MOST_LISTED
from yixian.web.problems.queries.choices import Option, options
from yixian.web.shared import policy

LEADS_TO = {"contact": "contact", "trying": "try", "adopted": "adopt", "dropped": "drop"}
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


def state_counts(person: Person) -> dict[str, int]:
    """How many borrowings stand in each state, in one query."""
    found = adoptions(person, Filters()).order_by().values_list("state")
    numbers = {**dict.fromkeys(Adoption.State.values, 0), **dict(found.annotate(Count("pk")))}
    return {"all": sum(numbers.values()), **numbers}


def borrowers(person: Person) -> list[Option]:
    """Members that borrow something, as options of a filter; none where nobody would look through so many."""
    members = Member.objects.filter(pk__in=adoptions_visible_to(person).order_by().values("member"))
    found = options(members[: MOST_LISTED + 1], "short_name", empty=_("All"))
    return found if len(found) <= MOST_LISTED + 1 else []


def ideas_to_borrow(person: Person) -> list[Capture]:
    """One's own released ideas from which no borrowing has begun yet."""
    if person.member_id is None:
        return []
    ideas = Capture.objects.filter(
        author=person, kind=Capture.Kind.IDEA, hold=Capture.Hold.RELEASED, deleted_at=None
    ).exclude(meeting__host_id=person.member_id)
    begun = Adoption.objects.filter(member_id=person.member_id, capture__isnull=False).values("capture")
    ideas = ideas.exclude(pk__in=begun).exclude(text="").select_related("meeting__host", "station")
    return list(ideas.only("text", "meeting__host__short_name", "station__name")[:20])


@dataclass(frozen=True)
class Entry:
    """One line of the timeline."""

    step: AdoptionStep
    words: str


@dataclass(frozen=True)
class AdoptionPage:
    """A borrowing as one person sees it; `next_verb` is the natural next step."""

    adoption: Adoption
    tone: str
    timeline: list[Entry]
    contact: Contact | None
    idea: Capture | None
    verbs: tuple[str, ...]
    next_verb: str
    may_report: bool


def _verb_of(step: AdoptionStep) -> str:
    """The step's verb; where only the state is on record, the verb that leads to it."""
    return LEADS_TO.get(step.state, step.verb) if step.verb == "start" else step.verb


def adoption_page(person: Person, adoption: Adoption) -> AdoptionPage:
    """Everything that the page of a borrowing shows."""
    may = policy.may(person, "learning.report_adoption", adoption)
    verbs = tuple(each.verb for each in ADOPTION.open_from(adoption.state)) if may else ()
    following = NEXT.get(adoption.state, "")
    steps = adoption.steps.select_related("by__member")
    steps = steps.only("adoption_id", "verb", "state", "text", "at", "by__name", "by__member__short_name")
    return AdoptionPage(
        adoption=adoption,
        tone=ADOPTION_TONES[adoption.state],
        timeline=[Entry(each, str(ADOPTION_WORDS[_verb_of(each)])) for each in steps],
        contact=contact_of(adoption.lender) if adoption.lender else None,
        idea=released_record(adoption.capture_id),
        verbs=verbs,
        next_verb=following if following in verbs else "",
        may_report=may and adoption.state in (Adoption.State.TRYING, Adoption.State.ADOPTED),
    )
