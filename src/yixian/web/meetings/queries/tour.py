"""The tour as everyone invited sees it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, Station, Tour
from yixian.web.meetings.rules.lifecycle import BEFORE_START
from yixian.web.meetings.rules.tour import can_change_tour
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.meetings.zones import Sign, signs_of
from yixian.web.shared.prepared import Prepared


@dataclass(frozen=True)
class StationRow:
    """A station with its signs."""

    station: Station
    signs: list[Sign]
    number: int
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class TourPage:
    """Texts, stations, and earlier tours that could be taken over."""

    meeting: Meeting
    tabs: list[Tab]
    tour: Tour | None
    stations: list[StationRow]
    minutes: int
    can_change: bool
    can_remove: bool
    earlier: list[Meeting]


def _tour(meeting_id: int) -> QuerySet[Tour]:
    return Tour.objects.with_scopes_disabled().filter(meeting_id=meeting_id)


def _stations(meeting_id: int) -> QuerySet[Station]:
    return Station.objects.with_scopes_disabled().filter(tour__meeting_id=meeting_id)


def _station(meeting_id: int, station_id: int) -> QuerySet[Station]:
    return _stations(meeting_id).filter(pk=station_id).select_related("tour")


def _earlier(federation_id: int, host_id: int, meeting_id: int) -> QuerySet[Meeting]:
    others = Meeting.objects.with_scopes_disabled().filter(federation_id=federation_id, host_id=host_id)
    with_stations = Station.objects.with_scopes_disabled().order_by().values("tour__meeting")
    others = others.exclude(pk=meeting_id).filter(pk__in=with_stations)
    return others.only("title", "venue_id").order_by("-held_on", "-pk")


TOUR: Prepared[Tour] = Prepared(_tour, meeting_id=int)
STATIONS: Prepared[Station] = Prepared(_stations, meeting_id=int)
STATION: Prepared[Station] = Prepared(_station, meeting_id=int, station_id=int)
EARLIER: Prepared[Meeting] = Prepared(_earlier, federation_id=int, host_id=int, meeting_id=int)


def tour_of(meeting: Meeting) -> Tour | None:
    """The texts of a meeting's tour, once somebody has begun it."""
    return TOUR.first(meeting_id=meeting.pk)


def station_of(meeting: Meeting, station_id: int) -> Station | None:
    """One station of a meeting's tour."""
    station = STATION.first(meeting_id=meeting.pk, station_id=station_id)
    if station is not None:
        station.tour.meeting = meeting
    return station


def tour_page(person: Person, meeting: Meeting) -> TourPage:
    """Read the tour page."""
    stations = STATIONS.all(meeting_id=meeting.pk)
    may_change = can_change_tour(person, meeting)
    return TourPage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "tour"),
        tour=tour_of(meeting),
        stations=[
            StationRow(each, signs_of(each), number + 1, number == 0, number == len(stations) - 1)
            for number, each in enumerate(stations)
        ],
        minutes=sum(each.minutes for each in stations),
        can_change=may_change,
        can_remove=may_change and meeting.state in BEFORE_START,
        earlier=earlier_tours(meeting)[:5] if may_change and not stations else [],
    )


def earlier_tours(meeting: Meeting) -> list[Meeting]:
    """Other meetings at the same host that have stations: at the same venue, else anywhere; the latest first."""
    if meeting.host_id is None:
        return []
    others = EARLIER.all(federation_id=meeting.federation_id, host_id=meeting.host_id, meeting_id=meeting.pk)
    same_venue = [each for each in others if meeting.venue_id and each.venue_id == meeting.venue_id]
    return same_venue or others
