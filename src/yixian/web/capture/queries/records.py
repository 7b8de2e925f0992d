"""The records of a meeting, of a station, and one record, for whoever may see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.capture import rules
from yixian.web.capture.models import Capture, Release
from yixian.web.capture.queries.copies import Copy, copies_of
from yixian.web.capture.queries.rows import NO_STATION, Row, row_of
from yixian.web.capture.queries.stations import stations_of
from yixian.web.capture.queries.visible import captures_visible_to, hold_counts, in_lines
from yixian.web.meetings.models import Meeting, Station
from yixian.web.shared import policy
from yixian.web.shared.paging import Pages, Paginator, how_many
from yixian.web.shared.prepared import Asker, Choice, Prepared, PreparedRows

PER_PAGE = 30


@dataclass(frozen=True)
class Filters:
    """What a list of records is narrowed to; empty values narrow nothing."""

    kind: str = ""
    station: str = ""
    own: bool = False

    @classmethod
    def from_query(cls, query: Mapping[str, Any]) -> "Filters":
        """Read from an address; unknown words are dropped."""
        kind, station = query.get("kind", ""), query.get("station", "")
        return cls(
            kind=kind if kind in Capture.Kind.values else "",
            station=station if station == NO_STATION or station.isdecimal() else "",
            own=query.get("own") == "1",
        )


@dataclass(frozen=True)
class RecordsPage:
    """The records that this person may see, and how many more wait for the host (a number, never what)."""

    rows: list[Row]
    page: Page
    filters: Filters
    stations: list[tuple[str, str]]
    waiting: int
    is_coordinator: bool


@dataclass(frozen=True)
class RecordPage:
    """One record, its decisions, the copies that went out (None: not for this person), and what may be done with it."""

    capture: Capture
    row: Row
    decisions: list[Release]
    copies: list[Copy] | None
    is_coordinator: bool
    can_delete: bool
    verbs: list[str]
    can_blur: bool


@dataclass(frozen=True)
class BlurringPage:
    """A picture to mark regions on; `regions` are those that are covered already."""

    capture: Capture
    row: Row
    regions: list[list[int]]
    is_released: bool


def _narrowed(by: Person, meeting_id: int, filters: Filters) -> QuerySet[Capture]:
    captures = captures_visible_to(by).filter(meeting_id=meeting_id)
    if filters.kind:
        captures = captures.filter(kind=filters.kind)
    if filters.station:
        wanted = None if filters.station == NO_STATION else int(filters.station)
        captures = captures.filter(station=wanted)
    return captures.filter(author=by) if filters.own else captures


def _lines(by: Person, meeting_id: int, filters: Filters, part: slice) -> QuerySet[Capture]:
    return in_lines(_narrowed(by, meeting_id, filters)).order_by("-pk")[part]


def _number(by: Person, meeting_id: int, filters: Filters) -> QuerySet[Capture, Any]:
    return how_many(_narrowed(by, meeting_id, filters))


def _at_station(by: Person, station_id: int) -> QuerySet[Capture]:
    return captures_visible_to(by).filter(station_id=station_id)


def _decisions(capture_id: int) -> QuerySet[Release]:
    releases = Release.objects.with_scopes_disabled().filter(capture_id=capture_id)
    return releases.select_related("by").only("decision", "at", "note", "by__name")


LINES: Prepared[Capture] = Prepared(_lines, by=Asker, meeting_id=int, filters=Choice, part=slice)
NUMBER = PreparedRows(_number, by=Asker, meeting_id=int, filters=Choice)
DECISIONS: Prepared[Release] = Prepared(_decisions, capture_id=int)
AT_STATION: Prepared[Capture] = Prepared(
    lambda by, station_id, part: in_lines(_at_station(by, station_id)).order_by("pk")[part],
    by=Asker, station_id=int, part=slice,
)  # fmt: skip
NUMBER_AT_STATION = PreparedRows(
    lambda by, station_id: how_many(_at_station(by, station_id)), by=Asker, station_id=int
)


def records_page(person: Person, meeting: Meeting, filters: Filters, page_number: str) -> RecordsPage:
    """One meeting's records."""
    pages = Pages(LINES, NUMBER, by=person, meeting_id=meeting.pk, filters=filters)
    page = Paginator(pages, PER_PAGE).get_page(page_number)
    is_coordinator = policy.may(person, "capture.see_held", meeting)
    counts = hold_counts(meeting)
    return RecordsPage(
        rows=[row_of(each, person, is_coordinator=is_coordinator) for each in page.object_list],
        page=page,
        filters=filters,
        stations=stations_of(meeting),
        waiting=counts["held"] + counts["quarantined"],
        is_coordinator=is_coordinator,
    )


def station_page(person: Person, station: Station, meeting: Meeting, number: str) -> Page[Row]:
    """What was recorded at a station that this person may see, oldest first."""
    pages = Pages(AT_STATION, NUMBER_AT_STATION, by=person, station_id=station.pk)
    return _in_rows(Paginator(pages, PER_PAGE).get_page(number), person, meeting)


def _in_rows(page: Page, person: Person, meeting: Meeting) -> Page[Row]:
    is_coordinator = policy.may(person, "capture.see_held", meeting)
    page.object_list = [row_of(each, person, is_coordinator=is_coordinator) for each in page.object_list]
    return page


def record_page(person: Person, capture: Capture) -> RecordPage:
    """One record from `captures_visible_to`; the decisions are told to author and coordinator."""
    is_coordinator = policy.may(person, "capture.see_held", capture)
    is_own = capture.author_id == person.pk
    decisions = DECISIONS.all(capture_id=capture.pk) if is_coordinator or is_own else []
    verbs = ("release", "withhold", "withdraw", "put_back")
    return RecordPage(
        capture=capture,
        row=row_of(capture, person, is_coordinator=is_coordinator),
        decisions=decisions,
        copies=copies_of(capture) if is_coordinator and decisions else None,
        is_coordinator=is_coordinator,
        can_delete=rules.can_delete(person, capture),
        verbs=[verb for verb in verbs if rules.can_decide(person, capture, verb)],
        can_blur=rules.can_blur(person, capture),
    )


def blurring_page(person: Person, capture: Capture) -> BlurringPage:
    """The picture of a record that this person may blur, with what is covered already."""
    return BlurringPage(
        capture=capture,
        row=row_of(capture, person, is_coordinator=True),
        regions=capture.photo.covered,
        is_released=capture.hold == Capture.Hold.RELEASED,
    )


def own_page(person: Person, meeting: Meeting, number: str) -> Page[Row]:
    """What this person recorded at a meeting, latest first."""
    pages = Pages(LINES, NUMBER, by=person, meeting_id=meeting.pk, filters=Filters(own=True))
    return _in_rows(Paginator(pages, PER_PAGE).get_page(number), person, meeting)
