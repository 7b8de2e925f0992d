"""What learning keeps of a person, for their own export and for erasure."""

from typing import Any

from django.db.models import TextField, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.learning.models import Adoption, Answer, Digest, Question, ShareNote


def collect(person: Person) -> dict[str, Any]:
    """Digests and where they were shared, questions, answers, borrowings begun."""
    digests: dict[int, dict[str, Any]] = {}
    columns = ("pk", "meeting__title", "headline", "words", "share_notes__where")
    for pk, title, headline, words, where in Digest.objects.filter(person=person).values_list(*columns):
        each = digests.setdefault(pk, {"meeting": title, "headline": headline, "words": words, "shared": []})
        if where is not None:
            each["shared"].append(where)
    said = _said(person)
    return {
        "digests": list(digests.values()),
        **{
            kind: [text for each, text in said if each == kind]
            for kind in ("questions", "answers", "adoptions")
        },
    }


def _said(person: Person) -> list[tuple[str, str]]:
    """Questions, answers and what was borrowed, each with its kind, in one query."""
    asked = Question.objects.filter(asked_by=person).values_list(Value("questions"), "text")
    answered = Answer.objects.filter(by=person).values_list(Value("answers"), "text")
    name = Coalesce("experience__title", "title", output_field=TextField())
    borrowed = Adoption.objects.filter(started_by=person).values_list(Value("adoptions"), name)
    return list(asked.order_by().union(answered.order_by(), borrowed.order_by(), all=True))


def erase(person: Person) -> None:
    """Personal pages go dark: their words, their links and where they were shared."""
    digests = Digest.objects.filter(person=person)
    ShareNote.objects.filter(digest__in=digests).delete()
    digests.update(headline="", words="", link_revoked_at=timezone.now())


register_personal_data(PersonalData("learning", collect, erase))
