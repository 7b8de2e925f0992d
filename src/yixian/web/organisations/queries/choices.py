"""Members, subdistricts and topics: to choose from, and how much each is used."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from yixian.web.organisations.models import Member, Need, Strength, Subdistrict, Topic
from yixian.web.organisations.queries.members import (
    MOST_LISTED,
    SUBDISTRICTS,
    members_visible_to,
    subdistricts_visible_to,
    topics_visible_to,
)
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows

Named = list[tuple[int, str]]


def members_to_choose(person: Any) -> Named | None:
    """The members that the person may see; None where they are too many to look through."""
    found = MEMBERS.all(by=person)
    return found if len(found) <= MOST_LISTED else None


def subdistricts_to_choose(person: Any) -> Named:
    """The federation's subdistricts."""
    return SUBDISTRICTS.all(by=person)


def subdistrict_visible_to(person: Any, pk: int) -> Subdistrict | None:
    """One of the federation's subdistricts, or None."""
    return SUBDISTRICT.first(by=person, pk=pk)


@dataclass(frozen=True)
class TopicRow:
    """A topic with how many members show and want it."""

    pk: int
    name: str
    shown: int
    wanted: int


@dataclass(frozen=True)
class SubdistrictRow:
    """A subdistrict with how many members it has."""

    pk: int
    name: str
    size: int


def topics_with_use(person: Any) -> list[TopicRow]:
    """The topics with how many members show and want each."""
    return [TopicRow(*each) for each in TOPICS_WITH_USE.all(by=person)]


def subdistricts_with_members(person: Any) -> list[SubdistrictRow]:
    """The subdistricts with how many members each has."""
    return [SubdistrictRow(*each) for each in SUBDISTRICTS_WITH_MEMBERS.all(by=person)]


def _number(rows: QuerySet[Any], place: str) -> Coalesce:
    """How many of the rows point to the row of the outer query."""
    mine = rows.filter(**{place: OuterRef("pk")}).order_by().values(place)
    counted = mine.annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _topics_with_use(by: Any) -> QuerySet[Topic, Any]:
    """Counted one after the other: joined, every strength of a topic would meet every need of it."""
    topics = topics_visible_to(by).annotate(
        shown=_number(Strength.objects.all(), "topic"), wanted=_number(Need.objects.all(), "topic")
    )
    return topics.order_by("rank", "name").values_list("pk", "name", "shown", "wanted")


def _subdistricts_with_members(by: Any) -> QuerySet[Subdistrict, Any]:
    found = subdistricts_visible_to(by).annotate(size=_number(Member.objects.all(), "subdistrict"))
    return found.order_by("code", "name").values_list("pk", "name", "size")


MEMBERS = PreparedRows(
    lambda by: members_visible_to(by).values_list("pk", "short_name")[: MOST_LISTED + 1], by=Asker
)
SUBDISTRICT: Prepared[Subdistrict] = Prepared(
    lambda by, pk: subdistricts_visible_to(by).filter(pk=pk), by=Asker, pk=int
)
TOPICS_WITH_USE = PreparedRows(_topics_with_use, by=Asker)
SUBDISTRICTS_WITH_MEMBERS = PreparedRows(_subdistricts_with_members, by=Asker)
