"""The stations of a meeting as a list to choose from."""

from typing import Any

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, Station
from yixian.web.meetings.queries.meetings import meetings_visible_to
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows


def _names(federation_id: int, meeting_id: int) -> QuerySet[Station, Any]:
    stations = Station.objects.with_scopes_disabled().filter(federation_id=federation_id)
    stations = stations.filter(tour__meeting_id=meeting_id).order_by("position", "pk")
    return stations.values_list("pk", "name")


def _visible(by: Person, pk: int) -> QuerySet[Station]:
    stations = Station.objects.filter(federation_id=by.federation_id, pk=pk)
    stations = stations.filter(tour__meeting__in=meetings_visible_to(by)).select_related("tour").order_by()
    return stations.only("name", "what", "photos", "tour__meeting_id")


ONE: Prepared[Station] = Prepared(_visible, by=Asker, pk=int)
NAMES = PreparedRows(_names, federation_id=int, meeting_id=int)


def stations_of(meeting: Meeting) -> list[tuple[str, str]]:
    """Number and name of each station, in walking order."""
    rows = NAMES.all(federation_id=meeting.federation_id, meeting_id=meeting.pk)
    return [(str(pk), name) for pk, name in rows]


def station_visible_to(person: Person, pk: int) -> Station | None:
    """A station of a meeting that this person may see, with its tour, or None."""
    return ONE.first(by=person, pk=pk)
