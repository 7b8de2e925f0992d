"""One experience: text, released photos, where it was seen, who borrows it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, QuerySet, When

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.models import Adoption, Experience
from yixian.web.learning.queries.graph import Graph, graph_of
from yixian.web.learning.queries.library import experiences_visible_to
from yixian.web.learning.queries.records import Seen, released, seen, split
from yixian.web.learning.rules.experience import can_adopt
from yixian.web.learning.states import EXPERIENCE, EXPERIENCE_TONES
from yixian.web.meetings.models import Meeting
from yixian.web.shared import policy
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows
from yixian.web.shared.text import mask_phone

MOST_RECORDS, MOST_BORROWERS = 100, 100
WORDS_OF_RECORD = 80
BESIDE = ("member", "topic", "meeting", "station", "written_by")
SHOWN = (
    "federation_id", "title", "summary", "how", "state", "published_at", "member__name", "member__short_name",
    "topic__name", "meeting__title", "meeting__held_on", "station__name", "written_by__name",
)  # fmt: skip


@dataclass(frozen=True)
class Contact:
    """Whom to ask at the member whose practice it is; the phone is shown masked."""

    name: str
    unit: str
    post: str
    phone: str


@dataclass(frozen=True)
class Borrower:
    """A member that borrows an experience, since when and how far."""

    pk: int
    member_id: int
    name: str
    short_name: str
    state: str
    words: str
    result: str
    started_at: datetime

    COLUMNS = ("pk", "member_id", "member__name", "member__short_name", "state", "result", "started_at")


@dataclass(frozen=True)
class ExperiencePage:
    """An experience as one person sees it."""

    experience: Experience
    tone: str
    pictures: list[Seen]
    quotes: list[Seen]
    adoptions: list[Borrower]
    own_adoption: Borrower | None
    graph: Graph
    contact: Contact | None
    may_adopt: bool
    may_write: bool
    may_publish: bool
    may_withdraw: bool


def _to_show(by: Person, pk: int) -> QuerySet[Experience]:
    return experiences_visible_to(by).filter(pk=pk).order_by().select_related(*BESIDE).only(*SHOWN)


def _records(by: Person, experience: int) -> QuerySet[Capture, Any]:
    return released(as_experience=experience).values_list(*Seen.COLUMNS)[:MOST_RECORDS]


def _chosen(by: Person, experience: int) -> QuerySet[Capture, Any]:
    return Capture.objects.filter(as_experience=experience).values_list("pk")


def _borrowers(by: Person, experience: int) -> QuerySet[Adoption, Any]:
    found = Adoption.objects.filter(experience_id=experience).order_by("started_at", "pk")
    return found.values_list(*Borrower.COLUMNS)[:MOST_BORROWERS]


def _contact(by: Person, member: int) -> QuerySet[Person, Any]:
    chair_first = Case(When(post=Person.Post.CHAIR, then=0), default=1)
    people = Person.objects.filter(member_id=member, is_active=True)
    people = people.order_by(chair_first, "rank", "pinyin", "pk")
    return people.values_list("name", "member__short_name", "post_title", "post", "phone")[:1]


def _to_write_from(by: Person, meeting: int) -> QuerySet[Capture, Any]:
    return released(meeting_id=meeting).values_list("pk", "text", "kind", "author__name", "station__name")


ONE: Prepared[Experience] = Prepared(_to_show, by=Asker, pk=int)
RECORDS = PreparedRows(_records, by=Asker, experience=int)
CHOSEN = PreparedRows(_chosen, by=Asker, experience=int)
BORROWERS = PreparedRows(_borrowers, by=Asker, experience=int)
CONTACT = PreparedRows(_contact, by=Asker, member=int)
TO_WRITE_FROM = PreparedRows(_to_write_from, by=Asker, meeting=int)


def experience_visible_to(person: Person, pk: int) -> Experience | None:
    """One of `experiences_visible_to` with what its pages show of it, or None."""
    return ONE.first(by=person, pk=pk)


def contact_at(person: Person, member_id: int) -> Contact | None:
    """The member's chair, or whoever stands first there; one query."""
    found = CONTACT.first(by=person, member=member_id)
    if found is None:
        return None
    name, unit, title, post, phone = found
    said = title or (str(Person.Post(post).label) if post else "")
    return Contact(name, unit, said, mask_phone(phone) if phone else "")


def borrowers_of(person: Person, experience: Experience) -> list[Borrower]:
    """Who borrows it, from the first on."""
    words = {value: str(label) for value, label in Adoption.State.choices}
    rows = BORROWERS.all(by=person, experience=experience.pk)
    return [Borrower(*[*row[:5], words[row[4]], *row[5:]]) for row in rows]


def experience_page(person: Person, experience: Experience) -> ExperiencePage:
    """Everything that the page of an experience shows."""
    adoptions = borrowers_of(person, experience)
    own = next((each for each in adoptions if each.member_id == person.member_id), None)
    publisher = policy.may(person, "learning.publish", experience)
    pictures, quotes = split(map(seen, RECORDS.all(by=person, experience=experience.pk)))
    return ExperiencePage(
        experience=experience,
        tone=EXPERIENCE_TONES[experience.state],
        pictures=pictures,
        quotes=quotes,
        adoptions=adoptions,
        own_adoption=own,
        graph=graph_of(experience, adoptions),
        contact=contact_at(person, experience.member_id),
        may_adopt=own is None and can_adopt(person, experience),
        may_write=policy.may(person, "learning.write", experience),
        may_publish=publisher and EXPERIENCE.can(experience.state, "publish"),
        may_withdraw=publisher and EXPERIENCE.can(experience.state, "withdraw"),
    )


def written_from(person: Person, experience: Experience) -> list[int]:
    """The records that it was written from."""
    return CHOSEN.one_column(by=person, experience=experience.pk)


def records_to_write_from(person: Person, meeting: Meeting) -> QuerySet[Capture]:
    """The released records of a meeting, for the form that writes an experience."""
    found = released(federation_id=person.federation_id, meeting=meeting)
    return found.select_related("station").only("station__name")


def records_to_choose(person: Person, meeting: Meeting) -> list[tuple[int, str]]:
    """The same records, told by their words, who and where."""
    kinds = {value: str(label) for value, label in Capture.Kind.choices}
    return [
        (pk, " · ".join(filter(None, (text.strip()[:WORDS_OF_RECORD] or kinds[kind], author, station))))
        for pk, text, kind, author, station in TO_WRITE_FROM.all(by=person, meeting=meeting.pk)
    ]
