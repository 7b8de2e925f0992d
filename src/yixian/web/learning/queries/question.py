"""Questions: the list, one question, and who can answer it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.models import Answer, Question
from yixian.web.learning.queries.library import number
from yixian.web.learning.states import QUESTION, QUESTION_TONES
from yixian.web.organisations.models import Member, Strength, Topic
from yixian.web.shared import policy

LIVING = (Question.State.OPEN, Question.State.ANSWERED)
VIEWS = ("waiting", "open", "mine", "settled")


def questions_visible_to(person: Person) -> QuerySet[Question]:
    """Everybody inside sees every question."""
    if not policy.may(person, "learning.see"):
        return Question.objects.none()
    found = Question.objects.filter(federation_id=person.federation_id)
    return found.select_related("asked_by__member", "member", "topic", "meeting")


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


def questions(person: Person, filters: Filters) -> QuerySet[Question]:
    """The questions asked for, newest first, with how many answers each has."""
    found = questions_visible_to(person).filter(_condition(filters.view, person))
    if filters.topic:
        found = found.filter(topic_id=filters.topic)
    if filters.q:
        found = found.filter(Q(text__icontains=filters.q) | Q(answers__text__icontains=filters.q))
    return found.annotate(said=Count("answers", distinct=True)).order_by("-asked_at", "-pk")


def counts(person: Person) -> dict[str, int]:
    """How many questions each view holds, in one query."""
    sums = {view: Count("pk", filter=_condition(view, person)) for view in VIEWS}
    return questions_visible_to(person).order_by().aggregate(**sums)


def topics_asked(person: Person) -> list[Topic]:
    """Topics on which something was asked."""
    return list(Topic.objects.filter(pk__in=questions_visible_to(person).order_by().values("topic")))


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
    strong = list(strong.select_related("member").order_by("member__rank", "member__pinyin", "pk")[:30])
    people = Person.objects.filter(member__in=[each.member_id for each in strong], is_active=True)
    first: dict[int, Person] = {}
    for person in people.select_related("member").order_by("member_id", "rank", "pinyin", "pk"):
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


def question_page(person: Person, question: Question) -> QuestionPage:
    """Everything that the page of a question shows."""
    keeper = policy.may(person, "learning.settle", question)
    helpers = who_can_answer(question)
    capture = question.capture
    released = capture is not None and capture.hold == Capture.Hold.RELEASED and capture.deleted_at is None
    return QuestionPage(
        question=question,
        tone=QUESTION_TONES[question.state],
        answers=list(question.answers.select_related("by__member").order_by("-helped", "at", "pk")),
        helpers=helpers,
        record=capture if released else None,
        may_answer=policy.may(person, "learning.answer", question)
        and question.asked_by_id != person.pk
        and QUESTION.can(question.state, "answer"),
        may_settle=keeper and QUESTION.can(question.state, "settle"),
        may_reopen=keeper and QUESTION.can(question.state, "reopen"),
        may_mark=policy.may(person, "learning.mark_helped", question),
        is_asked=person.member_id is not None and person.member_id in {each.member.pk for each in helpers},
    )
