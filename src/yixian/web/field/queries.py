"""What the phone shows: which meeting, which station, what may be done there."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page
from django.db.models import QuerySet
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture, Photo
from yixian.web.capture.queries.records import own_page
from yixian.web.capture.queries.rows import Row
from yixian.web.capture.rules import can_record
from yixian.web.grouping.queries.mine import OwnWalk, own_walk
from yixian.web.learning.queries.on_site import Asked, asked_at
from yixian.web.meetings.models import CheckIn, Meeting, Station
from yixian.web.meetings.queries.ballots import Result, results_for_voter
from yixian.web.shared import policy
from yixian.web.shared.prepared import Prepared, PreparedRows

LIVING = (Meeting.State.ANNOUNCED, Meeting.State.OPEN, Meeting.State.UNDER_WAY, Meeting.State.WRAPPED_UP)
LINE = (
    "title", "state", "held_on", "federation_id", "coordinator_id", "host_id", "is_archive", "host__short_name",
)  # fmt: skip
PHOTO = (
    "state", "size", "digest", "federation_id", "capture__author_id", "capture__meeting_id",
    "capture__federation_id", "capture__kind", "capture__hold",
)  # fmt: skip
MOST_NUMBER = 2**62
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
    walk: OwnWalk
    may_record: bool
    is_checked_in: bool
    may_check_in: bool
    own_count: int
    votes: list[Result]
    questions: list[Asked]

    @property
    def number(self) -> str:
        """The meeting's number, as the form sends it."""
        return str(self.meeting.pk)

    @property
    def times(self) -> dict[int, str]:
        """When one's own group is at each station; empty without a published timetable."""
        return {stop.station: f"{stop.starts}–{stop.ends}" for stop in self.walk.stops}

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
    page: Page[Row]


def meeting_on_site(person: Person, wanted: str = "") -> Meeting | None:
    """The meeting asked for; else the one under way, today's, the next, or the one just wrapped up."""
    if not policy.may(person, "meetings.see"):
        return None
    if wanted.isdecimal():
        number = min(int(wanted), MOST_NUMBER)
        return ASKED_FOR.first(federation_id=person.federation_id, meeting_id=number)
    today = timezone.localdate()
    candidates = NEAR.all(federation_id=person.federation_id)
    return min(candidates, key=lambda meeting: _distance(meeting, today.toordinal()), default=None)


def _living(federation_id: int) -> QuerySet[Meeting]:
    meetings = Meeting.objects.with_scopes_disabled().filter(federation_id=federation_id)
    meetings = meetings.filter(state__in=LIVING, is_archive=False)
    return meetings.select_related("host").only(*LINE).order_by("-held_on")


def _near(federation_id: int) -> QuerySet[Meeting]:
    return _living(federation_id).exclude(held_on=None)[:60]


def _asked_for(federation_id: int, meeting_id: int) -> QuerySet[Meeting]:
    return _living(federation_id).filter(pk=meeting_id)


def _stations(federation_id: int, meeting_id: int) -> QuerySet[Station]:
    stations = Station.objects.with_scopes_disabled().filter(federation_id=federation_id)
    stations = stations.filter(tour__meeting_id=meeting_id).order_by("position", "pk")
    return stations.only(*STATION)


def _places(person_id: int, meeting_id: int) -> QuerySet[Capture, Any]:
    own = Capture.objects.with_scopes_disabled().filter(author_id=person_id, meeting_id=meeting_id)
    return own.filter(deleted_at=None).order_by("-pk").values_list("station_id")


NEAR: Prepared[Meeting] = Prepared(_near, federation_id=int)
ASKED_FOR: Prepared[Meeting] = Prepared(_asked_for, federation_id=int, meeting_id=int)
STATIONS: Prepared[Station] = Prepared(_stations, federation_id=int, meeting_id=int)
PLACES = PreparedRows(_places, person_id=int, meeting_id=int)


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
    return STATIONS.all(federation_id=meeting.federation_id, meeting_id=meeting.pk)


def _in_order(stations: list[Station], walk: OwnWalk) -> list[Station]:
    """The stations as one's own group comes to them; those that it leaves out at the end."""
    order = {stop.station: number for number, stop in enumerate(walk.stops)}
    return sorted(stations, key=lambda each: order.get(each.pk, len(order)))


def field_home(person: Person, meeting: Meeting, station_pk: str) -> FieldHome:
    """Read the first page for one meeting."""
    walk = own_walk(person, meeting)
    stations = _in_order(stations_of(meeting), walk)
    places = [place for (place,) in PLACES.all(person_id=person.pk, meeting_id=meeting.pk)]
    last = next((str(place) for place in places if place is not None), "")
    by_pk = {str(each.pk): each for each in stations}
    may = can_record(person, meeting)
    return FieldHome(
        meeting=meeting,
        is_today=meeting.held_on == timezone.localdate(),
        stations=stations,
        station=by_pk.get(station_pk) or by_pk.get(last) or next(iter(stations), None),
        walk=walk,
        may_record=may,
        is_checked_in=CheckIn.objects.filter(meeting=meeting, person=person).exists(),
        may_check_in=may and meeting.state != Meeting.State.WRAPPED_UP,
        own_count=len(places),
        votes=results_for_voter(person, meeting),
        questions=asked_at(person, meeting),
    )


def awaited_photo(person: Person, client_id: UUID) -> Photo | None:
    """The photo of a record of this person's own that came before; None when it is not here."""
    own = Photo.objects.filter(capture__author=person, capture__client_id=client_id, capture__deleted_at=None)
    return own.select_related("capture").only(*PHOTO).order_by().first()


def mine_page(person: Person, meeting: Meeting, number: str) -> MinePage:
    """One's own records of a meeting, by pages."""
    return MinePage(meeting, own_page(person, meeting, number))
