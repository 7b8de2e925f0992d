"""The tour as everyone invited sees it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, Station, Tour
from yixian.web.meetings.rules.lifecycle import BEFORE_START
from yixian.web.meetings.rules.tour import can_change_tour
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.meetings.zones import Sign, signs_of


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


def tour_page(person: Person, meeting: Meeting) -> TourPage:
    """Read the tour page."""
    tour = Tour.objects.filter(meeting=meeting).first()
    stations = list(tour.stations.all()) if tour else []
    may_change = can_change_tour(person, meeting)
    return TourPage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "tour"),
        tour=tour,
        stations=[
            StationRow(each, signs_of(each), number + 1, number == 0, number == len(stations) - 1)
            for number, each in enumerate(stations)
        ],
        minutes=sum(each.minutes for each in stations),
        can_change=may_change,
        can_remove=may_change and meeting.state in BEFORE_START,
        earlier=list(earlier_tours(meeting)[:5]) if may_change and not stations else [],
    )


def earlier_tours(meeting: Meeting) -> QuerySet[Meeting]:
    """Other meetings at the same host that have stations, those at the same venue and the latest first."""
    others = Meeting.objects.filter(federation_id=meeting.federation_id, host_id=meeting.host_id)
    others = others.exclude(pk=meeting.pk).filter(host__isnull=False, tour__stations__isnull=False)
    same_venue = others.filter(venue_id=meeting.venue_id) if meeting.venue_id else others
    chosen = same_venue if same_venue.exists() else others
    return chosen.distinct().order_by("-held_on", "-pk")
