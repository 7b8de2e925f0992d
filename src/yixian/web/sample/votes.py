"""Two made-up votes: one that is open at today's meeting, one that was closed at the last."""

from collections.abc import Sequence
from uuid import UUID

from yixian.web.meetings.models import Ballot, BallotChoice, Meeting, Vote
from yixian.web.sample.clock import at, moment
from yixian.web.sample.content import Draw

OPEN = ("（示例）下次想先看哪个主题？", ("岗位练兵", "规范化管理", "企业文化", "女职工工作"))
CLOSED = ("（示例）请教环节放在观摩前还是观摩后？", ("观摩前", "观摩后", "边走边问"))


def vote(today: Meeting, last: Meeting) -> None:
    """Put something to those who were there, at both meetings."""
    _ballot(last, *CLOSED, share=0.95, is_closed=True)
    _ballot(today, *OPEN, share=0.6)


def _ballot(
    meeting: Meeting, question: str, texts: Sequence[str], share: float, *, is_closed: bool = False
) -> None:
    """One vote, in which a share of those who were there has voted."""
    own = {"federation": meeting.federation}
    draw = Draw(meeting.pk)
    ballot = Ballot.objects.create(
        meeting=meeting, question=question, state="closed" if is_closed else "open",
        opened_at=moment(meeting.held_on, 11), closed_at=moment(meeting.held_on, 11, 20) if is_closed else None, **own,
    )  # fmt: skip
    choices = [
        BallotChoice.objects.create(ballot=ballot, position=position, text=text, **own)
        for position, text in enumerate(texts, 1)
    ]
    with at(moment(meeting.held_on, 11, 5)):
        Vote.objects.bulk_create(
            Vote(
                ballot=ballot, person_id=person, choice=draw.random.choice(choices), sequence=1, digest="0" * 64,
                client_id=UUID(int=draw.random.getrandbits(128), version=4), **own,
            )
            for person in meeting.check_ins.order_by("pk").values_list("person_id", flat=True)
            if draw.chance(share)
        )  # fmt: skip
