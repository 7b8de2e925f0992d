"""Votes of a meeting, and the items that phones send about them and about questions."""

from django.utils import timezone

from tests.factories_capture import item
from yixian.web.meetings.models import Ballot, BallotChoice, CheckIn


def ballot(meeting, *texts, state="open", question="下次看什么？"):
    """A ballot of a meeting with its choices."""
    own = {"federation": meeting.federation}
    made = Ballot.objects.create(meeting=meeting, question=question, state=state, **own)
    for position, text in enumerate(texts or ("车间", "展馆"), 1):
        BallotChoice.objects.create(ballot=made, position=position, text=text, **own)
    return made


def arrive(meeting, *people):
    """They are checked in."""
    for person in people:
        CheckIn.objects.create(
            federation=meeting.federation, meeting=meeting, person=person, method="desk", at=timezone.now()
        )


def vote_item(of_ballot, number=0, sequence=1, **values):
    """A vote for the choice of this number."""
    choice = list(of_ballot.choices.order_by("position"))[number].pk
    core = {"kind": "vote", "text": "", "ballot": of_ballot.pk, "choice": choice, "sequence": sequence}
    return item(of_ballot.meeting, **{**core, **values})


def answer_item(question, text="每周一题。", **values):
    """An answer to a question of a meeting."""
    return item(question.meeting, **{"kind": "answer", "text": text, "question": question.pk, **values})
