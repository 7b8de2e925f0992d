"""What learning keeps of a person, for their own export and for erasure."""

from typing import Any

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.learning.models import Adoption, Answer, Digest, Question, ShareNote
from yixian.web.shared.prepared import Asker, PreparedRows


def collect(person: Person) -> dict[str, Any]:
    """Digests and where they were shared, questions, answers, borrowings begun."""
    digests: dict[int, dict[str, Any]] = {}
    for pk, title, headline, words, where in DIGESTS.all(by=person):
        each = digests.setdefault(pk, {"meeting": title, "headline": headline, "words": words, "shared": []})
        if where is not None:
            each["shared"].append(where)
    said = SAID.all(by=person)
    return {
        "digests": list(digests.values()),
        **{
            kind: [text for each, text in said if each == kind]
            for kind in ("questions", "answers", "adoptions")
        },
    }


def _digests(by: Person) -> QuerySet[Digest, Any]:
    columns = ("pk", "meeting__title", "headline", "words", "share_notes__where")
    return Digest.objects.filter(person=by).values_list(*columns)


def _said(by: Person) -> QuerySet[Any]:
    """Questions, answers and what was borrowed, each with its kind, in one query."""
    asked = Question.objects.filter(asked_by=by).values_list(Value("questions"), "text")
    answered = Answer.objects.filter(by=by).values_list(Value("answers"), "text")
    name = Coalesce("experience__title", "title", output_field=TextField())
    borrowed = Adoption.objects.filter(started_by=by).values_list(Value("adoptions"), name)
    return asked.order_by().union(answered.order_by(), borrowed.order_by(), all=True)


DIGESTS = PreparedRows(_digests, by=Asker)
SAID = PreparedRows(_said, by=Asker)


def erase(person: Person) -> None:
    """Personal pages go dark: their words, their links and where they were shared."""
    digests = Digest.objects.filter(person=person)
    ShareNote.objects.filter(digest__in=digests).delete()
    digests.update(headline="", words="", link_revoked_at=timezone.now())


register_personal_data(PersonalData("learning", collect, erase))
