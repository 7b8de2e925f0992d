"""What learning keeps of a person, for their own export and for erasure."""

from typing import Any

from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.learning.models import Adoption, Answer, Digest, Question, ShareNote


def collect(person: Person) -> dict[str, Any]:
    """Digests and where they were shared, questions, answers, borrowings begun."""
    digests = Digest.objects.filter(person=person).select_related("meeting").prefetch_related("share_notes")
    return {
        "digests": [
            {
                "meeting": str(each.meeting),
                "headline": each.headline,
                "words": each.words,
                "shared": [note.where for note in each.share_notes.all()],
            }
            for each in digests
        ],
        "questions": list(Question.objects.filter(asked_by=person).values_list("text", flat=True)),
        "answers": list(Answer.objects.filter(by=person).values_list("text", flat=True)),
        "adoptions": [
            str(each) for each in Adoption.objects.filter(started_by=person).select_related("experience")
        ],
    }


def erase(person: Person) -> None:
    """Personal pages go dark: their words, their links and where they were shared."""
    digests = Digest.objects.filter(person=person)
    ShareNote.objects.filter(digest__in=digests).delete()
    digests.update(headline="", words="", link_revoked_at=timezone.now())


register_personal_data(PersonalData("learning", collect, erase))
