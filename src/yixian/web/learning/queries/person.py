"""Somebody's learning record: where they went, what they recorded, asked and borrowed, with whom they walked.

It shows what the reader may see: of records only the reader's own and those that their host has let go.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, F, Max, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from yixian.web.accounts.models import Person
from yixian.web.accounts.queries.interests import Wishes, wishes_of
from yixian.web.accounts.rules import can_change_interests
from yixian.web.capture.models import Capture
from yixian.web.capture.queries.visible import captures_visible_to
from yixian.web.grouping.queries.companions import Walk, met_by, walks_of
from yixian.web.learning.models import Adoption, AdoptionStep, Question
from yixian.web.learning.queries.adoption import adoptions_visible_to
from yixian.web.learning.queries.question import questions_visible_to
from yixian.web.learning.rules.person import can_see_person
from yixian.web.learning.states import ADOPTION_TONES, QUESTION_TONES
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.meetings import meetings_visible_to
from yixian.web.organisations.models import Venue
from yixian.web.shared.paging import WHOLE, Pages, Paginator
from yixian.web.shared.prepared import Asker, PreparedRows

ROWS = 12
MOST = 500


@dataclass(frozen=True)
class Asked:
    """A question of the person's."""

    url: str
    text: str
    meeting: int | None
    at: Any
    answers: int
    state: str
    tone: str


@dataclass(frozen=True)
class Borrowed:
    """A borrowing that the person began or took further."""

    url: str
    title: str
    lender: str
    meeting: int | None
    state: str
    tone: str


@dataclass(frozen=True)
class Attended:
    """One meeting that the person went to, with what became of it."""

    url: str
    title: str
    day: date | None
    host: str
    venue: str
    walk: Walk | None
    records: list[tuple[str, int]]
    asked: list[Asked]
    borrowed: list[Borrowed]


@dataclass(frozen=True)
class RecordPage:
    """A learning record; `is_whole` means that nothing is left to other pages, as for paper."""

    is_self: bool
    is_whole: bool
    page: Page
    meetings: list[Attended]
    wishes: Wishes
    change: str
    records: int
    asked: list[Asked]
    borrowed: list[Borrowed]
    met: int

    @property
    def has_more(self) -> bool:
        """Whether something is left out that the whole record shows."""
        longest = max(self.page.paginator.count, len(self.asked), len(self.borrowed))
        return not self.is_whole and longest > ROWS

    @property
    def asked_shown(self) -> list[Asked]:
        """The latest questions, or all."""
        return self.asked if self.is_whole else self.asked[:ROWS]

    @property
    def borrowed_shown(self) -> list[Borrowed]:
        """The latest borrowings, or all."""
        return self.borrowed if self.is_whole else self.borrowed[:ROWS]


def _attended_by(by: Person, person_id: int) -> QuerySet[Meeting]:
    return meetings_visible_to(by).filter(check_ins__person_id=person_id)


def _attended(by: Person, person_id: int, part: slice) -> QuerySet[Meeting, Any]:
    columns = ("pk", "title", "held_on", "host__short_name", "venue__kind")
    in_order = (F("held_on").desc(nulls_last=True), "-pk")
    return _attended_by(by, person_id).order_by(*in_order).values_list(*columns)[part]


def _summed(by: Person, person_id: int) -> QuerySet[Meeting, Any]:
    found = _attended_by(by, person_id).order_by().values(all=Value(1))
    return found.annotate(number=Count("pk"), last=Max("held_on")).values_list("number", "last")


def _recorded(by: Person, person_id: int) -> QuerySet[Capture, Any]:
    own = captures_visible_to(by).filter(author_id=person_id).order_by()
    return own.values_list("meeting_id", "kind").annotate(number=Count("pk"))


def _asked(by: Person, person_id: int) -> QuerySet[Question, Any]:
    own = questions_visible_to(by).filter(asked_by_id=person_id).annotate(said=Count("answers"))
    columns = ("pk", "text", "meeting_id", "asked_at", "said", "state")
    return own.order_by("-asked_at", "-pk").values_list(*columns)[:MOST]


def _borrowed(by: Person, person_id: int) -> QuerySet[Adoption, Any]:
    steps = AdoptionStep.objects.filter(by_id=person_id).order_by().values("adoption_id")
    own = adoptions_visible_to(by).filter(Q(started_by_id=person_id) | Q(pk__in=steps))
    title = Coalesce("experience__title", "title")
    lender = Coalesce("experience__member__short_name", "source__short_name", Value(""))
    seen_at = Coalesce("capture__meeting_id", "experience__meeting_id")
    return own.order_by("-changed_at", "-pk").values_list("pk", title, lender, seen_at, "state")[:MOST]


ATTENDED: Any = PreparedRows(_attended, by=Asker, person_id=int, part=slice)
SUMMED = PreparedRows(_summed, by=Asker, person_id=int)
RECORDED = PreparedRows(_recorded, by=Asker, person_id=int)
ASKED = PreparedRows(_asked, by=Asker, person_id=int)
BORROWED = PreparedRows(_borrowed, by=Asker, person_id=int)


def record_page(by: Person, person: Person, number: str | None) -> RecordPage:
    """Read a learning record, one page of its meetings or everything (eight queries)."""
    whose = {"by": by, "person_id": person.pk}
    (count, _last) = SUMMED.first(**whose) or (0, None)
    page = Paginator(Pages(ATTENDED, known=count, **whose), ROWS).get_page(number)
    rows = list(page.object_list)
    recorded = _records_by_meeting(RECORDED.all(**whose))
    asked, borrowed = _questions(ASKED.all(**whose)), _borrowings(BORROWED.all(**whose))
    walks = walks_of(by, person.pk, [row[0] for row in rows])
    change = reverse("accounts:person-interests", args=[person.pk])
    return RecordPage(
        is_self=by.pk == person.pk,
        is_whole=number == WHOLE,
        page=page,
        meetings=_meetings(rows, recorded, asked, borrowed, walks),
        wishes=wishes_of(person),
        change=change if can_change_interests(by, person) else "",
        records=sum(sum(kinds.values()) for kinds in recorded.values()),
        asked=asked,
        borrowed=borrowed,
        met=met_by(by, person.pk) if walks else 0,
    )


def _records_by_meeting(rows: Iterable[tuple[int, str, int]]) -> dict[int, Counter[str]]:
    """How many records of each kind, by meeting."""
    recorded: dict[int, Counter[str]] = defaultdict(Counter)
    for meeting, kind, number in rows:
        recorded[meeting][kind] += number
    return recorded


def _questions(rows: Iterable[tuple[Any, ...]]) -> list[Asked]:
    prefix = reverse("learning:questions")
    words = {value: str(label) for value, label in Question.State.choices}
    return [
        Asked(f"{prefix}{pk}/", text, meeting, at, said, words[state], QUESTION_TONES[state])
        for pk, text, meeting, at, said, state in rows
    ]


def _borrowings(rows: Iterable[tuple[Any, ...]]) -> list[Borrowed]:
    prefix = reverse("learning:adoptions")
    words = {value: str(label) for value, label in Adoption.State.choices}
    return [
        Borrowed(f"{prefix}{pk}/", title, lender, meeting, words[state], ADOPTION_TONES[state])
        for pk, title, lender, meeting, state in rows
    ]


def _meetings(
    rows: Iterable[tuple[Any, ...]],
    recorded: dict[int, Counter[str]],
    asked: list[Asked],
    borrowed: list[Borrowed],
    walks: dict[int, Walk],
) -> list[Attended]:
    """The meetings with everything that belongs to each."""
    venues = {value: str(label) for value, label in Venue.Kind.choices}
    kinds = [(value, str(label)) for value, label in Capture.Kind.choices]
    questions, loans = defaultdict(list), defaultdict(list)
    for question in asked:
        questions[question.meeting].append(question)
    for loan in borrowed:
        loans[loan.meeting].append(loan)
    prefix = reverse("meetings:list")
    return [
        Attended(
            url=f"{prefix}{pk}/",
            title=title,
            day=held_on,
            host=host or "",
            venue=venues.get(venue, ""),
            walk=walks.get(pk),
            records=[(label, recorded[pk][kind]) for kind, label in kinds if recorded[pk][kind]]
            if pk in recorded
            else [],
            asked=questions[pk],
            borrowed=loans[pk],
        )
        for pk, title, held_on, host, venue in rows
    ]


def load(by: Person, person: Person) -> dict[str, Any] | None:
    """The panel on a person's page, for whoever may read the record."""
    if not can_see_person(by, person):
        return None
    (count, last) = SUMMED.first(by=by, person_id=person.pk) or (0, None)
    url = reverse("learning:person", args=[person.pk])
    return {"url": url, "count": count, "last": last, "is_self": by.pk == person.pk}
