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


@dataclass(frozen=True)
class FieldHome:
    """The first page on the phone: where I am, what I may do here, how much I recorded."""

    meeting: Meeting
    is_today: bool
    stations: list[Station]
    station: Station | None
    next_station: Station | None
    may_record: bool
    is_checked_in: bool
    may_check_in: bool
    own_count: int

    @property
    def photos_forbidden(self) -> bool:
        """Whether the photo key is locked here."""
        return self.station is not None and self.station.photos == Station.Photos.FORBIDDEN


@dataclass(frozen=True)
class MinePage:
    """What this person recorded at a meeting."""

    meeting: Meeting
    rows: list[Row]
    may_record: bool


def meeting_on_site(person: Person, wanted: str = "") -> Meeting | None:
    """The meeting asked for; else the one under way, today's, the next, or the one just wrapped up."""
    living = meetings_visible_to(person).filter(state__in=LIVING, is_archive=False)
    if wanted.isdecimal():
        return living.filter(pk=int(wanted)).first()
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
    return list(Station.objects.filter(tour__meeting=meeting).order_by("position", "pk"))


def field_home(person: Person, meeting: Meeting, station_pk: str) -> FieldHome:
    """Read the first page for one meeting."""
    stations = stations_of(meeting)
    here = next((number for number, each in enumerate(stations) if str(each.pk) == station_pk), None)
    if here is None:
        here = _last_station(person, meeting, stations)
    may = can_record(person, meeting)
    own = Capture.objects.filter(author=person, meeting=meeting, deleted_at=None)
    return FieldHome(
        meeting=meeting,
        is_today=meeting.held_on == timezone.localdate(),
        stations=stations,
        station=stations[here] if here is not None else None,
        next_station=stations[here + 1] if here is not None and here + 1 < len(stations) else None,
        may_record=may,
        is_checked_in=CheckIn.objects.filter(meeting=meeting, person=person).exists(),
        may_check_in=may and meeting.state != Meeting.State.WRAPPED_UP,
        own_count=own.count(),
    )


def _last_station(person: Person, meeting: Meeting, stations: list[Station]) -> int | None:
    """Where this person recorded last, else the first stop; None without a tour."""
    last = (
        Capture.objects.filter(author=person, meeting=meeting, deleted_at=None)
        .exclude(station=None)
        .order_by("-pk")
        .values_list("station_id", flat=True)
        .first()
    )
    found = next((number for number, each in enumerate(stations) if each.pk == last), None)
    return found if found is not None else (0 if stations else None)


def mine_page(person: Person, meeting: Meeting) -> MinePage:
    """One's own records of a meeting."""
    return MinePage(meeting, own_rows(person, meeting), can_record(person, meeting))
