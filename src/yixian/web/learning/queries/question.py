"""Questions: the list, one question, and who can answer it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.models import Answer, Question
from yixian.web.learning.queries.library import number
from yixian.web.learning.queries.records import released_record
from yixian.web.learning.states import QUESTION, QUESTION_TONES
from yixian.web.organisations.models import Member, Strength, Topic
from yixian.web.problems.queries.choices import Option, options
from yixian.web.shared import policy

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


def lines(rows: Iterable[tuple[Any, ...]]) -> list[Line]:
    """Lines of these columns (one query)."""
    rows = list(rows)
    answers = Answer.objects.filter(question__in=[row[0] for row in rows]).order_by()
    said = dict(answers.values_list("question_id").annotate(Count("pk")))
    return [Line(*[*row, said.get(row[0], 0)]) for row in rows]


def counts(person: Person) -> dict[str, int]:
    """How many questions each view holds, in one query."""
    sums = {view: Count("pk", filter=_condition(view, person)) for view in VIEWS}
    return questions_visible_to(person).order_by().aggregate(**sums)


def topics_asked(person: Person) -> list[Option]:
    """Topics on which something was asked, as options of a filter."""
    asked = questions_visible_to(person).order_by().values("topic")
    return options(Topic.objects.filter(pk__in=asked), "name", empty=_("All"))


@dataclass(frozen=True)
class Helper:
    """A member that can answer, whom to ask there, and what speaks for it."""

    member: Member
    person: Person | None
    note: str


def who_can_answer(question: Question) -> list[Helper]:
    """Members whose strength the question's topic is, but for the asker's own (two queries)."""
    if question.topic_id is None:
        return []
    strong = Strength.objects.filter(
        federation_id=question.federation_id, topic_id=question.topic_id, member__is_active=True
    ).exclude(member_id=question.member_id)
    strong = strong.select_related("member").only("note", "member__short_name", "member__name")
    strong = list(strong.order_by("member__rank", "member__pinyin", "pk")[:30])
    people = Person.objects.filter(member__in=[each.member_id for each in strong], is_active=True)
    people = people.only("name", "member_id", "post", "post_title")
    first: dict[int, Person] = {}
    for person in people.order_by("member_id", "rank", "pinyin", "pk"):
        kept = first.get(person.member_id)
        if kept is None or (person.post == Person.Post.CHAIR and kept.post != Person.Post.CHAIR):
            first[person.member_id] = person
    return [Helper(each.member, first.get(each.member_id), each.note) for each in strong]


@dataclass(frozen=True)
class QuestionPage:
    """A question as one person sees it."""

    question: Question
    tone: str
    answers: list[Answer]
    helpers: list[Helper]
    record: Capture | None
    may_answer: bool
    may_settle: bool
    may_reopen: bool
    may_mark: bool
    is_asked: bool


def _answers(question: Question) -> list[Answer]:
    """The answers, those that helped first."""
    people = ("by__name", "by__post", "by__post_title", "by__member__short_name")
    answers = question.answers.select_related("by__member").order_by("-helped", "at", "pk")
    return list(answers.only("question_id", "text", "helped", "at", *people))


def question_page(person: Person, question: Question) -> QuestionPage:
    """Everything that the page of a question shows."""
    keeper = policy.may(person, "learning.settle", question)
    helpers = who_can_answer(question)
    return QuestionPage(
        question=question,
        tone=QUESTION_TONES[question.state],
        answers=_answers(question),
        helpers=helpers,
        record=released_record(question.capture_id),
        may_answer=policy.may(person, "learning.answer", question)
        and question.asked_by_id != person.pk
        and QUESTION.can(question.state, "answer"),
        may_settle=keeper and QUESTION.can(question.state, "settle"),
        may_reopen=keeper and QUESTION.can(question.state, "reopen"),
        may_mark=policy.may(person, "learning.mark_helped", question),
        is_asked=person.member_id is not None and person.member_id in {each.member.pk for each in helpers},
    )
