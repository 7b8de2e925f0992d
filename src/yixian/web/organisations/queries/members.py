"""Members as lists and pages."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils.translation import gettext as _

from yixian.web.organisations.models import Industry, Member, Subdistrict, Topic, Venue
from yixian.web.organisations.search import name_matches
from yixian.web.shared.paging import PreparedPages
from yixian.web.shared.policy import may
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows
from yixian.web.shared.writing import Options, options_of

PER_PAGE = 50
MOST_LISTED = 300
COLUMNS = ("pk", "short_name", "name", "industry", "subdistrict_id", "workers", "is_active")
SORTS = {
    "rank": ("rank", "pinyin", "pk"),
    "name": ("pinyin", "pk"),
    "workers": ("workers", "pinyin"),
    "industry": ("industry", "rank", "pinyin"),
    "subdistrict": ("subdistrict__code", "subdistrict__name", "rank"),
}


def members_visible_to(person: Any) -> QuerySet[Member]:
    """The members of the person's federation."""
    if not may(person, "organisations.see_members"):
        return Member.objects.none()
    return Member.objects.filter(federation_id=person.federation_id)


def venues_visible_to(person: Any) -> QuerySet[Venue]:
    """The venues of those members."""
    return Venue.objects.filter(member__in=members_visible_to(person)).select_related("member")


def subdistricts_visible_to(person: Any) -> QuerySet[Subdistrict]:
    """The federation's subdistricts."""
    return Subdistrict.objects.filter(federation_id=person.federation_id)


def topics_visible_to(person: Any) -> QuerySet[Topic]:
    """The federation's topics."""
    return Topic.objects.filter(federation_id=person.federation_id)


@dataclass(frozen=True)
class Filters:
    """What a list was narrowed to, as it stands in the address."""

    q: str = ""
    industry: str = ""
    subdistrict: str = ""
    active: str = "yes"
    strength: str = ""
    need: str = ""
    sort: str = "rank"


@dataclass(frozen=True)
class MemberRow:
    """A member as a line of the list."""

    pk: int
    short_name: str
    name: str
    industry: str
    subdistrict: str
    workers: int | None
    is_active: bool
    venues: str


@dataclass(frozen=True)
class MembersPage:
    """The list of members."""

    page: Page
    filters: Filters
    industries: Options
    subdistricts: Options
    topic: Topic | None
    any_at_all: bool
    can_add: bool


def members_page(person: Any, filters: Filters, number: int | str) -> MembersPage:
    """The members that fit, with their venues."""
    page = LISTED.page(person, filters, number)
    industries, subdistricts = options_of(Industry), SUBDISTRICTS.all(by=person)
    page.object_list = _rows(person, list(page.object_list), industries.words, dict(subdistricts))
    return MembersPage(
        page=page,
        filters=filters,
        industries=industries,
        subdistricts=Options(subdistricts),
        topic=_topic(person, filters),
        any_at_all=page.paginator.count > 0 or members_visible_to(person).exists(),
        can_add=may(person, "organisations.change_member"),
    )


def _rows(
    person: Any, found: list[tuple[Any, ...]], industries: dict[str, str], subdistricts: dict[int, str]
) -> list[MemberRow]:
    venues = _venue_names(person, [each[0] for each in found])
    return [
        MemberRow(
            pk,
            short_name,
            name,
            industries[industry],
            subdistricts.get(subdistrict, ""),
            workers,
            active,
            venues.get(pk, ""),
        )
        for pk, short_name, name, industry, subdistrict, workers, active in found
    ]


def _venue_names(person: Any, members: list[int]) -> dict[int, str]:
    """The venues of some members in words: one or two by name, of more the first and how many there are."""
    more = _("%(venue)s and %(more)d more")
    return {
        member: _venue_words(first, last, number, more)
        for member, first, last, number in VENUES.all(by=person, members=members)
    }


def _venue_words(first: str, last: str, number: int, more: str) -> str:
    if number == 1:
        return first
    if number == 2:
        return _(", ").join((first, last))
    return more % {"venue": first, "more": number - 1}


def _venues_of(by: Any, members: Any) -> QuerySet[Venue, Any]:
    """Of each of these members, the first and the last venue's name and how many there are."""
    venues = Venue.objects.filter(federation_id=by.federation_id, member_id__in=members).order_by()
    return venues.values_list("member_id").annotate(Min("name"), Max("name"), Count("pk"))


def _listed(by: Any, filters: Filters) -> QuerySet[Member, Any]:
    members = members_visible_to(by).filter(_narrowed(filters))
    return members.order_by(*_order(filters.sort)).values_list(*COLUMNS)


def _are_usual(filters: Filters) -> bool:
    """Nothing but what is chosen from fixed lists."""
    return (
        not (filters.q or filters.subdistrict or filters.strength or filters.need)
        and filters.industry in ("", *Industry.values)
        and filters.active in ("yes", "no", "all")
        and filters.sort.removeprefix("-") in SORTS
    )


def _narrowed(filters: Filters) -> Q:
    query = Q()
    if filters.q.strip():
        query &= name_matches(filters.q, "name", "short_name", "address")
    if filters.industry in Industry.values:
        query &= Q(industry=filters.industry)
    if filters.subdistrict.isdecimal():
        query &= Q(subdistrict_id=int(filters.subdistrict[:9]))
    for relation, wish in (("strengths", filters.strength), ("needs", filters.need)):
        if wish.isdecimal():
            query &= Q(**{f"{relation}__topic_id": int(wish[:9])})
    if filters.active in ("yes", "no"):
        query &= Q(is_active=filters.active == "yes")
    return query


def _topic(person: Any, filters: Filters) -> Topic | None:
    """The topic that the list was narrowed to, for its name."""
    wish = filters.strength or filters.need
    return topics_visible_to(person).filter(pk=int(wish[:9])).first() if wish.isdecimal() else None


def _order(sort: str) -> list[str]:
    fields = SORTS.get(sort.removeprefix("-"), SORTS["rank"])
    return [f"-{field}" for field in fields] if sort.startswith("-") else list(fields)


def venue_visible_to(person: Any, pk: int) -> Venue | None:
    """A venue of one of the members that the person may see, with the member, or None."""
    return VENUE.first(by=person, pk=pk)


LISTED = PreparedPages(_listed, are_usual=_are_usual, per_page=PER_PAGE)
VENUES = PreparedRows(_venues_of, by=Asker, members=list)
SUBDISTRICTS = PreparedRows(lambda by: subdistricts_visible_to(by).values_list("pk", "name"), by=Asker)
VENUE: Prepared[Venue] = Prepared(lambda by, pk: venues_visible_to(by).filter(pk=pk), by=Asker, pk=int)
