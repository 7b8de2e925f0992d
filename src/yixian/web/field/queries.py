"""What the phone shows: which meeting, which station, what may be done there."""

from dataclasses import dataclass

from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.capture.queries.records import own_rows
from yixian.web.capture.queries.rows import Row
from yixian.web.capture.rules import can_record
from yixian.web.meetings.models import CheckIn, Meeting, Station
from yixian.web.meetings.queries.meetings import meetings_visible_to

LIVING = (Meeting.State.ANNOUNCED, Meeting.State.OPEN, Meeting.State.UNDER_WAY, Meeting.State.WRAPPED_UP)
LINE = (
    "title", "state", "held_on", "federation_id", "coordinator_id", "host_id", "is_archive", "host__short_name",
)  # fmt: skip
STATION = (
    "position", "name", "what", "guide", "photos", "is_screened", "do_not_disturb", "screened_what", "tour_id",
)  # fmt: skip


@dataclass(frozen=True)
class FieldHome:
    """The first page on the phone: where I am, what I may do here, how much I recorded."""

    meeting: Meeting
    is_today: bool
    stations: list[Station]
    station: Station | None
    may_record: bool
    is_checked_in: bool
    may_check_in: bool
    own_count: int

    @property
    def number(self) -> str:
        """The meeting's number, as the form sends it."""
        return str(self.meeting.pk)

    @property
    def host(self) -> str:
        """The host's short name."""
        return self.meeting.host.short_name if self.meeting.host else ""

    @property
    def photos_forbidden(self) -> bool:
        """Whether the photo key is locked here."""
        return self.station is not None and self.station.photos == Station.Photos.FORBIDDEN


@dataclass(frozen=True)
class MinePage:
    """What this person recorded at a meeting."""

    meeting: Meeting
    rows: list[Row]


def meeting_on_site(person: Person, wanted: str = "") -> Meeting | None:
    """The meeting asked for; else the one under way, today's, the next, or the one just wrapped up."""
    living = meetings_visible_to(person).filter(state__in=LIVING, is_archive=False)
    living = living.select_related(None).select_related("host").only(*LINE)
    if wanted.isdecimal():
        return living.filter(pk=int(wanted)).order_by().first()
    today = timezone.localdate()
    candidates = list(living.exclude(held_on=None).order_by("-held_on")[:60])
    return min(candidates, key=lambda meeting: _distance(meeting, today.toordinal()), default=None)


def _distance(meeting: Meeting, today: int) -> tuple[int, int]:
    """Smaller is nearer: under way, then today, then to come, then over."""
    away = (meeting.held_on.toordinal() if meeting.held_on else 0) - today
    if meeting.state == Meeting.State.UNDER_WAY:
        return (0, abs(away))
    if away == 0:
        return (1, 0)
    if meeting.state == Meeting.State.WRAPPED_UP:
        return (3, abs(away))
    return (2, away) if away > 0 else (4, -away)


def stations_of(meeting: Meeting) -> list[Station]:
    """The stations of a meeting's tour in walking order."""
    stations = Station.objects.filter(tour__meeting=meeting).order_by("position", "pk")
    return list(stations.only(*STATION))


def field_home(person: Person, meeting: Meeting, station_pk: str) -> FieldHome:
    """Read the first page for one meeting."""
    stations = stations_of(meeting)
    own = Capture.objects.filter(author=person, meeting=meeting, deleted_at=None).order_by("-pk")
    places = list(own.values_list("station_id", flat=True))
    last = next((str(place) for place in places if place is not None), "")
    by_pk = {str(each.pk): each for each in stations}
    may = can_record(person, meeting)
    return FieldHome(
        meeting=meeting,
        is_today=meeting.held_on == timezone.localdate(),
        stations=stations,
        station=by_pk.get(station_pk) or by_pk.get(last) or next(iter(stations), None),
        may_record=may,
        is_checked_in=CheckIn.objects.filter(meeting=meeting, person=person).exists(),
        may_check_in=may and meeting.state != Meeting.State.WRAPPED_UP,
        own_count=len(places),
    )


def mine_page(person: Person, meeting: Meeting) -> MinePage:
    """One's own records of a meeting."""
    return MinePage(meeting, own_rows(person, meeting))
