"""The wrap-up of a meeting: each released record, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.capture.queries import hold_counts
from yixian.web.learning.models import CaptureOutcome, Experience
from yixian.web.learning.queries.records import Seen, released, seen
from yixian.web.meetings.models import Meeting
from yixian.web.shared.paging import Pages, Paginator, how_many
from yixian.web.shared.prepared import Asker, Choice, PreparedRows

ROWS = 40
MADE_OF_IT = ("as_problem__pk", "as_problem__title", "as_question__pk", "outcome__kind")
UNDECIDED = {"as_problem": None, "as_question": None, "outcome": None, "as_experience": None}


@dataclass(frozen=True)
class Became:
    """One thing made of a record; without an address it is only said."""

    words: str
    url: str = ""


@dataclass(frozen=True)
class Fate:
    """What became of a record so far; a decision that made nothing new of it may be taken back."""

    became: list[Became]
    may_undo: bool


@dataclass(frozen=True)
class Record(Fate):
    """A record to decide about."""

    row: Seen


@dataclass(frozen=True)
class WrapUpPage:
    """The triage of one meeting."""

    records: list[Record]
    page: Page
    decided: int
    total: int
    waiting: int
    withheld: int
    show: str


def _records(by: Person, meeting: int, show: str, part: slice) -> QuerySet[Capture, Any]:
    found = released(meeting_id=meeting, **({} if show == "all" else UNDECIDED))
    return found.order_by("station__position", "pk").values_list(*Seen.COLUMNS, *MADE_OF_IT)[part]


def _one(by: Person, pk: int) -> QuerySet[Capture, Any]:
    return released(pk=pk).order_by().values_list(*Seen.COLUMNS, *MADE_OF_IT)


def _fates(by: Person, captures: list[int]) -> QuerySet[Capture, Any]:
    return released(pk__in=captures).order_by().values_list("pk", *MADE_OF_IT)


def _left(by: Person, meeting: int) -> QuerySet[Capture, Any]:
    return how_many(released(meeting_id=meeting, **UNDECIDED))


def _experiences(by: Person, captures: list[int]) -> QuerySet[Experience, Any]:
    return Experience.objects.filter(captures__in=captures).values_list("captures", "pk", "title")


RECORDS: Any = PreparedRows(_records, by=Asker, meeting=int, show=Choice, part=slice)
FATES = PreparedRows(_fates, by=Asker, captures=list)
ONE = PreparedRows(_one, by=Asker, pk=int)
LEFT = PreparedRows(_left, by=Asker, meeting=int)
EXPERIENCES = PreparedRows(_experiences, by=Asker, captures=list)


def records_of(person: Person, rows: Sequence[Sequence[Any]]) -> list[Record]:
    """Records of these columns with what became of each (one query)."""
    of_seen = len(Seen.COLUMNS)
    written = _written(person, [row[0] for row in rows])
    return [
        Record(
            row=seen(row[:of_seen]),
            became=_became(*[*row[of_seen:], written.get(row[0], [])]),
            may_undo=row[-1] is not None,
        )
        for row in rows
    ]


def fates_of(person: Person, captures: list[int]) -> dict[int, Fate]:
    """What became of those of these records that are released, by their number (two queries)."""
    written = _written(person, captures)
    return {
        pk: Fate(_became(*[*made, written.get(pk, [])]), may_undo=made[-1] is not None)
        for pk, *made in FATES.all(by=person, captures=captures)
    }


def _written(person: Person, captures: list[int]) -> dict[int, list[tuple[int, str]]]:
    """The experiences, number and title, written from each of these records (one query, none without records)."""
    written: dict[int, list[tuple[int, str]]] = {}
    if captures:
        for capture, pk, title in EXPERIENCES.all(by=person, captures=captures):
            written.setdefault(capture, []).append((pk, title))
    return written


def _became(
    problem: int | None,
    title: str | None,
    question: int | None,
    outcome: str | None,
    experiences: list[tuple[int, str]],
) -> list[Became]:
    became = []
    if problem is not None:
        words = _("Problem: %(title)s") % {"title": title}
        became.append(Became(words, f"{_start_of('problems:detail')}{problem}/"))
    if question is not None:
        became.append(Became(_("Question"), f"{_start_of('learning:question')}{question}/"))
    for experience, name in experiences:
        words = _("Experience: %(title)s") % {"title": name}
        became.append(Became(words, f"{_start_of('learning:experience')}{experience}/"))
    if outcome is not None:
        became.append(Became(str(CaptureOutcome.Kind(outcome).label)))
    return became


@cache
def _start_of(url_name: str) -> str:
    """The start of the addresses of a kind of thing: asking the router for each takes long."""
    return reverse(url_name, args=[0]).removesuffix("0/")


def record_of(person: Person, pk: int) -> list[Record]:
    """One released record with what became of it; none when it is not released any more."""
    return records_of(person, ONE.all(by=person, pk=pk))


def records_to_decide(meeting: Meeting) -> QuerySet[Capture]:
    """The released records of a meeting, to be decided about."""
    return released(federation_id=meeting.federation_id, meeting=meeting).select_related("author", "meeting")


def wrap_up_page(person: Person, meeting: Meeting, show: str, number: str) -> WrapUpPage:
    """One page of the triage: what is still to be decided, or everything."""
    (left,) = LEFT.first(by=person, meeting=meeting.pk) or (0,)
    counts = hold_counts(meeting)
    total = counts["released"]
    known = total if show == "all" else left
    pages = Pages(RECORDS, known=known, by=person, meeting=meeting.pk, show=show)
    page = Paginator(pages, ROWS).get_page(number)
    return WrapUpPage(
        records=records_of(person, page.object_list),
        page=page,
        decided=total - left,
        total=total,
        waiting=counts["held"] + counts["quarantined"],
        withheld=counts["withheld"],
        show=show,
    )
