"""Members as lists and pages."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils.translation import gettext as _

from yixian.web.organisations.models import Industry, Member, Subdistrict, Topic, Venue
from yixian.web.organisations.search import name_matches
from yixian.web.shared.policy import may

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
    industries: list[tuple[str, str]]
    subdistricts: list[tuple[int, str]]
    topic: Topic | None
    any_at_all: bool
    can_add: bool


def members_page(person: Any, filters: Filters, number: int | str) -> MembersPage:
    """The members that fit, with their venues."""
    every = members_visible_to(person)
    found = every.filter(_narrowed(filters)).order_by(*_order(filters.sort)).values_list(*COLUMNS)
    page = Paginator(found, PER_PAGE).get_page(number)
    industries = [(value, str(label)) for value, label in Industry.choices]
    subdistricts = list(subdistricts_visible_to(person).values_list("pk", "name"))
    page.object_list = _rows(list(page.object_list), dict(industries), dict(subdistricts))
    return MembersPage(
        page=page,
        filters=filters,
        industries=industries,
        subdistricts=subdistricts,
        topic=_topic(person, filters),
        any_at_all=page.paginator.count > 0 or every.exists(),
        can_add=may(person, "organisations.change_member"),
    )


def _rows(
    found: list[tuple[Any, ...]], industries: dict[str, str], subdistricts: dict[int, str]
) -> list[MemberRow]:
    venues = _venue_names([each[0] for each in found])
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


def _venue_names(members: list[int]) -> dict[int, str]:
    """The venues of some members in words: one or two by name, of more the first and how many there are."""
    counted = Venue.objects.filter(member__in=members).order_by().values_list("member_id")
    return {
        member: _venue_words(first, last, number)
        for member, first, last, number in counted.annotate(Min("name"), Max("name"), Count("pk"))
    }


def _venue_words(first: str, last: str, number: int) -> str:
    if number == 1:
        return first
    if number == 2:
        return _(", ").join((first, last))
    return _("%(venue)s and %(more)d more") % {"venue": first, "more": number - 1}


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


def topics_with_use(person: Any) -> list[Topic]:
    """The topics with how many members show and want each."""
    counted = topics_visible_to(person).annotate(
        shown=Count("strengths", distinct=True), wanted=Count("needs", distinct=True)
    )
    return list(counted.order_by("rank", "name"))


def subdistricts_with_members(person: Any) -> list[Subdistrict]:
    """The subdistricts with how many members each has."""
    return list(subdistricts_visible_to(person).annotate(size=Count("members")).order_by("code", "name"))
