"""What can be chosen in the forms of a meeting, as (key, label) from rows of plain values."""

from typing import Any

from django.db.models import Q, QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.queries.prepared_rows import PreparedRows
from yixian.web.meetings.words import apart
from yixian.web.organisations.models import Member, Topic, Venue

Choices = list[tuple[int, str]]
NOBODY = 0


def _people(federation_id: int) -> QuerySet[Person, Any]:
    people = Person.objects.with_scopes_disabled().filter(federation_id=federation_id, is_active=True)
    people = people.order_by("member__rank", "member__pinyin", "rank", "pinyin", "pk")
    return people.values_list("pk", "member__short_name", "name", "post_title", "post", "duty")


def _members(federation_id: int, member_id: int) -> QuerySet[Member, Any]:
    members = Member.objects.with_scopes_disabled().filter(federation_id=federation_id)
    return members.filter(Q(is_active=True) | Q(pk=member_id)).values_list("pk", "name")


def _venues(federation_id: int) -> QuerySet[Venue, Any]:
    venues = Venue.objects.with_scopes_disabled().filter(federation_id=federation_id)
    venues = venues.order_by("member__rank", "member__pinyin", "name", "pk")
    return venues.values_list("pk", "member__short_name", "name")


def _topics(federation_id: int) -> QuerySet[Topic, Any]:
    return Topic.objects.with_scopes_disabled().filter(federation_id=federation_id).values_list("pk", "name")


PEOPLE = PreparedRows(_people, federation_id=int)
MEMBERS = PreparedRows(_members, federation_id=int, member_id=int)
VENUES = PreparedRows(_venues, federation_id=int)
TOPICS = PreparedRows(_topics, federation_id=int)


def people_to_choose(federation_id: int, *, of_members: bool = False) -> Choices:
    """Active people, union by union; `of_members` leaves the federation's own out."""
    posts, between = {value: str(words) for value, words in Person.Post.choices}, apart()
    return [
        (pk, between.join(filter(None, (unit, name, title or posts.get(post)))))
        for pk, unit, name, title, post, duty in PEOPLE.all(federation_id=federation_id)
        if not of_members or duty == Person.Duty.MEMBER
    ]


def members_to_choose(federation_id: int, also: int | None = None) -> Choices:
    """Active members, and the one that stands there already."""
    rows = MEMBERS.all(federation_id=federation_id, member_id=also or NOBODY)
    return [(pk, name) for pk, name in rows]


def venues_to_choose(federation_id: int) -> Choices:
    """Venues, told apart by whose they are."""
    between = apart()
    return [(pk, f"{unit}{between}{name}") for pk, unit, name in VENUES.all(federation_id=federation_id)]


def topics_to_choose(federation_id: int) -> Choices:
    """Every topic of the federation."""
    return [(pk, name) for pk, name in TOPICS.all(federation_id=federation_id)]
