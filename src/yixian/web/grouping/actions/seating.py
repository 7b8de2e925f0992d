"""Who sits where and who leads, written, remembered and brought back. Called by actions, in their transaction."""

from typing import Any

from django.db.models import Exists, OuterRef

from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Group, Grouping, Place

Row = tuple[int, int, bool]  # a person, the number of their group, and whether they are locked in it


def snapshot(grouping: Grouping) -> dict[str, list[list[Any]]]:
    """The places, and of each group its leader, its guide and whether it is locked; empty without places."""
    places = grouping.places.order_by("pk").values_list("person_id", "group__number", "is_locked")
    groups = grouping.groups.values_list("number", "leader_id", "guide", "is_locked")
    rows = [list(row) for row in places]
    return {"places": rows, "groups": [list(row) for row in groups]} if rows else {}


def restore(grouping: Grouping, before: Any) -> int:
    """The places of a snapshot; returns their number.

    Groups that were gone come back with guide and lock. Who led then leads again, unless somebody leads now.
    """
    if isinstance(before, list):  # kept before leaders were remembered
        before = {"places": before, "groups": []}
    rows: list[Row] = [(person, number, locked) for person, number, locked in before["places"]]
    there = set(grouping.groups.values_list("number", flat=True))
    write_places(grouping, max(number for _person, number, _locked in rows), rows)
    groups = {group.number: group for group in grouping.groups.all()}
    seated = dict(grouping.places.values_list("person_id", "group__number"))
    changed = []
    for number, leader, guide, locked in before["groups"]:
        group = groups.get(number)
        if group is None:
            continue
        if number not in there:
            group.guide, group.is_locked = guide, locked
        if group.leader_id is None and seated.get(leader) == number:
            group.leader_id = leader
        changed.append(group)
    Group.objects.bulk_update(changed, ["leader", "guide", "is_locked"])
    return len(rows)


def drop_leaders_elsewhere(grouping: Grouping) -> None:
    """Who is no longer in a group no longer leads it."""
    in_it = Place.objects.filter(group=OuterRef("pk"), person=OuterRef("leader"))
    Group.objects.filter(~Exists(in_it), grouping=grouping, leader__isnull=False).update(leader=None)


def write_places(grouping: Grouping, number: int, rows: list[Row]) -> None:
    """Groups 1 to `number` with these people; groups that are left over go."""
    own = {"federation_id": grouping.federation_id, "grouping": grouping}
    grouping.places.all().delete()
    grouping.groups.filter(number__gt=number).delete()
    there = set(grouping.groups.values_list("number", flat=True))
    Group.objects.bulk_create(Group(number=each, **own) for each in range(1, number + 1) if each not in there)
    keys = dict(grouping.groups.values_list("number", "pk"))
    known = set(
        Person.objects.filter(federation_id=grouping.federation_id, is_active=True).values_list(
            "pk", flat=True
        )
    )
    Place.objects.bulk_create(
        Place(group_id=keys[group], person_id=person, is_locked=locked, **own)
        for person, group, locked in rows
        if person in known
    )
    drop_leaders_elsewhere(grouping)
