"""Where stations stand on the floor plan."""

from django.db import transaction

from yixian.web.accounts.models import Person
from yixian.web.grouping import pictures
from yixian.web.grouping.actions.rotation import rotation_of
from yixian.web.grouping.models import Rotation
from yixian.web.grouping.rules.rotation import check_can_rotate
from yixian.web.meetings.models import Meeting, Station
from yixian.web.organisations.changes import set_values
from yixian.web.shared import audit, jobs
from yixian.web.shared.actions import action
from yixian.web.shared.pictures import blobs

WIDTH, HEIGHT = 1000, 600


@action
def place_station(*, by: Person, meeting: Meeting, station: Station, x: int, y: int) -> Station:
    """Put a station at a place of the plan, in thousandths of its width."""
    check_can_rotate(by, meeting)
    changes = set_values(station, {"plan_x": _within(x, WIDTH), "plan_y": _within(y, HEIGHT)})
    if not changes:
        audit.nothing_changed()
        return station
    station.save(update_fields=list(changes))
    audit.record(by=by, verb="grouping.place_station", thing=station, changes=changes)
    return station


@action
def place_meeting_point(*, by: Person, meeting: Meeting, x: int, y: int) -> Rotation:
    """Where the groups set out and come back to."""
    check_can_rotate(by, meeting)
    rotation = rotation_of(meeting)
    changes = set_values(rotation, {"meet_x": _within(x, WIDTH), "meet_y": _within(y, HEIGHT)})
    if not changes:
        audit.nothing_changed()
        return rotation
    rotation.save(update_fields=list(changes))
    audit.record(by=by, verb="grouping.place_station", thing=rotation, changes=changes)
    return rotation


def _within(value: int, most: int) -> int:
    return min(max(value, 0), most)


@action
def keep_picture(*, by: Person, meeting: Meeting, content: bytes) -> Rotation:
    """Take in a picture of the place; the worker paints it anew before anybody sees it."""
    check_can_rotate(by, meeting)
    rotation = rotation_of(meeting)
    before, name = rotation.picture, pictures.upload_name(meeting.federation_id, rotation.pk, content)
    blobs().put(name, content)
    rotation.picture = name
    rotation.save(update_fields=["picture"])
    jobs.enqueue("grouping.picture", federation_id=meeting.federation_id, rotation_id=rotation.pk, name=name)
    if before != name:
        transaction.on_commit(lambda: pictures.remove(before))
    audit.record(by=by, verb="grouping.keep_picture", thing=rotation)
    return rotation


@action
def take_picture(*, by: Person | None, rotation: Rotation, upload: str, ready: str) -> None:
    """Show what the worker painted, unless another picture came or went meanwhile."""
    current = Rotation.objects.get(pk=rotation.pk)
    transaction.on_commit(lambda: pictures.remove(upload))
    if current.picture != upload:
        transaction.on_commit(lambda: pictures.remove(ready))
        audit.nothing_changed()
        return
    current.picture = ready
    current.save(update_fields=["picture"])
    audit.record(by=by, verb="grouping.keep_picture", thing=current)


@action
def remove_picture(*, by: Person, meeting: Meeting) -> Rotation:
    """Take the picture away; the stations stay where they are."""
    check_can_rotate(by, meeting)
    rotation = rotation_of(meeting)
    before = rotation.picture
    if not before:
        audit.nothing_changed()
        return rotation
    rotation.picture = ""
    rotation.save(update_fields=["picture"])
    transaction.on_commit(lambda: pictures.remove(before))
    audit.record(by=by, verb="grouping.remove_picture", thing=rotation)
    return rotation
