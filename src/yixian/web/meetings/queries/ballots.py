"""Votes of a meeting in totals. Nothing here says who chose what, but to each person their own."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Ballot, BallotChoice, CheckIn, Meeting, Vote
from yixian.web.meetings.rules import ballots as rules
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.meetings.states import BALLOT_TONES
from yixian.web.shared import policy
from yixian.web.shared.prepared import PreparedRows


@dataclass(frozen=True)
class Option:
    """A choice and how many chose it."""

    pk: int
    text: str
    votes: int


@dataclass(frozen=True)
class Result:
    """A ballot in totals; `own` and `sequence` are of the person who looks at it, where one was asked for."""

    pk: int
    question: str
    state: str
    options: tuple[Option, ...]
    own: int | None = None
    sequence: int = 0
    on_wall_until: datetime | None = field(default=None, repr=False)

    @property
    def total(self) -> int:
        """How many votes count."""
        return sum(option.votes for option in self.options)

    @property
    def is_on_wall(self) -> bool:
        """Whether its result has the wall now, unless something is open."""
        return self.on_wall_until is not None and self.on_wall_until > timezone.now()

    @property
    def label(self) -> str:
        """The state in words."""
        return str(Ballot.State(self.state).label)

    @property
    def tone(self) -> str:
        """How the state looks."""
        return BALLOT_TONES[self.state]

    def share(self, option: Option) -> int:
        """Per cent of those who voted, rounded; 0 as long as nobody has."""
        return round(100 * option.votes / self.total) if self.total else 0


@dataclass(frozen=True)
class BallotsPage:
    """The votes of a meeting, for those who run them."""

    meeting: Meeting
    tabs: list[Tab]
    results: list[Result]
    here: int
    may_run: bool
    may_draft: bool
    may_open: bool
    is_live: bool


def _totals(meeting_id: int) -> QuerySet[BallotChoice, Any]:
    choices = BallotChoice.objects.with_scopes_disabled().filter(ballot__meeting_id=meeting_id)
    columns = ("ballot_id", "ballot__question", "ballot__state", "ballot__on_wall_until", "pk", "text")
    counted = choices.values_list(*columns).annotate(votes_counted=Count("votes"))
    return counted.order_by("ballot_id", "position")


def _own(meeting_id: int, person_id: int) -> QuerySet[Vote, Any]:
    votes = Vote.objects.with_scopes_disabled().filter(ballot__meeting_id=meeting_id, person_id=person_id)
    return votes.exclude(choice=None).order_by().values_list("ballot_id", "choice_id", "sequence")


def _here(meeting_id: int) -> QuerySet[CheckIn, Any]:
    there = CheckIn.objects.with_scopes_disabled().filter(meeting_id=meeting_id)
    return there.order_by().values("meeting_id").annotate(number=Count("pk")).values_list("number")


def _standing(meeting_id: int) -> QuerySet[Ballot, Any]:
    ballots = Ballot.objects.with_scopes_disabled().filter(meeting_id=meeting_id).order_by()
    counted = ballots.values("meeting_id").annotate(
        number=Count("pk", distinct=True),
        last=Max("votes__pk"),
        opened=Max("opened_at"),
        closed=Max("closed_at"),
        shown=Max("on_wall_until"),
    )
    return counted.values_list("number", "last", "opened", "closed", "shown")


TOTALS = PreparedRows(_totals, meeting_id=int)
OWN = PreparedRows(_own, meeting_id=int, person_id=int)
HERE = PreparedRows(_here, meeting_id=int)
STANDING = PreparedRows(_standing, meeting_id=int)


def results_of(meeting: Meeting) -> list[Result]:
    """Every ballot of a meeting in the order in which they were drawn up."""
    options: dict[tuple[Any, ...], list[Option]] = {}
    for *ballot, choice, text, votes in TOTALS.all(meeting_id=meeting.pk):
        options.setdefault(tuple(ballot), []).append(Option(choice, text, votes))
    return [
        Result(pk, question, state, tuple(chosen), on_wall_until=until)
        for (pk, question, state, until), chosen in options.items()
    ]


def results_for_voter(person: Person, meeting: Meeting) -> list[Result]:
    """What somebody at the meeting sees: no drafts, their own vote, and totals once a vote is closed."""
    shown = [each for each in results_of(meeting) if each.state != Ballot.State.DRAFT]
    own = {row[0]: row[1:] for row in OWN.all(meeting_id=meeting.pk, person_id=person.pk)}
    shown = [
        replace(each, own=own[each.pk][0], sequence=own[each.pk][1]) if each.pk in own else each
        for each in shown
    ]
    return sorted(shown, key=lambda each: each.state == Ballot.State.CLOSED)


def next_sequence(person: Person, ballot: int) -> int:
    """A number above those of every vote of this person's."""
    last = Vote.objects.filter(person=person, ballot_id=ballot).aggregate(last=Max("sequence"))["last"]
    return (last or 0) + 1


def results_on_wall(meeting: Meeting) -> list[Result]:
    """Votes that are open now; when none is, the one whose result is to be seen for a while."""
    results = results_of(meeting)
    now = [each for each in results if each.state == Ballot.State.OPEN]
    return now or [each for each in results if each.is_on_wall]


def ballots_version(meeting: Meeting) -> tuple[Any, ...]:
    """Changes whenever a total or a state does, and when a result leaves the wall: one small query."""
    found = STANDING.first(meeting_id=meeting.pk) or ()
    return (*found, bool(found and found[-1] and found[-1] > timezone.now()))


def ballots_page(person: Person, meeting: Meeting) -> BallotsPage:
    """Read the page of those who run the votes."""
    results = results_of(meeting)
    return BallotsPage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "votes"),
        results=results[::-1],
        here=next((number for (number,) in HERE.all(meeting_id=meeting.pk)), 0),
        may_run=policy.may(person, "meetings.run_votes", meeting),
        may_draft=rules.can_draft(person, meeting),
        may_open=rules.door_is_open(meeting),
        is_live=any(each.state == Ballot.State.OPEN for each in results),
    )


def ballot_to_vote_on(person: Person, pk: int, meetings: dict[int, Meeting]) -> Ballot | None:
    """A ballot that has been opened, of one of these meetings, which the person may see."""
    if not policy.may(person, "meetings.vote"):
        return None
    ballots = Ballot.objects.filter(meeting__in=meetings).exclude(state=Ballot.State.DRAFT)
    ballot = ballots.filter(pk=pk).first()
    if ballot is not None:
        ballot.meeting = meetings[ballot.meeting_id]
    return ballot
