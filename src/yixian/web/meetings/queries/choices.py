"""What can be chosen in the forms of a meeting, as (key, label) from rows of plain values.

None stands for more than anybody looks through: then a name is written instead. Long lists are put in order
here and not by the database, which would have to sort thousands of rows to tell that they are too many.
"""

from typing import Any

from django.db.models import Q, QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Invitation, Meeting, Programme
from yixian.web.meetings.words import apart
from yixian.web.organisations.models import Member, Topic, Venue
from yixian.web.organisations.queries.members import MOST_LISTED
from yixian.web.shared.prepared import Prepared, PreparedRows

Choices = list[tuple[int, str]]
NOBODY = 0
PEOPLE_IN_ORDER = ("member__rank", "member__pinyin", "rank", "pinyin")
VENUES_IN_ORDER = ("member__rank", "member__pinyin")


def _people(federation_id: int) -> QuerySet[Person, Any]:
    people = Person.objects.with_scopes_disabled().filter(federation_id=federation_id, is_active=True)
    columns = ("pk", "member__short_name", "name", "post_title", "post", "duty", *PEOPLE_IN_ORDER)
    return people.order_by().values_list(*columns)[: MOST_LISTED + 1]


def _delegate(federation_id: int, member_id: int, person_id: int) -> QuerySet[Person]:
    people = Person.objects.with_scopes_disabled().filter(federation_id=federation_id, is_active=True)
    return people.filter(member_id=member_id, pk=person_id).exclude(post=Person.Post.CHAIR)


def _members(federation_id: int, member_id: int) -> QuerySet[Member, Any]:
    members = Member.objects.with_scopes_disabled().filter(federation_id=federation_id)
    members = members.filter(Q(is_active=True) | Q(pk=member_id))
    return members.values_list("pk", "name")[: MOST_LISTED + 1]


def _venues(federation_id: int) -> QuerySet[Venue, Any]:
    venues = Venue.objects.with_scopes_disabled().filter(federation_id=federation_id)
    return venues.order_by().values_list("pk", "member__short_name", "name", *VENUES_IN_ORDER)[
        : MOST_LISTED + 1
    ]


def _topics(federation_id: int) -> QuerySet[Topic, Any]:
    return Topic.objects.with_scopes_disabled().filter(federation_id=federation_id).values_list("pk", "name")


def _topics_of(meeting_id: int) -> QuerySet[Topic, Any]:
    return Topic.objects.with_scopes_disabled().filter(meetings=meeting_id).values_list("pk", "name")


def _programmes(federation_id: int) -> QuerySet[Programme]:
    return Programme.objects.with_scopes_disabled().filter(federation_id=federation_id, is_active=True)


PEOPLE = PreparedRows(_people, federation_id=int)
DELEGATE: Prepared[Person] = Prepared(_delegate, federation_id=int, member_id=int, person_id=int)
MEMBERS = PreparedRows(_members, federation_id=int, member_id=int)
VENUES = PreparedRows(_venues, federation_id=int)
PROGRAMMES: Prepared[Programme] = Prepared(_programmes, federation_id=int)
TOPICS_OF = PreparedRows(_topics_of, meeting_id=int)
TOPICS = PreparedRows(_topics, federation_id=int)


def _place_of_person(row: list[Any]) -> tuple[Any, ...]:
    """Where a person stands: the federation's own first, then union by union."""
    pk, (union_rank, union_pinyin, rank, pinyin) = row[0], row[6:]
    return (union_rank is not None, union_rank, union_pinyin, rank, pinyin, pk)


def _place_of_venue(row: list[Any]) -> tuple[Any, ...]:
    """Where a venue stands: union by union, then by name."""
    pk, _unit, name, union_rank, union_pinyin = row
    return (union_rank, union_pinyin, name, pk)


def people_to_choose(federation_id: int, *, of_members: bool = False) -> Choices | None:
    """Active people, union by union; `of_members` leaves the federation's own out."""
    rows = PEOPLE.all(federation_id=federation_id)
    if len(rows) > MOST_LISTED:
        return None
    posts, between = {value: str(words) for value, words in Person.Post.choices}, apart()
    return [
        (pk, between.join(filter(None, (unit, name, title or posts.get(post)))))
        for pk, unit, name, title, post, duty, *_order in sorted(rows, key=_place_of_person)
        if not of_members or duty == Person.Duty.MEMBER
    ]


def delegate_of(invitation: Invitation, pk: int) -> Person | None:
    """Somebody of the invited member who can come in the chair's place, or None."""
    of_whom = {"federation_id": invitation.federation_id, "member_id": invitation.member_id}
    return DELEGATE.first(**of_whom, person_id=pk)


def members_to_choose(federation_id: int, also: int | None = None) -> Choices | None:
    """Active members, and the one that stands there already."""
    rows = MEMBERS.all(federation_id=federation_id, member_id=also or NOBODY)
    return [(pk, name) for pk, name in rows] if len(rows) <= MOST_LISTED else None


def venues_to_choose(federation_id: int) -> Choices | None:
    """Venues, told apart by whose they are."""
    rows, between = VENUES.all(federation_id=federation_id), apart()
    if len(rows) > MOST_LISTED:
        return None
    return [(pk, f"{unit}{between}{name}") for pk, unit, name, *_order in sorted(rows, key=_place_of_venue)]


def topics_to_choose(federation_id: int) -> Choices:
    """Every topic of the federation."""
    return [(pk, name) for pk, name in TOPICS.all(federation_id=federation_id)]


def topics_of(meeting: Meeting) -> Choices:
    """The topics that a meeting has."""
    return [(pk, name) for pk, name in TOPICS_OF.all(meeting_id=meeting.pk)]


def running_programmes(federation_id: int) -> list[Programme]:
    """The series that meetings are set up for."""
    return PROGRAMMES.all(federation_id=federation_id)
