"""The stations of a meeting as a list to choose from."""

from typing import Any

from django.db.models import QuerySet

from yixian.web.meetings.models import Meeting, Station
from yixian.web.shared.prepared import PreparedRows


def _names(federation_id: int, meeting_id: int) -> QuerySet[Station, Any]:
    stations = Station.objects.with_scopes_disabled().filter(federation_id=federation_id)
    stations = stations.filter(tour__meeting_id=meeting_id).order_by("position", "pk")
    return stations.values_list("pk", "name")


NAMES = PreparedRows(_names, federation_id=int, meeting_id=int)


def stations_of(meeting: Meeting) -> list[tuple[str, str]]:
    """Number and name of each station, in walking order."""
    rows = NAMES.all(federation_id=meeting.federation_id, meeting_id=meeting.pk)
    return [(str(pk), name) for pk, name in rows]
