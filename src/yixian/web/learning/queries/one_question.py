"""One question: its answers, and who can answer it."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any

from django.core.paginator import Page
from django.db.models import Q, QuerySet
from django.urls import reverse

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Answer, Question
from yixian.web.learning.queries.question import questions_visible_to
from yixian.web.learning.states import QUESTION, QUESTION_TONES
from yixian.web.organisations.models import Strength
from yixian.web.shared import policy
from yixian.web.shared.paging import Pages, Paginator, how_many
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows

MOST_HELPERS, PER_PAGE = 20, 15
SHOWN = (
    "federation_id", "text", "state", "member__name", "capture_id", "asked_at", "asked_by__name", "asked_by__post",
    "asked_by__post_title", "asked_by__member__short_name", "topic__name", "meeting__title",
)  # fmt: skip


@dataclass(frozen=True)
class Helper:
    """A member that can answer, whom to ask there (nobody: empty), and what speaks for it."""

    member_id: int
    name: str
    unit: str
    note: str
    person: str
    post: str


@dataclass(frozen=True)
class Said:
    """An answer; who gave it may have been forgotten."""

    pk: int
    text: str
    helped: bool
    at: datetime
    by: str | None
    unit: str
    post: str


@dataclass(frozen=True)
class QuestionPage:
    """A question as one person sees it."""

    question: Question
    tone: str
    answers: Page[Said]
    helpers: list[Helper]
    may_answer: bool
    may_settle: bool
    may_reopen: bool
    may_mark: bool
    is_asked: bool


def _to_show(by: Person, pk: int) -> QuerySet[Question]:
    beside = ("asked_by__member", "member", "topic", "meeting")
    return questions_visible_to(by).filter(pk=pk).order_by().select_related(*beside).only(*SHOWN)


def _answers(by: Person, question: int) -> QuerySet[Answer, Any]:
    answers = Answer.objects.filter(question_id=question).order_by("-helped", "at", "pk")
    who = ("by__name", "by__member__short_name", "by__post_title", "by__post")
    return answers.values_list("pk", "text", "helped", "at", *who)


def _strong(by: Person, topic: int) -> QuerySet[Strength, Any]:
    strong = Strength.objects.filter(topic_id=topic, member__is_active=True)
    strong = strong.order_by("member__rank", "member__pinyin", "pk")
    return strong.values_list("member_id", "member__name", "member__short_name", "note")[: MOST_HELPERS + 1]


def _people(by: Person, members: list[int]) -> QuerySet[Person, Any]:
    people = Person.objects.filter(member__in=members, is_active=True)
    people = people.order_by("member_id", "rank", "pinyin", "pk")
    return people.values_list("member_id", "name", "post_title", "post")


ONE: Prepared[Question] = Prepared(_to_show, by=Asker, pk=int)
ANSWERS = PreparedRows(
    lambda by, question, part: _answers(by, question)[part], by=Asker, question=int, part=slice
)
HOW_MANY = PreparedRows(lambda by, question: how_many(_answers(by, question)), by=Asker, question=int)
STRONG = PreparedRows(_strong, by=Asker, topic=int)
PEOPLE = PreparedRows(_people, by=Asker, members=list)


def question_visible_to(person: Person, pk: int) -> Question | None:
    """One question with what its page shows of it, or None."""
    return ONE.first(by=person, pk=pk)


def who_can_answer(person: Person, question: Question, posts: dict[str, str]) -> list[Helper]:
    """Members whose strength the question's topic is, but for the asker's own (two queries)."""
    if question.topic_id is None:
        return []
    strong = STRONG.all(by=person, topic=question.topic_id)
    strong = [each for each in strong if each[0] != question.member_id][:MOST_HELPERS]
    first: dict[int, tuple[str, str, str]] = {}
    for member, *who in PEOPLE.all(by=person, members=[each[0] for each in strong]):
        kept = first.get(member)
        if kept is None or (who[2] == Person.Post.CHAIR and kept[2] != Person.Post.CHAIR):
            first[member] = (who[0], who[1], who[2])
    return [_helper(each, first.get(each[0], ("", "", "")), posts) for each in strong]


def _helper(strong: Any, who: tuple[str, str, str], posts: dict[str, str]) -> Helper:
    name, title, post = who
    return Helper(*[*strong, name, title or posts.get(post, "")])


def answers_to(person: Person, question: Question, posts: dict[str, str], number: str) -> Page[Said]:
    """The answers by pages, those that helped first."""
    pages = Pages(ANSWERS, HOW_MANY, by=person, question=question.pk)
    page = Paginator(pages, PER_PAGE).get_page(number)
    page.object_list = [
        Said(pk, text, helped, at, by, unit or "", title or posts.get(post, ""))
        for pk, text, helped, at, by, unit, title, post in page.object_list
    ]
    return page


def address_of(answer: Answer) -> str:
    """Where an answer is to be read: the page of answers on which it stands (one query)."""
    earlier = Q(at__lt=answer.at) | Q(at=answer.at, pk__lte=answer.pk)
    until = Q(helped=answer.helped) & earlier
    until = until if answer.helped else until | Q(helped=True)
    page = ceil(Answer.objects.filter(until, question_id=answer.question_id).count() / PER_PAGE)
    which = f"?page={page}" if page > 1 else ""
    return f"{reverse('learning:question', args=[answer.question_id])}{which}#answer-{answer.pk}"


def question_page(person: Person, question: Question, number: str = "") -> QuestionPage:
    """Everything that the page of a question shows; `number` is the page of answers."""
    keeper = policy.may(person, "learning.settle", question)
    posts = {value: str(label) for value, label in Person.Post.choices}
    helpers = who_can_answer(person, question, posts)
    return QuestionPage(
        question=question,
        tone=QUESTION_TONES[question.state],
        answers=answers_to(person, question, posts, number),
        helpers=helpers,
        may_answer=policy.may(person, "learning.answer", question)
        and question.asked_by_id != person.pk
        and QUESTION.can(question.state, "answer"),
        may_settle=keeper and QUESTION.can(question.state, "settle"),
        may_reopen=keeper and QUESTION.can(question.state, "reopen"),
        may_mark=policy.may(person, "learning.mark_helped", question),
        is_asked=person.member_id is not None and person.member_id in {each.member_id for each in helpers},
    )
