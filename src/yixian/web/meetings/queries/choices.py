"""What can be chosen in the forms of a meeting, as (key, label) from rows of plain values.

None stands for more than anybody looks through: then a name is written instead.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.queries.prepared_rows import PreparedRows
from yixian.web.meetings.words import apart
from yixian.web.organisations.models import Member, Topic, Venue
from yixian.web.organisations.queries.members import MOST_LISTED

Choices = list[tuple[int, str]]
NOBODY = 0


def _people(federation_id: int) -> QuerySet[Person]:
    return Person.objects.with_scopes_disabled().filter(federation_id=federation_id, is_active=True)


def _people_by_union(federation_id: int) -> QuerySet[Person, Any]:
    people = _people(federation_id).order_by("member__rank", "member__pinyin", "rank", "pinyin", "pk")
    return people.values_list("pk", "member__short_name", "name", "post_title", "post", "duty")


def _members(federation_id: int) -> QuerySet[Member]:
    return Member.objects.with_scopes_disabled().filter(federation_id=federation_id)


def _members_in_order(federation_id: int, member_id: int) -> QuerySet[Member, Any]:
    return _members(federation_id).filter(Q(is_active=True) | Q(pk=member_id)).values_list("pk", "name")


def _venues(federation_id: int) -> QuerySet[Venue]:
    return Venue.objects.with_scopes_disabled().filter(federation_id=federation_id)


def _venues_by_union(federation_id: int) -> QuerySet[Venue, Any]:
    venues = _venues(federation_id).order_by("member__rank", "member__pinyin", "name", "pk")
    return venues.values_list("pk", "member__short_name", "name")


def _topics(federation_id: int) -> QuerySet[Topic, Any]:
    return Topic.objects.with_scopes_disabled().filter(federation_id=federation_id).values_list("pk", "name")


def _one_too_many(records: Callable[[int], QuerySet[Any]]) -> PreparedRows:
    """The record after the last that a list may show, if there is one."""
    return PreparedRows(
        lambda federation_id: (
            records(federation_id).order_by().values_list("pk")[MOST_LISTED : MOST_LISTED + 1]
        ),
        federation_id=int,
    )


PEOPLE, TOO_MANY_PEOPLE = PreparedRows(_people_by_union, federation_id=int), _one_too_many(_people)
MEMBERS = PreparedRows(_members_in_order, federation_id=int, member_id=int)
TOO_MANY_MEMBERS = _one_too_many(_members)
VENUES, TOO_MANY_VENUES = PreparedRows(_venues_by_union, federation_id=int), _one_too_many(_venues)
TOPICS = PreparedRows(_topics, federation_id=int)


def people_to_choose(federation_id: int, *, of_members: bool = False) -> Choices | None:
    """Active people, union by union; `of_members` leaves the federation's own out."""
    if TOO_MANY_PEOPLE.all(federation_id=federation_id):
        return None
    posts, between = {value: str(words) for value, words in Person.Post.choices}, apart()
    return [
        (pk, between.join(filter(None, (unit, name, title or posts.get(post)))))
        for pk, unit, name, title, post, duty in PEOPLE.all(federation_id=federation_id)
        if not of_members or duty == Person.Duty.MEMBER
    ]


def members_to_choose(federation_id: int, also: int | None = None) -> Choices | None:
    """Active members, and the one that stands there already."""
    if TOO_MANY_MEMBERS.all(federation_id=federation_id):
        return None
    rows = MEMBERS.all(federation_id=federation_id, member_id=also or NOBODY)
    return [(pk, name) for pk, name in rows]


def venues_to_choose(federation_id: int) -> Choices | None:
    """Venues, told apart by whose they are."""
    if TOO_MANY_VENUES.all(federation_id=federation_id):
        return None
    between = apart()
    return [(pk, f"{unit}{between}{name}") for pk, unit, name in VENUES.all(federation_id=federation_id)]


def topics_to_choose(federation_id: int) -> Choices:
    """Every topic of the federation."""
    return [(pk, name) for pk, name in TOPICS.all(federation_id=federation_id)]
