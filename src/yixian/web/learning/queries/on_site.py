"""The questions of one meeting, for whoever is there and may have an answer."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Question
from yixian.web.learning.queries.question import questions_visible_to
from yixian.web.learning.states import QUESTION
from yixian.web.meetings.models import Meeting
from yixian.web.shared import policy
from yixian.web.shared.prepared import Asker, PreparedRows

MOST = 40


@dataclass(frozen=True)
class Asked:
    """A question: who asked, how many answers there are, how many of them one's own, and whether one may answer."""

    pk: int
    text: str
    who: str
    unit: str
    answers: int
    own: int
    may_answer: bool


def _asked(by: Person, meeting: int) -> QuerySet[Question, Any]:
    asked = questions_visible_to(by).filter(meeting_id=meeting).order_by("-pk")
    columns = ("pk", "text", "state", "asked_by_id", "asked_by__name", "member__short_name")
    counted = {"said": Count("answers"), "own": Count("answers", filter=Q(answers__by_id=by.pk))}
    return asked.values_list(*columns).annotate(**counted)[:MOST]


ASKED = PreparedRows(_asked, by=Asker, meeting=int)


def asked_at(person: Person, meeting: Meeting) -> list[Asked]:
    """What was asked at a meeting, as far as this person sees it, the newest first."""
    may = policy.may(person, "learning.answer")
    return [
        Asked(
            pk, text, who or "", unit or "", said, own,
            may and asker != person.pk and QUESTION.can(state, "answer"),
        )
        for pk, text, state, asker, who, unit, said, own in ASKED.all(by=person, meeting=meeting.pk)
    ]  # fmt: skip
