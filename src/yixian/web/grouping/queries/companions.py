"""With whom somebody walked: in published groups, and only those who came."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, QuerySet, Value

from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Grouping, Place
from yixian.web.shared import policy
from yixian.web.shared.prepared import Asker, PreparedRows


@dataclass(frozen=True)
class Walk:
    """The group of a person at one meeting: its number, whether they led it, and who else was in it."""

    number: int
    led: bool
    companions: list[tuple[str, str]] = field(default_factory=list)


def _beside(by: Person, person_id: int) -> QuerySet[Place]:
    """Places of those who came, in the published groups in which this person had one, the own among them."""
    if not policy.may(by, "grouping.see"):
        return Place.objects.none()
    places = Place.objects.filter(federation_id=by.federation_id, grouping__state=Grouping.State.PUBLISHED)
    came = {"person__check_ins__meeting_id": F("grouping__meeting_id")}
    return places.filter(group__places__person_id=person_id, **came).order_by()


def _walked(by: Person, person_id: int, meetings: Any) -> QuerySet[Place, Any]:
    found = _beside(by, person_id).filter(grouping__meeting_id__in=meetings)
    columns = ("grouping__meeting_id", "group__number", "group__leader_id", "person_id", "person__name")
    return found.order_by("person__rank", "pk").values_list(*columns, "person__member__short_name")


def _met(by: Person, person_id: int) -> QuerySet[Place, Any]:
    others = _beside(by, person_id).exclude(person_id=person_id)
    return others.values(all=Value(1)).annotate(met=Count("person_id", distinct=True)).values_list("met")


WALKED = PreparedRows(_walked, by=Asker, person_id=int, meetings=list)
MET = PreparedRows(_met, by=Asker, person_id=int)


def walks_of(by: Person, person_id: int, meetings: list[int]) -> dict[int, Walk]:
    """The groups of a person at these meetings, by meeting (one query)."""
    walks: dict[int, Walk] = {}
    rows = WALKED.all(by=by, person_id=person_id, meetings=meetings)
    for meeting, number, leader, person, name, unit in rows:
        walk = walks.setdefault(meeting, Walk(number, leader == person_id))
        if person != person_id:
            walk.companions.append((name, unit or ""))
    return walks


def met_by(by: Person, person_id: int) -> int:
    """How many different people somebody has walked with (one query)."""
    (met,) = MET.first(by=by, person_id=person_id) or (0,)
    return int(met)
