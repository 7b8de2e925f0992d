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
    visits = Visit.objects.with_scopes_disabled().filter(rotation_id=rotation_id)
    return visits.select_related("group", "station").order_by("now_starts", "pk")


ROTATION: Prepared[Rotation] = Prepared(_of(Rotation, meeting_id="meeting_id"), meeting_id=int)
STATIONS: Prepared[Station] = Prepared(_of(Station, meeting_id="tour__meeting_id"), meeting_id=int)
GROUPS: Prepared[Group] = Prepared(_of(Group, meeting_id="grouping__meeting_id"), meeting_id=int)
LEGS: Prepared[Leg] = Prepared(_of(Leg, rotation_id="rotation_id"), rotation_id=int)
VISITS: Prepared[Visit] = Prepared(_visits, rotation_id=int)


def stations_of(meeting: Meeting) -> list[Station]:
    """The stations of a meeting's tour in their order."""
    return STATIONS.all(meeting_id=meeting.pk)


def groups_of(meeting: Meeting) -> list[Group]:
    """The groups of a meeting by number."""
    return GROUPS.all(meeting_id=meeting.pk)


def legs_of(rotation: Rotation) -> list[Leg]:
    """The ways that differ from the usual."""
    return LEGS.all(rotation_id=rotation.pk) if rotation.pk else []


def visits_of(rotation: Rotation) -> list[Visit]:
    """Every visit with group and station, by time."""
    return VISITS.all(rotation_id=rotation.pk) if rotation.pk else []
