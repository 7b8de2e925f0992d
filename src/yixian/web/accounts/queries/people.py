"""People as a list and one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from yixian.web.accounts.models import LinkRequest, Person, PersonalLink
from yixian.web.accounts.panels import PERSON_PANELS
from yixian.web.accounts.rules import can_change_access, can_erase, can_make_link, can_revoke_link
from yixian.web.organisations.panels import Shown
from yixian.web.organisations.queries.choices import members_to_choose
from yixian.web.organisations.search import name_matches
from yixian.web.shared.paging import PreparedPages
from yixian.web.shared.policy import may
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows
from yixian.web.shared.text import mask_phone
from yixian.web.shared.writing import Options, options_of

PER_PAGE = 50
BY_UNIT = (F("member__rank").asc(nulls_first=True), "member__pinyin", "rank", "pinyin", "pk")
SORTS: dict[str, tuple[Any, ...]] = {
    "unit": BY_UNIT,
    "-unit": (F("member__rank").desc(nulls_last=True), "-member__pinyin", "rank", "pinyin", "pk"),
    "name": ("pinyin", "pk"),
    "-name": ("-pinyin", "-pk"),
}
LINKS_SHOWN = 10
MOST_WAITING = 50
COLUMNS = (
    "pk", "name", "member__short_name", "post", "post_title", "phone", "duty", "is_active", "erased_at",
)  # fmt: skip


def people_visible_to(person: Person) -> QuerySet[Person]:
    """Everybody of the federation for its office; otherwise the people of one's own member."""
    people = Person.objects.filter(federation_id=person.federation_id)
    if may(person, "accounts.see_people"):
        return people
    if person.member_id and may(person, "accounts.see_person", person):
        return people.filter(member_id=person.member_id)
    return people.none()


def _person(federation_id: int, person_id: int) -> QuerySet[Person]:
    people = Person.objects.with_scopes_disabled().filter(federation_id=federation_id, pk=person_id)
    return people.select_related("member").order_by()


PERSON: Prepared[Person] = Prepared(_person, federation_id=int, person_id=int)


def person_visible_to(by: Person, pk: int) -> Person | None:
    """One of those people, with the member, or None."""
    found = PERSON.first(federation_id=by.federation_id, person_id=pk)
    if found is None:
        return None
    is_colleague = by.member_id is not None and found.member_id == by.member_id
    if may(by, "accounts.see_people") or (is_colleague and may(by, "accounts.see_person", by)):
        found.federation = by.federation
        return found
    return None


def links_visible_to(person: Person) -> QuerySet[PersonalLink]:
    """The personal links that the office manages."""
    if not may(person, "accounts.make_link"):
        return PersonalLink.objects.none()
    return PersonalLink.objects.filter(federation_id=person.federation_id).select_related("person")


def requests_visible_to(person: Person) -> QuerySet[LinkRequest]:
    """Who asked for a new link and waits."""
    if not may(person, "accounts.answer_link_request"):
        return LinkRequest.objects.none()
    return LinkRequest.objects.filter(federation_id=person.federation_id, answered_at=None)


@dataclass(frozen=True)
class Filters:
    """What the list was narrowed to, as it stands in the address."""

    q: str = ""
    member: str = ""
    duty: str = ""
    post: str = ""
    active: str = "yes"
    sort: str = "unit"


@dataclass(frozen=True)
class PersonRow:
    """A person as a line of the list; the phone is masked."""

    pk: int
    name: str
    unit: str
    post: str
    masked_phone: str
    duty: str
    is_active: bool


@dataclass(frozen=True)
class Waiting:
    """Somebody who asked for a new link."""

    pk: int
    name: str
    unit: str
    since: datetime


@dataclass(frozen=True)
class PeoplePage:
    """The list of people; no `members` to choose from where there are too many, for search finds them."""

    page: Page
    members: Options | None
    requests: list[Waiting]
    duties: Options
    posts: Options
    can_add: bool


def people_page(person: Person, filters: Filters, number: int | str) -> PeoplePage:
    """The people that fit; phones masked."""
    page = LISTED.page(person, filters, number)
    duties, posts = options_of(Person.Duty), options_of(Person.Post)
    members = members_to_choose(person)
    page.object_list = _rows(page.object_list, duties.words, posts.words)
    return PeoplePage(
        page=page,
        members=Options(members) if members else None,
        requests=_waiting(person),
        duties=duties,
        posts=posts,
        can_add=may(person, "accounts.change_person"),
    )


def _rows(found: Iterable[tuple[Any, ...]], duties: dict[str, str], posts: dict[str, str]) -> list[PersonRow]:
    nobody = _("erased person")
    return [
        PersonRow(
            pk=pk,
            name=nobody if erased_at else name,
            unit=unit or "",
            post=title or posts.get(post, ""),
            masked_phone=mask_phone(phone),
            duty=duties[duty],
            is_active=active,
        )
        for pk, name, unit, post, title, phone, duty, active, erased_at in found
    ]


def _waiting(person: Person) -> list[Waiting]:
    """Who waits for a new link, the first that asked first."""
    return [Waiting(pk, name, unit or "", since) for pk, name, unit, since in WAITING.all(by=person)]


def _asked(by: Person) -> QuerySet[LinkRequest, Any]:
    columns = ("pk", "person__name", "person__member__short_name", "created_at")
    return requests_visible_to(by).values_list(*columns)[:MOST_WAITING]


def _listed(by: Person, filters: Filters) -> QuerySet[Person, Any]:
    found = people_visible_to(by).filter(_narrowed(filters))
    return found.order_by(*SORTS.get(filters.sort, BY_UNIT)).values_list(*COLUMNS)


def _are_usual(filters: Filters) -> bool:
    """Nothing but what is chosen from fixed lists."""
    return (
        not (filters.q or filters.member)
        and filters.duty in ("", *Person.Duty.values)
        and filters.post in ("", *Person.Post.values)
        and filters.active in ("yes", "no", "all")
        and filters.sort in SORTS
    )


def _narrowed(filters: Filters) -> Q:
    query = Q()
    if filters.q.strip():
        query &= name_matches(filters.q, "name", "post_title", "member__short_name", "member__name")
    if filters.member.isdecimal():
        query &= Q(member_id=int(filters.member[:9]))
    if filters.duty in Person.Duty.values:
        query &= Q(duty=filters.duty)
    if filters.post in Person.Post.values:
        query &= Q(post=filters.post)
    if filters.active in ("yes", "no"):
        query &= Q(is_active=filters.active == "yes")
    return query


LISTED = PreparedPages(_listed, are_usual=_are_usual, per_page=PER_PAGE)
WAITING = PreparedRows(_asked, by=Asker)


def _links(by: Person, person_id: int) -> QuerySet[PersonalLink]:
    links = links_visible_to(by).filter(person_id=person_id)
    return links.order_by("-created_at", "-pk")[:LINKS_SHOWN]


LINKS: Prepared[PersonalLink] = Prepared(_links, by=Asker, person_id=int)


@dataclass(frozen=True)
class LinkRow:
    """One personal link of a person."""

    link: PersonalLink
    state: str
    can_revoke: bool


@dataclass(frozen=True)
class PersonPage:
    """One person as another sees them."""

    person: Person
    masked_phone: str
    links: list[LinkRow]
    panels: list[Shown]
    can_change: bool
    can_reveal: bool
    can_make_link: bool
    can_change_access: bool
    can_erase: bool
    can_see_audit: bool


def person_page(by: Person, person: Person) -> PersonPage:
    """One person, with links and what other apps know where the viewer may see it."""
    links = LINKS.all(by=by, person_id=person.pk)
    alive = person.erased_at is None
    return PersonPage(
        person=person,
        masked_phone=mask_phone(person.phone),
        links=[LinkRow(link, _link_state(link), can_revoke_link(by, link)) for link in links],
        panels=PERSON_PANELS.shown_to(by, person),
        can_change=alive and may(by, "accounts.change_person", person),
        can_reveal=bool(person.phone) and may(by, "accounts.reveal_phone", person),
        can_make_link=can_make_link(by, person),
        can_change_access=can_change_access(by, person),
        can_erase=can_erase(by, person),
        can_see_audit=may(by, "accounts.see_audit"),
    )


def _link_state(link: PersonalLink) -> str:
    if link.is_open:
        return "open"
    return "used" if link.used_at else "revoked" if link.revoked_at else "expired"
