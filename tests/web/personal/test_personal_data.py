"""What the site keeps of a person: all of it can be taken out, and what is theirs alone can be erased."""

from uuid import uuid4

import pytest
from django.utils import timezone

from yixian.web.accounts.panels import PERSONAL_DATA
from yixian.web.capture.models import Capture
from yixian.web.learning.models import Answer, Digest, Question, ShareNote
from yixian.web.meetings.models import Ballot, BallotChoice, CheckIn, Invitation, Reply, Report, Vote
from yixian.web.problems.models import Problem


@pytest.fixture
def traces(meeting, chair, guest, district):
    """One of everything that a chair leaves behind."""
    own = {"federation": district}
    invitation = Invitation.objects.create(meeting=meeting, member=guest, person=chair, **own)
    Reply.objects.create(invitation=invitation, answer="apology", reason="家中有事", by=chair, **own)
    CheckIn.objects.create(meeting=meeting, person=chair, method="desk", at=timezone.now(), **own)
    ballot = Ballot.objects.create(meeting=meeting, question="下次看什么", **own)
    choice = BallotChoice.objects.create(ballot=ballot, position=1, text="车间", **own)
    for number, chosen in enumerate((None, choice)):
        sent = {"client_id": uuid4(), "sequence": number, "digest": "0" * 64}
        Vote.objects.create(ballot=ballot, person=chair, choice=chosen, **sent, **own)
    Report.objects.create(meeting=meeting, member=guest, person=chair, review="回顾", plan="计划", **own)
    for hold in ("held", "released"):
        Capture.objects.create(
            client_id=uuid4(),
            meeting=meeting,
            author=chair,
            kind="note",
            text=hold,
            hold=hold,
            digest="0" * 64,
            **own,
        )
    digest = Digest.objects.create(meeting=meeting, person=chair, headline="标题", words="心得", **own)
    ShareNote.objects.create(digest=digest, where="工作群", **own)
    question = Question.objects.create(text="怎么办？", asked_by=chair, **own)
    Answer.objects.create(question=question, text="这么办。", by=chair, **own)
    Problem.objects.create(title="灯不亮", raised_by=chair, owner=chair, found_on=timezone.localdate(), **own)
    return chair


def test_everything_can_be_taken_out(traces):
    data = {name: kind.collect(traces) for name, kind in PERSONAL_DATA.items()}
    assert data["meetings"]["invitations"] == [
        {"meeting": "十一月现场例会", "answer": "apology", "reason": "家中有事"}
    ]
    assert [each["review"] for each in data["meetings"]["reports"]] == ["回顾"]
    assert len(data["meetings"]["check_ins"]) == 1
    assert data["meetings"]["votes"] == [
        {"meeting": "十一月现场例会", "question": "下次看什么", "choice": "车间"}
    ]
    assert [each["text"] for each in data["capture"]] == ["held", "released"]
    assert data["learning"]["digests"][0]["shared"] == ["工作群"]
    assert (data["learning"]["questions"], data["learning"]["answers"]) == (["怎么办？"], ["这么办。"])
    assert (data["problems"]["raised"], data["problems"]["owned"]) == (["灯不亮"], ["灯不亮"])


def test_what_is_theirs_alone_goes(traces):
    for kind in PERSONAL_DATA.values():
        kind.erase(traces)
    assert Reply.objects.get().reason == ""
    assert list(Vote.objects.values_list("person", "choice__text")) == [(None, "车间")]
    assert list(Capture.objects.order_by("pk").values_list("text", flat=True)) == ["", "released"]
    digest = Digest.objects.get()
    assert (digest.headline, digest.words, digest.share_notes.count()) == ("", "", 0)
    assert Report.objects.get().review == "回顾"
