"""The stations of a meeting as a list to choose from."""

from yixian.web.meetings.models import Meeting, Station


def stations_of(meeting: Meeting) -> list[tuple[str, str]]:
    """Number and name of each station, in walking order."""
    rows = Station.objects.filter(tour__meeting=meeting).order_by("position", "pk").values_list("pk", "name")
    return [(str(pk), name) for pk, name in rows]
