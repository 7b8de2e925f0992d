"""The wrap-up of a meeting: each released record, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.capture.queries import hold_counts
from yixian.web.learning.models import CaptureOutcome, Experience
from yixian.web.learning.queries.records import Seen, released, seen
from yixian.web.meetings.models import Meeting
from yixian.web.shared.paging import Pages, how_many
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
class Record:
    """A record to decide about."""

    row: Seen
    became: list[Became]
    may_undo: bool


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


def _left(by: Person, meeting: int) -> QuerySet[Capture, Any]:
    return how_many(released(meeting_id=meeting, **UNDECIDED))


def _experiences(by: Person, captures: list[int]) -> QuerySet[Experience, Any]:
    return Experience.objects.filter(captures__in=captures).values_list("captures", "pk", "title")


RECORDS: Any = PreparedRows(_records, by=Asker, meeting=int, show=Choice, part=slice)
ONE = PreparedRows(_one, by=Asker, pk=int)
LEFT = PreparedRows(_left, by=Asker, meeting=int)
EXPERIENCES = PreparedRows(_experiences, by=Asker, captures=list)


def records_of(person: Person, rows: Sequence[Sequence[Any]]) -> list[Record]:
    """Records of these columns with what became of each (one query)."""
    written: dict[int, list[tuple[int, str]]] = {}
    if rows:
        for capture, pk, title in EXPERIENCES.all(by=person, captures=[row[0] for row in rows]):
            written.setdefault(capture, []).append((pk, title))
    of_seen = len(Seen.COLUMNS)
    return [
        Record(
            row=seen(row[:of_seen]),
            became=_became(*[*row[of_seen:], written.get(row[0], [])]),
            may_undo=row[-1] is not None,
        )
        for row in rows
    ]


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
        became.append(Became(words, reverse("problems:detail", args=[problem])))
    if question is not None:
        became.append(Became(_("Question"), reverse("learning:question", args=[question])))
    for experience, name in experiences:
        words = _("Experience: %(title)s") % {"title": name}
        became.append(Became(words, reverse("learning:experience", args=[experience])))
    if outcome is not None:
        became.append(Became(str(CaptureOutcome.Kind(outcome).label)))
    return became


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
