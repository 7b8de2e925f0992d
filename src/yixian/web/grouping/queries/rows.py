"""The rows of a walk by prepared queries: every page of the rotation asks for them."""

from typing import Any

from django.db.models import QuerySet

from yixian.web.grouping.models import Group, Leg, Rotation, Visit
from yixian.web.meetings.models import Meeting, Station
from yixian.web.shared.prepared import Prepared


def _of(model: Any, **fixed: str) -> Any:
    """A queryset by one value, across federations: whoever asks has found the meeting first."""
    ((name, path),) = fixed.items()
    return lambda **given: model.objects.with_scopes_disabled().filter(**{path: given[name]})


def _visits(rotation_id: int) -> QuerySet[Visit]:
    return Visit.objects.with_scopes_disabled().filter(rotation_id=rotation_id).order_by("now_starts", "pk")


ROTATION: Prepared[Rotation] = Prepared(_of(Rotation, meeting_id="meeting_id"), meeting_id=int)
STATIONS: Prepared[Station] = Prepared(_of(Station, meeting_id="tour__meeting_id"), meeting_id=int)
GROUPS: Prepared[Group] = Prepared(_of(Group, meeting_id="grouping__meeting_id"), meeting_id=int)
GROUP: Prepared[Group] = Prepared(
    lambda meeting_id, pk: (
        _of(Group, meeting_id="grouping__meeting_id")(meeting_id=meeting_id)
        .filter(pk=pk)
        .select_related("grouping")
    ),
    meeting_id=int,
    pk=int,
)
LEGS: Prepared[Leg] = Prepared(_of(Leg, rotation_id="rotation_id"), rotation_id=int)
VISITS_OF_GROUP: Prepared[Visit] = Prepared(
    lambda group_id: (
        Visit.objects.with_scopes_disabled()
        .filter(group_id=group_id)
        .select_related("station")
        .order_by("now_starts", "pk")
    ),
    group_id=int,
)
VISITS: Prepared[Visit] = Prepared(_visits, rotation_id=int)


def stations_of(meeting: Meeting) -> list[Station]:
    """The stations of a meeting's tour in their order."""
    return STATIONS.all(meeting_id=meeting.pk)


def groups_of(meeting: Meeting) -> list[Group]:
    """The groups of a meeting by number."""
    return GROUPS.all(meeting_id=meeting.pk)


def group_of(meeting: Meeting, pk: int) -> Group | None:
    """One group of a meeting."""
    group = GROUP.first(meeting_id=meeting.pk, pk=pk)
    if group is not None:
        group.grouping.meeting = meeting
    return group


def legs_of(rotation: Rotation) -> list[Leg]:
    """The ways that differ from the usual."""
    return LEGS.all(rotation_id=rotation.pk) if rotation.pk else []


def visits_of(rotation: Rotation) -> list[Visit]:
    """Every visit by time."""
    return VISITS.all(rotation_id=rotation.pk) if rotation.pk else []


def visits_of_group(group: Group) -> list[Visit]:
    """One group's visits with their stations, by time."""
    return VISITS_OF_GROUP.all(group_id=group.pk)


def visits_with_names(rotation: Rotation, meeting: Meeting) -> list[Visit]:
    """The same with group and station at hand, each read once; only those of this meeting's own."""
    visits = visits_of(rotation)
    stations = {each.pk: each for each in stations_of(meeting)} if visits else {}
    groups = {each.pk: each for each in groups_of(meeting)} if visits else {}
    own = [visit for visit in visits if visit.station_id in stations and visit.group_id in groups]
    for visit in own:
        visit.station, visit.group = stations[visit.station_id], groups[visit.group_id]
    return own
