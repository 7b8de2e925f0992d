"""What waits for the host's decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.capture.queries.rows import NO_STATION, Row, row_of
from yixian.web.capture.queries.stations import stations_of
from yixian.web.capture.queries.visible import in_lines
from yixian.web.meetings.models import Meeting, Station
from yixian.web.shared.paging import Pages, Paginator, how_many
from yixian.web.shared.prepared import Choice, Prepared, PreparedRows

WAITING = (Capture.Hold.HELD, Capture.Hold.QUARANTINED)
PER_PAGE = 48
SHOWS = ("waiting", "released", "withheld", "all")


@dataclass(frozen=True)
class Filters:
    """What the queue is narrowed to; empty values narrow nothing."""

    show: str = "waiting"
    kind: str = ""
    station: str = ""
    author: str = ""

    @classmethod
    def from_query(cls, query: Mapping[str, Any]) -> "Filters":
        """Read from an address; unknown words are dropped."""
        show, kind = query.get("show", ""), query.get("kind", "")
        station, author = query.get("station", ""), query.get("author", "")
        return cls(
            show=show if show in SHOWS else "waiting",
            kind=kind if kind in Capture.Kind.values else "",
            station=station if station == NO_STATION or station.isdecimal() else "",
            author=author if author.isdecimal() else "",
        )

    @property
    def is_narrow(self) -> bool:
        """Whether more is asked for than where a record stands."""
        return bool(self.kind or self.station or self.author)


@dataclass(frozen=True)
class ReleasePage:
    """The queue: one page of rows, how far it is, and what it can be narrowed by."""

    rows: list[Row]
    page: Page
    filters: Filters
    counts: dict[str, int]
    decided: int
    total: int
    free: int
    stations: list[tuple[str, str]]
    authors: list[tuple[str, str]]


def undecided_count(meeting: Meeting) -> int:
    """How many records of a meeting the host has not decided; closing must name them."""
    (number,) = UNDECIDED.first(meeting_id=meeting.pk) or (0,)
    return int(number)


def _undecided(meeting_id: int) -> QuerySet[Capture, Any]:
    captures = Capture.objects.with_scopes_disabled().filter(hold__in=WAITING, deleted_at=None)
    return how_many(captures.filter(meeting_id=meeting_id))


UNDECIDED = PreparedRows(_undecided, meeting_id=int)


def waiting_in(meeting: Meeting) -> QuerySet[Capture]:
    """What waits in one meeting, oldest first."""
    waiting = Capture.objects.filter(meeting=meeting, hold__in=WAITING, deleted_at=None)
    return waiting.select_related("author__member", "station", "photo")


def _of(federation_id: int, meeting_id: int) -> QuerySet[Capture]:
    captures = Capture.objects.with_scopes_disabled().filter(federation_id=federation_id)
    return captures.filter(meeting_id=meeting_id, deleted_at=None)


def _facts(federation_id: int, meeting_id: int) -> QuerySet[Capture, Any]:
    facts = _of(federation_id, meeting_id).order_by()
    return facts.values_list("hold", "shows_people", "zone", "station__photos").annotate(Count("pk"))


def _names(federation_id: int, meeting_id: int) -> QuerySet[Capture, Any]:
    names = _of(federation_id, meeting_id).order_by("author__pinyin", "author_id")
    return names.values_list("author_id", "author__name", "author__pinyin").distinct()


def _chosen(federation_id: int, meeting_id: int, filters: Filters) -> QuerySet[Capture]:
    return _of(federation_id, meeting_id).filter(_narrowed(filters))


def _lines(federation_id: int, meeting_id: int, filters: Filters, part: slice) -> QuerySet[Capture]:
    chosen = in_lines(_chosen(federation_id, meeting_id, filters))
    return chosen.order_by(_quarantine_last(), "pk")[part]


def _number(federation_id: int, meeting_id: int, filters: Filters) -> QuerySet[Capture, Any]:
    return how_many(_chosen(federation_id, meeting_id, filters))


FACTS = PreparedRows(_facts, federation_id=int, meeting_id=int)
NAMES = PreparedRows(_names, federation_id=int, meeting_id=int)
LINES: Prepared[Capture] = Prepared(_lines, federation_id=int, meeting_id=int, filters=Choice, part=slice)
NUMBER = PreparedRows(_number, federation_id=int, meeting_id=int, filters=Choice)


def _standing(meeting: Meeting) -> tuple[dict[str, int], int]:
    """How many stand where, and how many "release all that is free" would let go; as `rules.needs_thought`."""
    counts, free = dict.fromkeys(Capture.Hold.values, 0), 0
    welcome = [Capture.Hold.HELD, False, Station.Photos.FREE, Station.Photos.FREE]
    for *group, number in FACTS.all(federation_id=meeting.federation_id, meeting_id=meeting.pk):
        counts[group[0]] += number
        free += number if group == welcome else 0
    return counts, free


def release_page(person: Person, meeting: Meeting, filters: Filters, page_number: str) -> ReleasePage:
    """Read one page of the queue of a meeting that this person coordinates."""
    counts, free = _standing(meeting)
    waiting = counts["held"] + counts["quarantined"]
    total = sum(counts.values())
    shown = {"waiting": waiting, **counts, "all": total}
    named = {"federation_id": meeting.federation_id, "meeting_id": meeting.pk, "filters": filters}
    pages = Pages(LINES, NUMBER if filters.is_narrow else None, known=shown[filters.show], **named)
    page = Paginator(pages, PER_PAGE).get_page(page_number)
    return ReleasePage(
        rows=[row_of(each, person, is_coordinator=True) for each in page.object_list],
        page=page,
        filters=filters,
        counts=shown,
        decided=total - waiting,
        total=total,
        free=free,
        stations=stations_of(meeting),
        authors=_authors(meeting),
    )


def _narrowed(filters: Filters) -> Q:
    chosen = Q()
    if filters.show == "waiting":
        chosen &= Q(hold__in=WAITING)
    elif filters.show != "all":
        chosen &= Q(hold=filters.show)
    if filters.kind:
        chosen &= Q(kind=filters.kind)
    if filters.station:
        chosen &= Q(station=None) if filters.station == NO_STATION else Q(station_id=int(filters.station))
    if filters.author:
        chosen &= Q(author_id=int(filters.author))
    return chosen


def _quarantine_last() -> Case:
    is_last = When(hold=Capture.Hold.QUARANTINED, then=Value(1))
    return Case(is_last, default=Value(0), output_field=IntegerField())


def _authors(meeting: Meeting) -> list[tuple[str, str]]:
    rows = NAMES.all(federation_id=meeting.federation_id, meeting_id=meeting.pk)
    return [(str(pk), name) for pk, name, _pinyin in rows]
