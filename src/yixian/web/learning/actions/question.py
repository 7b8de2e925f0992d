"""Asking for advice, answering, and saying what helped."""

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.actions.texts import inside, needed
from yixian.web.learning.models import Answer, Question
from yixian.web.learning.rules import wrap_up as wrap_up_rules
from yixian.web.learning.states import QUESTION
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Topic
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import DomainError


@action
def ask_question(
    *, by: Person, text: str, topic: Topic | None = None, meeting: Meeting | None = None
) -> Question:
    """Ask all members; those whose strength it is see it first."""
    policy.check(by, "learning.ask")
    inside(by, topic, meeting)
    question = Question.objects.create(
        federation_id=by.federation_id,
        text=needed(text, _("Write your question first.")),
        topic=topic,
        meeting=meeting,
        asked_by=by,
        member=by.member,
    )
    audit.record(by=by, verb="learning.ask", thing=question, changes={"text": [None, question.text]})
    return question


@action
def ask_from_record(*, by: Person, capture: Capture, topic: Topic | None = None) -> Question:
    """Make a released record a question of the person who recorded it."""
    wrap_up_rules.check_can_ask_from(by, capture)
    inside(by, topic)
    question = Question.objects.create(
        federation_id=capture.federation_id,
        text=capture.text.strip(),
        topic=topic,
        meeting=capture.meeting,
        capture=capture,
        asked_by=capture.author,
        member=capture.author.member,
    )
    audit.record(
        by=by, verb="learning.ask", thing=question, changes={"record": [None, capture.pk]},
        on_behalf_of=capture.author,
    )  # fmt: skip
    return question


@action
def set_topic(*, by: Person, question: Question, topic: Topic | None) -> Question:
    """Say what it is about, so that it finds those who can answer."""
    policy.check(by, "learning.settle", question)
    inside(by, topic)
    if topic == question.topic:
        audit.nothing_changed()
        return question
    changes = {"topic": [str(question.topic or ""), str(topic or "")]}
    question.topic = topic
    question.save(update_fields=["topic"])
    audit.record(by=by, verb="learning.set_topic", thing=question, changes=changes)
    return question


@action
def answer_question(
    *, by: Person, question: Question, text: str, client_id: UUID | None = None, digest: str = ""
) -> Answer:
    """Answer somebody's question; `client_id` and `digest` are those of an answer written on a phone."""
    policy.check(by, "learning.answer", question)
    if question.asked_by_id == by.pk:
        raise DomainError(_("You asked this yourself: others answer it."))
    changes = {"state": list(QUESTION.move(question, "answer"))}
    answer = Answer.objects.create(
        federation_id=question.federation_id,
        question=question,
        text=needed(text, _("Write your answer first.")),
        by=by,
        client_id=client_id,
        digest=digest,
    )
    question.save(update_fields=["state"])
    audit.record(by=by, verb="learning.answer", thing=question, changes=changes)
    return answer


@action
def mark_helped(*, by: Person, answer: Answer, helped: bool = True) -> Answer:
    """Say that an answer helped, or that it did not after all."""
    policy.check(by, "learning.mark_helped", answer.question)
    if answer.helped == helped:
        audit.nothing_changed()
        return answer
    answer.helped = helped
    answer.save(update_fields=["helped"])
    audit.record(
        by=by,
        verb="learning.mark_helped",
        thing=answer.question,
        changes={"answer": answer.pk, "helped": helped},
    )
    return answer


@action
def settle_question(*, by: Person, question: Question) -> Question:
    """Nothing more is needed."""
    policy.check(by, "learning.settle", question)
    changes = {"state": list(QUESTION.move(question, "settle"))}
    question.settled_at = timezone.now()
    question.save(update_fields=["state", "settled_at"])
    audit.record(by=by, verb="learning.settle", thing=question, changes=changes)
    return question


@action
def reopen_question(*, by: Person, question: Question) -> Question:
    """Ask again."""
    policy.check(by, "learning.settle", question)
    changes = {"state": list(QUESTION.move(question, "reopen"))}
    question.settled_at = None
    question.save(update_fields=["state", "settled_at"])
    audit.record(by=by, verb="learning.reopen_question", thing=question, changes=changes)
    return question
