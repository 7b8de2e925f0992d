"""The host draws the tour: texts, stations and what holds at each of them."""

from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, Station, Tour
from yixian.web.meetings.rules.tour import check_can_change_tour, check_can_remove_station
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput, DomainError

MOST_MINUTES = 240
COPIED = (
    *("name", "what", "guide", "minutes", "photos", "is_screened", "do_not_disturb", "screened_what"),
    *("plan_x", "plan_y", "capacity", "opens_at", "closes_at", "quiet"),
)


@dataclass(frozen=True)
class TourTexts:
    """What is said before the walk."""

    introduction: str = ""
    safety: str = ""
    gear: str = ""


@dataclass(frozen=True)
class StationFacts:
    """What can be said of a station; the default zone policy is the careful one."""

    name: str
    what: str = ""
    guide: str = ""
    minutes: int = 10
    photos: str = "ask"
    is_screened: bool = False
    screened_what: str = ""
    do_not_disturb: bool = False


@action
def save_tour(*, by: Person, meeting: Meeting, texts: TourTexts) -> Tour:
    """Keep introduction, safety briefing and gear."""
    check_can_change_tour(by, meeting)
    tour = _tour_of(meeting)
    values = {name: value.strip() for name, value in asdict(texts).items()}
    values["gear"] = values["gear"][:200]
    changes = _set(tour, values)
    if not changes:
        audit.nothing_changed()
        return tour
    tour.save()
    audit.record(by=by, verb="meetings.change_tour", thing=tour, changes=changes)
    return tour


@action
def add_station(*, by: Person, meeting: Meeting, facts: StationFacts) -> Station:
    """A further station at the end of the tour."""
    check_can_change_tour(by, meeting)
    _check(facts)
    tour = _tour_of(meeting)
    last = tour.stations.order_by("position").last()
    station = Station.objects.create(
        federation_id=meeting.federation_id,
        tour=tour,
        position=last.position + 1 if last else 1,
        **_values(facts),
    )
    audit.record(by=by, verb="meetings.add_station", thing=station, changes={"name": ["", station.name]})
    return station


@action
def change_station(*, by: Person, station: Station, facts: StationFacts) -> Station:
    """Change a station; the trail keeps every change of its zone policy."""
    check_can_change_tour(by, station.tour.meeting)
    _check(facts)
    changes = _set(station, _values(facts))
    if not changes:
        audit.nothing_changed()
        return station
    station.save()
    audit.record(by=by, verb="meetings.change_station", thing=station, changes=changes)
    return station


@action
def order_stations(*, by: Person, meeting: Meeting, order: list[int]) -> list[Station]:
    """Put the stations into the order of these ids; stations not named stay behind them."""
    check_can_change_tour(by, meeting)
    tour = _tour_of(meeting)
    stations = list(tour.stations.all())
    place = {pk: number for number, pk in enumerate(order)}
    after = sorted(stations, key=lambda each: place.get(each.pk, len(place)))
    if after == stations:
        audit.nothing_changed()
        return stations
    _number(after)
    changes = {"order": [[each.name for each in stations], [each.name for each in after]]}
    audit.record(by=by, verb="meetings.order_stations", thing=tour, changes=changes)
    return after


@action
def remove_station(*, by: Person, station: Station) -> Tour:
    """Take a station off the tour before the meeting begins."""
    check_can_remove_station(by, station)
    tour = station.tour
    audit.record(by=by, verb="meetings.remove_station", thing=station, changes={"name": [station.name, ""]})
    station.delete()
    _number(list(tour.stations.all()))
    return tour


@action
def copy_tour(*, by: Person, meeting: Meeting, earlier: Meeting) -> Tour:
    """Take over the tour of an earlier meeting at the same host; only into an empty tour."""
    check_can_change_tour(by, meeting)
    source = Tour.objects.filter(meeting=earlier).first()
    if source is None or earlier.host_id != meeting.host_id or earlier.federation_id != meeting.federation_id:
        raise BadInput(_("Only a tour of an earlier meeting at the same host can be taken over."))
    tour = _tour_of(meeting)
    if tour.stations.exists():
        raise DomainError(_("This tour has stations already. Remove them first to take over another one."))
    _set(
        tour,
        {name: getattr(tour, name) or getattr(source, name) for name in ("introduction", "safety", "gear")},
    )
    tour.save()
    rows = [_copied(station, tour) for station in source.stations.all()]
    Station.objects.bulk_create(rows)
    changes = {"copied from": ["", str(earlier)], "stations": [0, len(rows)]}
    audit.record(by=by, verb="meetings.copy_tour", thing=tour, changes=changes)
    return tour


def _copied(station: Station, tour: Tour) -> Station:
    values = {name: getattr(station, name) for name in COPIED}
    return Station(federation_id=tour.federation_id, tour=tour, position=station.position, **values)


def _tour_of(meeting: Meeting) -> Tour:
    """The meeting's tour, made when there is none yet."""
    tour, _made = Tour.objects.get_or_create(
        meeting=meeting, defaults={"federation_id": meeting.federation_id}
    )
    return tour


def _set(thing: Any, values: dict[str, Any]) -> dict[str, list[Any]]:
    """Set what differs; returns the changes as the trail keeps them."""
    different = {
        name: [getattr(thing, name), new] for name, new in values.items() if getattr(thing, name) != new
    }
    for name, (_old, new) in different.items():
        setattr(thing, name, new)
    return different


def _number(stations: list[Station]) -> None:
    for position, station in enumerate(stations, start=1):
        if station.position != position:
            station.position = position
            station.save(update_fields=["position"])


def _check(facts: StationFacts) -> None:
    if not facts.name.strip():
        raise BadInput(_("A station needs a name."))
    if not 0 < facts.minutes <= MOST_MINUTES:
        raise BadInput(_("A station takes between 1 and 240 minutes."))
    if facts.photos not in Station.Photos.values:
        raise BadInput(_("Say whether photos are welcome, to be asked for, or forbidden."))


def _values(facts: StationFacts) -> dict[str, Any]:
    values = asdict(facts)
    texts = {"name": 60, "what": 2000, "guide": 60, "screened_what": 120}
    return {**values, **{name: values[name].strip()[:limit] for name, limit in texts.items()}}
