"""Who of a member's people might go this time: fair turns first, then interests.

For one meeting the exact answer of `planner.delegates.assign` needs no flow: whoever has had fewest turns, and among
those whose interests fit best. So a reply form can ask without loading a solver.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Max, Q

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Invitation, Meeting

DAYS = 365


@dataclass(frozen=True)
class Turn:
    """One person of a member: how often they went in the year before a meeting, and when last."""

    person: Person
    times: int
    last: str


@dataclass(frozen=True)
class Suggestion:
    """Everybody who could go, whose turn it is first; nobody when the member has no such people."""

    turns: list[Turn]

    @property
    def first(self) -> Turn | None:
        """Whose turn it is."""
        return self.turns[0] if self.turns else None


def suggest_delegate(
    invitation: Invitation, interests: Mapping[int, frozenset[int]] | None = None
) -> Suggestion:
    """The people of the invited member but its chair, in the order of their turn.

    `interests` are topics by person, from whoever knows them; the meeting's own topics are compared with them.
    """
    from yixian.planner.delegates import Delegate, Outing, interest_cost

    meeting = invitation.meeting
    wanted = interests or {}
    topics = tuple(str(pk) for pk in meeting.topics.values_list("pk", flat=True)) if wanted else ()
    outing = Outing(str(meeting.pk), topics)

    def order(person: Person) -> tuple[int, int, int, int]:
        own = tuple(str(topic) for topic in wanted.get(person.pk, ()))
        delegate = Delegate(str(person.pk), person.times, own)  # type: ignore[attr-defined]
        return delegate.turns, interest_cost(delegate, outing), person.rank, person.pk

    people = sorted(_people(invitation.member_id, meeting), key=order)
    return Suggestion(
        [Turn(each, each.times, f"{each.last:%Y-%m-%d}" if each.last else "") for each in people]  # type: ignore[attr-defined]
    )


def _people(member_id: int, meeting: Meeting) -> list[Person]:
    """The active people of a member but its chair, with their turns of the year before; one query."""
    until = meeting.held_on
    before = Q(check_ins__meeting__is_archive=False) & ~Q(check_ins__meeting=meeting.pk)
    if until is not None:
        before &= Q(check_ins__meeting__held_on__lt=until)
        before &= Q(check_ins__meeting__held_on__gte=until - timedelta(days=DAYS))
    people = Person.objects.filter(member_id=member_id, is_active=True).exclude(post=Person.Post.CHAIR)
    counted = people.annotate(
        times=Count("check_ins", filter=before), last=Max("check_ins__meeting__held_on", filter=before)
    )
    return list(counted)
