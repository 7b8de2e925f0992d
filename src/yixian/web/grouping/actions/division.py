"""Divide people into groups, place who comes late, and take either back."""

from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.grouping.actions.seating import drop_leaders_elsewhere, restore, snapshot, write_places
from yixian.web.grouping.division import at_the_door, divide, locked_seats
from yixian.web.grouping.models import Grouping, Place
from yixian.web.grouping.queries.table import Table, load_table
from yixian.web.grouping.rules.groups import check_can_arrange
from yixian.web.meetings.models import Meeting
from yixian.web.shared import audit, jobs
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput, DomainError

MOST_GROUPS = 20
MOST_AT_ONCE = 60  # people who are divided within a request; more are divided by the worker
MOST_MATCHING = 10


@dataclass(frozen=True)
class Wanted:
    """How to divide: the number of groups, and how much questions that find an answer are worth (0 to 10)."""

    number: int
    matching: int = 2


def arrange(*, by: Person, meeting: Meeting, wanted: Wanted) -> Grouping:
    """Divide everybody who comes (or has come); with many people the worker does it, and the page waits."""
    check_can_arrange(by, meeting)
    table = load_table(meeting)
    _check(table, wanted)
    if len(table.due) > MOST_AT_ONCE:
        return request_division(by=by, meeting=meeting, wanted=wanted)
    return take_division(by=by, meeting=meeting, wanted=wanted, groups=divided(table, wanted))


def divided(table: Table, wanted: Wanted) -> list[list[int]]:
    """The planner's answer: people by group, the first group first."""
    draw = table.grouping.draw + 1 if table.grouping else 1
    return divide(table, people=table.due, number=wanted.number, matching=wanted.matching, draw=draw)


def _check(table: Table, wanted: Wanted) -> None:
    if not 1 <= wanted.number <= MOST_GROUPS:
        raise BadInput(_("There can be between 1 and 20 groups."))
    if not 0 <= wanted.matching <= MOST_MATCHING:
        raise BadInput(_("The slider goes from 0 to 10."))
    if not table.due:
        raise DomainError(_("Nobody has said yet that they come. Wait for replies, or send a reminder."))
    if len(table.due) < wanted.number:
        raise BadInput(_("There are fewer people than groups. Choose fewer groups."))


@action
def request_division(*, by: Person, meeting: Meeting, wanted: Wanted) -> Grouping:
    """Ask the worker; the page shows that it is under way."""
    check_can_arrange(by, meeting)
    grouping = grouping_of(meeting)
    before, grouping.wanted = grouping.wanted, asdict(wanted)
    grouping.save(update_fields=["wanted"])
    jobs.enqueue("grouping.divide", federation_id=meeting.federation_id, grouping_id=grouping.pk, by_id=by.pk)
    changes = {"wanted": [before, grouping.wanted]}
    audit.record(by=by, verb="grouping.divide", thing=grouping, changes=changes)
    return grouping


@action
def take_division(*, by: Person, meeting: Meeting, wanted: Wanted, groups: list[list[int]]) -> Grouping:
    """Keep a division; what was before is remembered, so that it can be taken back."""
    check_can_arrange(by, meeting)
    grouping = grouping_of(meeting)
    locked = {place.person_id: place.is_locked for place in grouping.places.all()}
    grouping.before = snapshot(grouping)
    grouping.draw += 1
    grouping.matching = wanted.matching
    grouping.wanted, grouping.changed = {}, {}
    grouping.save(update_fields=["before", "draw", "matching", "wanted", "changed"])
    rows = [
        (person, number, locked.get(person, False))
        for number, people in enumerate(groups, start=1)
        for person in people
    ]
    write_places(grouping, len(groups), rows)
    changes = {
        "groups": [None, len(groups)],
        "people": [None, len(rows)],
        "matching": [None, wanted.matching],
    }
    audit.record(by=by, verb="grouping.divide", thing=grouping, changes=changes)
    return grouping


@action
def undo_division(*, by: Person, meeting: Meeting) -> Grouping:
    """Back to the places before the last division or the last regrouping at the door."""
    check_can_arrange(by, meeting)
    grouping = grouping_of(meeting)
    if not grouping.before:
        raise DomainError(_("There is no earlier division to go back to."))
    before, grouping.before = grouping.before, snapshot(grouping)
    grouping.changed = {}
    grouping.save(update_fields=["before", "changed"])
    number = restore(grouping, before)
    audit.record(by=by, verb="grouping.undo_division", thing=grouping, changes={"people": [None, number]})
    return grouping


@action
def regroup_at_door(*, by: Person, meeting: Meeting, drop_missing: bool) -> dict[int, Any]:
    """Place who has come without a place, perhaps take out who has not; change as little else as possible.

    Returns person → [group number before, after]; 0 is no group.
    """
    check_can_arrange(by, meeting)
    table = load_table(meeting)
    if table.grouping is None or not table.places:
        raise DomainError(_("There are no groups yet. Divide the people first."))
    if not table.is_day:
        raise DomainError(_("Nobody has checked in yet. Place who comes late once people arrive."))
    change = _door(table, drop_missing)
    numbers: dict[int | None, int] = {group.pk: group.number for group in table.groups}
    moved = {pk: [numbers.get(one, 0), numbers.get(two, 0)] for pk, (one, two) in change.items()}
    if not moved:
        audit.nothing_changed()
        return {}
    grouping = table.grouping
    grouping.before = snapshot(grouping)
    grouping.changed = {str(pk): places for pk, places in moved.items()}
    grouping.save(update_fields=["before", "changed"])
    _move_rows(grouping, change)
    changes = {"moved": [None, {str(pk): places for pk, places in moved.items()}]}
    audit.record(by=by, verb="grouping.regroup", thing=grouping, changes=changes)
    return moved


def _door(table: Table, drop_missing: bool) -> dict[int, tuple[int | None, int | None]]:
    """What changes at the door: group before and after, by person."""
    matching = table.grouping.matching if table.grouping else 0
    leaders = {group.leader_id for group in table.groups if group.leader_id}
    missing = {pk for pk in table.places if pk in table.people and not table.people[pk].arrived}
    return at_the_door(
        {pk: list(people) for pk, people in table.seats.items()},
        newcomers=[pk for pk in table.due if pk not in table.places],
        gone=missing if drop_missing else set(),
        fixed=set(locked_seats(table, MOST_GROUPS)) | leaders,
        closed={group.pk for group in table.groups if group.is_locked},
        cost=lambda one, two: table.cost(one, two, matching),
    ).moved


def _move_rows(grouping: Grouping, change: dict[int, tuple[int | None, int | None]]) -> None:
    """Write what changed, and nothing else."""
    gone = [pk for pk, (_before, after) in change.items() if after is None]
    Place.objects.filter(grouping=grouping, person__in=gone).delete()
    for pk, (before, after) in change.items():
        if before is not None and after is not None:
            Place.objects.filter(grouping=grouping, person=pk).update(group=after)
    Place.objects.bulk_create(
        Place(federation_id=grouping.federation_id, grouping=grouping, group_id=after, person_id=pk)
        for pk, (before, after) in change.items()
        if before is None and after is not None
    )
    drop_leaders_elsewhere(grouping)


def grouping_of(meeting: Meeting) -> Grouping:
    """The meeting's groups as a whole, made when there are none yet."""
    grouping, _made = Grouping.objects.get_or_create(
        meeting=meeting, defaults={"federation_id": meeting.federation_id}
    )
    grouping.meeting = meeting
    return grouping
