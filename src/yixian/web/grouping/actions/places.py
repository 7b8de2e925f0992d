"""Changes by hand: who sits where, who leads, what is locked, who keeps together or apart; publishing."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.grouping.actions.division import grouping_of
from yixian.web.grouping.models import Group, Grouping, Place, Wish
from yixian.web.grouping.rules.groups import (
    check_can_arrange,
    check_can_publish_groups,
    check_can_withdraw_groups,
)
from yixian.web.grouping.states import GROUPING
from yixian.web.meetings.models import Meeting
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput, DomainError


@action
def move_person(
    *, by: Person, meeting: Meeting, person: Person, group: Group, leads: bool = False, locked: bool = False
) -> tuple[int, int]:
    """Put a person into a group; returns the group numbers before and after, 0 for none.

    `leads` and `locked` bring back what a move took from them; whoever leads the group meanwhile goes on.
    """
    check_can_arrange(by, meeting)
    place = Place.objects.filter(grouping=group.grouping_id, person=person).select_related("group").first()
    before = place.group.number if place else 0
    if before == group.number:
        audit.nothing_changed()
        return before, before
    if place is None:
        own = {"federation_id": meeting.federation_id, "grouping_id": group.grouping_id}
        Place.objects.create(group=group, person=person, is_locked=locked, **own)
    else:
        _leave(place)
        place.group = group
        place.save(update_fields=["group"])
    changes: dict[str, Any] = {"group": [before, group.number]}
    if leads and Group.objects.filter(pk=group.pk, leader=None).update(leader=person):
        changes["leader_id"] = [None, person.pk]
    audit.record(by=by, verb="grouping.move", thing=group, changes=changes, on_behalf_of=person)
    return before, group.number


@action
def take_out(*, by: Person, meeting: Meeting, person: Person) -> int:
    """Take a person out of the groups; returns the number of the group, 0 when there was none."""
    check_can_arrange(by, meeting)
    place = (
        Place.objects.filter(grouping__meeting=meeting, person=person)
        .select_related("group", "grouping")
        .first()
    )
    if place is None:
        audit.nothing_changed()
        return 0
    number = place.group.number
    _leave(place)
    place.delete()
    changes = {"group": [number, 0]}
    audit.record(by=by, verb="grouping.take_out", thing=place.grouping, changes=changes, on_behalf_of=person)
    return number


def _leave(place: Place) -> None:
    """Who leaves a group no longer leads it."""
    Group.objects.filter(pk=place.group_id, leader=place.person_id).update(leader=None)


@action
def lock_place(*, by: Person, meeting: Meeting, person: Person, locked: bool) -> Place:
    """Keep a person where they are whatever is divided anew, or let them go."""
    check_can_arrange(by, meeting)
    place = Place.objects.filter(grouping__meeting=meeting, person=person).select_related("group").first()
    if place is None:
        raise DomainError(_("%(person)s is in no group yet.") % {"person": person})
    if place.is_locked == locked:
        audit.nothing_changed()
        return place
    place.is_locked = locked
    place.save(update_fields=["is_locked"])
    changes = {"is_locked": [not locked, locked]}
    audit.record(by=by, verb="grouping.lock", thing=place.group, changes=changes, on_behalf_of=person)
    return place


@action
def change_group(
    *, by: Person, meeting: Meeting, group: Group, leader: Person | None, guide: str, is_locked: bool
) -> Group:
    """Say who leads a group, who guides it, and whether it stays as it is."""
    check_can_arrange(by, meeting)
    if leader is not None and not group.places.filter(person=leader).exists():
        raise BadInput(_("%(person)s is not in this group.") % {"person": leader})
    wanted = {"leader_id": leader.pk if leader else None, "guide": guide.strip()[:60], "is_locked": is_locked}
    changes: dict[str, Any] = {
        name: [getattr(group, name), value] for name, value in wanted.items() if getattr(group, name) != value
    }
    if not changes:
        audit.nothing_changed()
        return group
    for name, (_old, value) in changes.items():
        setattr(group, name, value)
    group.save(update_fields=[name.removesuffix("_id") for name in changes])
    audit.record(by=by, verb="grouping.change_group", thing=group, changes=changes)
    return group


@action
def add_wish(*, by: Person, meeting: Meeting, kind: str, one: Person, two: Person) -> Wish:
    """Keep two people together, or apart; a later wish about the same two replaces the earlier."""
    check_can_arrange(by, meeting)
    if one.pk == two.pk:
        raise BadInput(_("Choose two different people."))
    first, second = sorted((one, two), key=lambda person: person.pk)
    grouping = grouping_of(meeting)
    wish, _made = Wish.objects.update_or_create(
        grouping=grouping, one=first, two=second,
        defaults={"kind": kind, "federation_id": meeting.federation_id},
    )  # fmt: skip
    changes = {"kind": [None, kind], "people": [None, [first.pk, second.pk]]}
    audit.record(by=by, verb="grouping.add_wish", thing=grouping, changes=changes)
    return wish


@action
def remove_wish(*, by: Person, wish: Wish) -> Grouping:
    """Drop a wish; nobody moves because of it."""
    check_can_arrange(by, wish.grouping.meeting)
    changes = {"kind": [wish.kind, None], "people": [[wish.one_id, wish.two_id], None]}
    audit.record(by=by, verb="grouping.remove_wish", thing=wish.grouping, changes=changes)
    wish.delete()
    return wish.grouping


@action
def publish_groups(*, by: Person, grouping: Grouping) -> Grouping:
    """Let everybody who comes see their group."""
    check_can_publish_groups(by, grouping)
    grouping.published_at = timezone.now()
    return _step(by, grouping, "publish", "grouping.publish")


@action
def withdraw_groups(*, by: Person, grouping: Grouping) -> Grouping:
    """Take the groups back to draft."""
    check_can_withdraw_groups(by, grouping)
    grouping.published_at = None
    return _step(by, grouping, "withdraw", "grouping.withdraw")


def _step(by: Person, grouping: Grouping, verb: str, entry: str) -> Grouping:
    before, after = GROUPING.move(grouping, verb)
    grouping.save(update_fields=["state", "published_at"])
    audit.record(by=by, verb=entry, thing=grouping, changes={"state": [before, after]})
    return grouping
