"""What comes through the door and is no record: an arrival, an answer, a vote. Each is taken in once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.field.items import ANSWER, CHECK_IN, VOTE, Item
from yixian.web.learning.actions.question import answer_question
from yixian.web.learning.models import Answer
from yixian.web.learning.queries.question import questions_visible_to
from yixian.web.meetings.actions.ballots import cast_vote
from yixian.web.meetings.actions.checkin import check_in_self
from yixian.web.meetings.models import Meeting, Vote
from yixian.web.meetings.queries.ballots import ballot_to_vote_on
from yixian.web.shared.errors import BadInput


def _arrive(by: Person, item: Item, meeting: Meeting) -> tuple[str, int]:
    """One's own arrival; being there already is as good."""
    row = check_in_self(by=by, meeting=meeting, method="link", client_id=item.client_id)
    return "stored" if row.client_id == item.client_id else "duplicate", row.pk


def _answer(by: Person, item: Item, meeting: Meeting) -> tuple[str, int]:
    """An answer to a question of this meeting; the same one again changes nothing, whatever became of the question."""
    known = Answer.objects.filter(by=by, client_id=item.client_id).first()
    if known is not None:
        return "duplicate" if known.digest == item.digest else "conflict", known.pk
    question = questions_visible_to(by).filter(meeting=meeting, pk=item.about).first()
    if question is None:
        raise BadInput(_("This question is not here any more. Your answer is kept on the phone."))
    answer = answer_question(
        by=by, question=question, text=item.text, client_id=item.client_id, digest=item.digest
    )
    return "stored", answer.pk


def _vote(by: Person, item: Item, meeting: Meeting) -> tuple[str, int]:
    """A vote; the receipt names its row, which the second look reads back."""
    ballot = ballot_to_vote_on(by, item.about, {meeting.pk: meeting})
    if ballot is None:
        raise BadInput(_("This vote is not known here."))
    counted = cast_vote(
        by=by, ballot=ballot, choice=item.choice, client_id=item.client_id, sequence=item.sequence,
        digest=item.digest,
    )  # fmt: skip
    return counted.result, counted.vote.pk


TALK: Mapping[str, Callable[[Person, Item, Meeting], tuple[str, int]]] = {
    CHECK_IN: _arrive, ANSWER: _answer, VOTE: _vote,
}  # fmt: skip


def told(by: Person, ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """The answers and votes of these ids that are on record, as the second look tells them."""
    if not ids:
        return {}
    kinds: tuple[Any, ...] = (Answer.objects.filter(by=by), Vote.objects.filter(person=by))
    rows = [
        row for kind in kinds for row in kind.filter(client_id__in=ids).values_list("client_id", "digest")
    ]
    return {
        client_id: {"id": str(client_id), "state": "confirmed", "digest": digest}
        for client_id, digest in rows
    }
