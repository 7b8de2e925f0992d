"""One experience: text, released photos, where it was seen, who borrows it."""

from dataclasses import dataclass

from django.db.models import Case, QuerySet, When

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.capture.queries.rows import Row, row_of
from yixian.web.capture.queries.visible import in_lines
from yixian.web.learning.models import Adoption, Experience
from yixian.web.learning.queries.graph import Graph, graph_of
from yixian.web.learning.rules.experience import can_adopt
from yixian.web.learning.states import EXPERIENCE, EXPERIENCE_TONES
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Member
from yixian.web.shared import policy
from yixian.web.shared.text import mask_phone

MOST_RECORDS, MOST_BORROWERS = 100, 100
BORROWING = ("experience_id", "state", "result", "started_at", "member__name", "member__short_name")


@dataclass(frozen=True)
class Contact:
    """Whom to ask at the member whose practice it is; the phone is shown masked."""

    person: Person
    unit: str
    phone: str


@dataclass(frozen=True)
class ExperiencePage:
    """An experience as one person sees it."""

    experience: Experience
    tone: str
    records: list[Row]
    adoptions: list[Adoption]
    own_adoption: Adoption | None
    graph: Graph
    contact: Contact | None
    may_adopt: bool
    may_write: bool
    may_publish: bool
    may_withdraw: bool


def released_records(person: Person, experience: Experience) -> list[Row]:
    """The records it was written from that are released now, as rows of pages."""
    captures = experience.captures.filter(hold=Capture.Hold.RELEASED, deleted_at=None)
    return [row_of(each, person, is_coordinator=False) for each in in_lines(captures)[:MOST_RECORDS]]


def contact_of(member: Member) -> Contact | None:
    """The member's chair, or whoever stands first; one query."""
    people = Person.objects.filter(member=member, is_active=True).only("name", "post", "post_title", "phone")
    chair_first = Case(When(post=Person.Post.CHAIR, then=0), default=1)
    chosen = people.order_by(chair_first, "rank", "pinyin", "pk").first()
    return (
        Contact(chosen, member.short_name, mask_phone(chosen.phone) if chosen.phone else "")
        if chosen
        else None
    )


def experience_page(person: Person, experience: Experience) -> ExperiencePage:
    """Everything that the page of an experience shows."""
    adoptions = experience.adoptions.select_related("member").order_by("started_at", "pk")
    adoptions = list(adoptions.only(*BORROWING)[:MOST_BORROWERS])
    own = next((each for each in adoptions if each.member_id == person.member_id), None)
    publisher = policy.may(person, "learning.publish", experience)
    return ExperiencePage(
        experience=experience,
        tone=EXPERIENCE_TONES[experience.state],
        records=released_records(person, experience),
        adoptions=adoptions,
        own_adoption=own,
        graph=graph_of(experience, adoptions),
        contact=contact_of(experience.member),
        may_adopt=own is None and can_adopt(person, experience),
        may_write=policy.may(person, "learning.write", experience),
        may_publish=publisher and EXPERIENCE.can(experience.state, "publish"),
        may_withdraw=publisher and EXPERIENCE.can(experience.state, "withdraw"),
    )


def records_to_write_from(person: Person, meeting: Meeting | None) -> QuerySet[Capture]:
    """The released records of a meeting, for the form that writes an experience."""
    if meeting is None:
        return Capture.objects.none()
    released = Capture.objects.filter(
        federation_id=person.federation_id, meeting=meeting, hold=Capture.Hold.RELEASED, deleted_at=None
    )
    return released.select_related("author", "station").only("text", "kind", "author__name", "station__name")
