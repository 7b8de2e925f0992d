"""Questions: which a person sees, filtered by what stands in the address."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet, Value
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Answer, Question
from yixian.web.learning.queries.library import number
from yixian.web.organisations.models import Strength, Topic
from yixian.web.problems.queries.choices import Option, listed
from yixian.web.shared import policy
from yixian.web.shared.paging import Pages, how_many
from yixian.web.shared.prepared import Asker, Choice, PreparedRows

LIVING = (Question.State.OPEN, Question.State.ANSWERED)
VIEWS = ("waiting", "open", "mine", "settled")


def questions_visible_to(person: Person) -> QuerySet[Question]:
    """Everybody inside sees every question."""
    if not policy.may(person, "learning.see"):
        return Question.objects.none()
    return Question.objects.filter(federation_id=person.federation_id)


def waiting_for(person: Person) -> Q:
    """Questions on a topic that the person's member is strong in, asked elsewhere, not answered from there yet."""
    if person.member_id is None:
        return Q(state=Question.State.OPEN)
    strong = Strength.objects.filter(member_id=person.member_id).values("topic")
    answered = Answer.objects.filter(by__member_id=person.member_id).values("question")
    own = Q(member_id=person.member_id) | Q(pk__in=answered)
    return Q(state__in=LIVING, topic__in=strong) & ~own


def _condition(view: str, person: Person) -> Q:
    mine = Q(member_id=person.member_id) if person.member_id else Q(asked_by=person)
    return {
        "waiting": waiting_for(person),
        "open": Q(state__in=LIVING),
        "mine": mine,
        "settled": Q(state=Question.State.SETTLED),
    }[view]


@dataclass(frozen=True)
class Filters:
    """What the address asks for."""

    view: str = "open"
    topic: int | None = None
    q: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filters":
        """Read them from the query part of an address."""
        view = query.get("view", "")
        return cls(
            view if view in VIEWS else "open", number(query.get("topic", "")), query.get("q", "").strip()[:60]
        )

    @property
    def narrows(self) -> bool:
        """Whether more than the view was chosen."""
        return bool(self.topic or self.q)


@dataclass(frozen=True)
class Line:
    """A question as a line of a list, with how many answers it has."""

    pk: int
    text: str
    state: str
    asked_at: datetime
    topic: str | None
    asked_by: str | None
    unit: str | None
    said: int

    COLUMNS = ("pk", "text", "state", "asked_at", "topic__name", "asked_by__name", "member__short_name")


def questions(person: Person, filters: Filters) -> QuerySet[Question]:
    """The questions asked for, newest first, as columns of lines."""
    found = questions_visible_to(person).filter(_condition(filters.view, person))
    if filters.topic:
        found = found.filter(topic_id=filters.topic)
    if filters.q:
        answered = Answer.objects.filter(text__icontains=filters.q).values("question")
        found = found.filter(Q(text__icontains=filters.q) | Q(pk__in=answered))
    return found.order_by("-asked_at", "-pk").values_list(*Line.COLUMNS)


def _of_view(by: Person, view: str, part: slice) -> QuerySet[Question, Any]:
    return questions(by, Filters(view))[part]


def _counts(by: Person) -> QuerySet[Question, Any]:
    sums = {view: Count("pk", filter=_condition(view, by)) for view in VIEWS}
    found = questions_visible_to(by).order_by().annotate(all=Value(1)).values("all")
    return found.annotate(**sums).values_list(*VIEWS)


def _of_meeting(by: Person, meeting: int, part: slice) -> QuerySet[Question, Any]:
    found = questions_visible_to(by).filter(meeting_id=meeting).order_by("pk")
    return found.values_list(*Line.COLUMNS)[part]


def _number_of_meeting(by: Person, meeting: int) -> QuerySet[Question, Any]:
    return how_many(questions_visible_to(by).filter(meeting_id=meeting))


def _said(by: Person, questions: list[int]) -> QuerySet[Answer, Any]:
    answers = Answer.objects.filter(question__in=questions).order_by()
    return answers.values_list("question_id").annotate(Count("pk"))


def _topics(by: Person) -> QuerySet[Topic, Any]:
    asked = questions_visible_to(by).order_by().values("topic")
    return Topic.objects.filter(pk__in=asked).values_list("pk", "name")


OF_VIEW: Any = PreparedRows(_of_view, by=Asker, view=Choice, part=slice)
COUNTS = PreparedRows(_counts, by=Asker)
OF_MEETING: Any = PreparedRows(_of_meeting, by=Asker, meeting=int, part=slice)
NUMBER_OF_MEETING = PreparedRows(_number_of_meeting, by=Asker, meeting=int)
SAID = PreparedRows(_said, by=Asker, questions=list)
TOPICS = PreparedRows(_topics, by=Asker)


def chosen(person: Person, filters: Filters, number: int) -> Any:
    """The questions asked for as columns of lines, to be walked through; `number` is how many the view holds."""
    if filters.narrows:
        return questions(person, filters)
    return Pages(OF_VIEW, known=number, by=person, view=filters.view)


def of_meeting(person: Person, meeting: int) -> Any:
    """The questions of a meeting as columns of lines, to be walked through."""
    return Pages(OF_MEETING, NUMBER_OF_MEETING, by=person, meeting=meeting)


def lines(person: Person, rows: Iterable[Sequence[Any]]) -> list[Line]:
    """Lines of these columns (one query)."""
    rows = list(rows)
    said = dict(SAID.all(by=person, questions=[row[0] for row in rows])) if rows else {}
    return [Line(*[*row, said.get(row[0], 0)]) for row in rows]


def counts(person: Person) -> dict[str, int]:
    """How many questions each view holds, in one query."""
    return dict(zip(VIEWS, COUNTS.first(by=person) or [0] * len(VIEWS), strict=True))


def topics_asked(person: Person) -> list[Option]:
    """Topics on which something was asked, as options of a filter."""
    return listed(TOPICS.all(by=person), empty=_("All"))
