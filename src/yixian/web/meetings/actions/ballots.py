"""Something is put to those who are present; each has one vote, the newest that they sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Ballot, BallotChoice, Meeting, Vote
from yixian.web.meetings.rules import ballots as rules
from yixian.web.meetings.states import BALLOT
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput

FEWEST, MOST = 2, 6
ON_WALL = timedelta(minutes=10)


@dataclass(frozen=True)
class Counted:
    """What became of a vote that was sent: `stored`, `duplicate` or `conflict`, and its row."""

    result: str
    vote: Vote


@action
def draft_ballot(*, by: Person, meeting: Meeting, question: str, choices: Sequence[str]) -> Ballot:
    """Prepare a question with its choices; nobody else sees it yet."""
    rules.check_can_draft(by, meeting)
    question, choices = _sound(question, choices)
    ballot = Ballot.objects.create(federation_id=meeting.federation_id, meeting=meeting, question=question)
    _put(ballot, choices)
    changes = {"question": [None, question], "choices": [None, "; ".join(choices)]}
    audit.record(by=by, verb="meetings.draft_ballot", thing=ballot, changes=changes)
    return ballot


@action
def change_ballot(*, by: Person, ballot: Ballot, question: str, choices: Sequence[str]) -> Ballot:
    """Say it differently, as long as it is not open."""
    rules.check_can_change(by, ballot)
    question, choices = _sound(question, choices)
    before = [ballot.question, "; ".join(choice.text for choice in ballot.choices.all())]
    after = [question, "; ".join(choices)]
    if before == after:
        audit.nothing_changed()
        return ballot
    ballot.question = question
    ballot.save(update_fields=["question"])
    ballot.choices.all().delete()
    _put(ballot, choices)
    changes = {"question": [before[0], after[0]], "choices": [before[1], after[1]]}
    audit.record(by=by, verb="meetings.change_ballot", thing=ballot, changes=changes)
    return ballot


def _sound(question: str, choices: Sequence[str]) -> tuple[str, list[str]]:
    """Question and choices without empty ones, all different; a sentence when they do not make a vote."""
    question = " ".join(question.split())[:200]
    texts = [" ".join(each.split())[:80] for each in choices]
    texts = list(dict.fromkeys(each for each in texts if each))
    if not question:
        raise BadInput(_("Write the question first."))
    if not FEWEST <= len(texts) <= MOST:
        raise BadInput(_("Give two to six choices that differ."))
    return question, texts


def _put(ballot: Ballot, choices: Sequence[str]) -> None:
    BallotChoice.objects.bulk_create(
        BallotChoice(federation_id=ballot.federation_id, ballot=ballot, position=position, text=text)
        for position, text in enumerate(choices, 1)
    )


@action
def remove_ballot(*, by: Person, ballot: Ballot) -> Meeting:
    """Take a vote away that was never opened."""
    rules.check_can_change(by, ballot)
    meeting = ballot.meeting
    changes = {"question": [ballot.question, None]}
    audit.record(by=by, verb="meetings.remove_ballot", thing=ballot, changes=changes)
    ballot.delete()
    return meeting


@action
def open_ballot(*, by: Person, ballot: Ballot) -> Ballot:
    """From now on those who are present can vote."""
    rules.check_can_open(by, ballot)
    changes = {"state": list(BALLOT.move(ballot, "open"))}
    ballot.opened_at = timezone.now()
    ballot.save(update_fields=["state", "opened_at"])
    _put_on_wall(ballot, None)
    audit.record(by=by, verb="meetings.open_ballot", thing=ballot, changes=changes)
    return ballot


@action
def close_ballot(*, by: Person, ballot: Ballot) -> Ballot:
    """The result stands, on the wall for ten minutes; what comes later is not counted, and its sender is told."""
    rules.check_can_close(by, ballot)
    changes = {"state": list(BALLOT.move(ballot, "close"))}
    ballot.closed_at = timezone.now()
    ballot.save(update_fields=["state", "closed_at"])
    _put_on_wall(ballot, ballot.closed_at + ON_WALL)
    audit.record(by=by, verb="meetings.close_ballot", thing=ballot, changes=changes)
    return ballot


@action
def show_result(*, by: Person, ballot: Ballot) -> Ballot:
    """Once more on the wall, in place of any other, for ten minutes from now."""
    rules.check_can_show(by, ballot)
    _put_on_wall(ballot, timezone.now() + ON_WALL)
    audit.record(by=by, verb="meetings.show_result", thing=ballot)
    return ballot


@action
def hide_result(*, by: Person, ballot: Ballot) -> Ballot:
    """The wall goes back to the arrivals."""
    rules.check_can_hide(by, ballot)
    if ballot.on_wall_until is None:
        audit.nothing_changed()
        return ballot
    _put_on_wall(ballot, None)
    audit.record(by=by, verb="meetings.hide_result", thing=ballot)
    return ballot


def _put_on_wall(ballot: Ballot, until: datetime | None) -> None:
    """At most one result of a meeting is on the wall: what is opened, closed or shown takes the others off."""
    ballot.meeting.ballots.exclude(on_wall_until=None).update(on_wall_until=None)
    ballot.on_wall_until = until
    ballot.save(update_fields=["on_wall_until"])


@action
def cast_vote(
    *, by: Person, ballot: Ballot, choice: int, client_id: UUID, sequence: int, digest: str
) -> Counted:
    """Take in a vote once. Of one person's the one with the highest sequence counts, in whatever order they come."""
    known = Vote.objects.filter(person=by, client_id=client_id).first()
    if known is not None:
        audit.nothing_changed()
        return Counted("duplicate" if known.digest == digest else "conflict", known)
    rules.check_can_vote(by, ballot)
    chosen = BallotChoice.objects.filter(ballot=ballot, pk=choice).first()
    if chosen is None:
        raise BadInput(_("This choice is not known here. Update the page."))
    vote = Vote(
        federation_id=ballot.federation_id, ballot=ballot, person=by, choice=chosen, client_id=client_id,
        sequence=sequence, digest=digest,
    )  # fmt: skip
    before = Vote.objects.filter(ballot=ballot, person=by, choice__isnull=False).first()
    _let_the_newest_count(vote, before)
    # who voted is on record, what they chose never: neither here nor in the order of the totals
    audit.record(
        by=by, verb="meetings.vote", thing=ballot, changes={"changed_vote": [None, before is not None]}
    )
    return Counted("stored", vote)


def _let_the_newest_count(vote: Vote, before: Vote | None) -> None:
    """Keep one choice, that of the higher sequence; between two phones that count alike, of the higher number."""
    if before is not None:
        if (before.sequence, before.client_id) > (vote.sequence, vote.client_id):
            vote.choice = None
        else:
            before.choice = None
            before.save(update_fields=["choice"])
    vote.save(force_insert=True)
