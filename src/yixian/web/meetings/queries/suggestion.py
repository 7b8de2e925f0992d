"""Who of an invited member might go: fair turns first, then what the meeting shows that interests them.

For one meeting the exact answer needs no solver: `planner.delegates.in_turn` is the order that it would find.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.planner.delegates import Delegate, Outing, in_turn
from yixian.web.accounts.models import Absence, Interest, Person
from yixian.web.meetings.models import Invitation, Meeting, Reply
from yixian.web.meetings.queries.replies import reply_of
from yixian.web.meetings.words import listed
from yixian.web.organisations.models import Topic, Venue
from yixian.web.shared.prepared import PreparedRows
from yixian.web.shared.templatetags.ui_dates import month

DAYS = 365
NO_HOST = 0


@dataclass(frozen=True)
class Candidate:
    """Somebody of the invited member, and in one sentence why it is their turn, or why they cannot come."""

    pk: int
    name: str
    post: str
    reason: str
    is_named: bool

    @property
    def url(self) -> str:
        """The person's page, where their interests and days away are kept."""
        return reverse("accounts:person", args=[self.pk])


@dataclass(frozen=True)
class Suggestion:
    """Everybody who could go, whose turn it is first, and those who cannot."""

    turns: list[Candidate]
    away: list[Candidate]

    @property
    def first(self) -> Candidate | None:
        """Whose turn it is."""
        return self.turns[0] if self.turns else None

    @property
    def others(self) -> list[Candidate]:
        """Who else could go."""
        return self.turns[1:]


@dataclass(frozen=True)
class Colleague:
    """One person of the member: how often they went in the year before, when last, and whether they are away."""

    pk: int
    name: str
    post: str
    title: str
    times: int
    last: date | None
    absence: int | None


def _team(federation_id: int, member_id: int, since: date, until: date) -> QuerySet[Person, Any]:
    """The active people of a member but its chair, in the order of the roster."""
    people = Person.objects.with_scopes_disabled().filter(federation_id=federation_id, member_id=member_id)
    before = Q(check_ins__meeting__is_archive=False, check_ins__meeting__held_on__lt=until)
    absences = Absence.objects.with_scopes_disabled().filter(person=OuterRef("pk"))
    absences = absences.filter(first_day__lte=until, last_day__gte=until).order_by().values("pk")[:1]
    counted = people.filter(is_active=True).exclude(post=Person.Post.CHAIR)
    return counted.annotate(
        times=Count("check_ins", filter=before & Q(check_ins__meeting__held_on__gte=since)),
        last=Max("check_ins__meeting__held_on", filter=before),
        absence=Subquery(absences),
    ).values_list("pk", "name", "post", "post_title", "times", "last", "absence")


def _wishes(member_id: int) -> QuerySet[Interest, Any]:
    interests = Interest.objects.with_scopes_disabled().filter(person__member_id=member_id)
    return interests.order_by().values_list("person_id", "topic_id", "venue_kind")


def _shown(meeting_id: int, host_id: int) -> QuerySet[Topic, Any]:
    """What a meeting is about, and what its host can show."""
    topics = Topic.objects.with_scopes_disabled().order_by()
    columns = ("rank", "name", "pk")
    about = topics.filter(meetings=meeting_id).values_list(*columns)
    return about.union(topics.filter(strengths__member_id=host_id).values_list(*columns))


TEAM = PreparedRows(_team, federation_id=int, member_id=int, since=date, until=date)
WISHES = PreparedRows(_wishes, member_id=int)
SHOWN = PreparedRows(_shown, meeting_id=int, host_id=int)


def suggest_delegate(invitation: Invitation) -> Suggestion:
    """The people of the invited member but its chair, in the order of their turn; three queries."""
    meeting = invitation.meeting
    until = meeting.held_on or timezone.localdate()
    rows = TEAM.all(
        federation_id=invitation.federation_id,
        member_id=invitation.member_id,
        since=until - timedelta(days=DAYS),
        until=until,
    )
    team = [Colleague(*row) for row in rows]
    shows = _what_it_shows(meeting) if team else {}
    wishes = _wishes_of(invitation.member_id) if team else {}
    kept_away = {each.pk: why for each in team if (why := _why_not(each, invitation))}
    outing = Outing(str(meeting.pk), tuple(shows))
    people = {str(each.pk): each for each in team}
    delegates = [_as_delegate(each, outing, wishes, each.pk in kept_away) for each in team]
    named = _named_now(invitation)
    posts = {value: str(words) for value, words in Person.Post.choices}

    def candidate(each: Colleague, reason: str) -> Candidate:
        return Candidate(each.pk, each.name, each.title or posts.get(each.post, ""), reason, each.pk == named)

    in_order = [(people[each.id], each) for each in in_turn(delegates, outing)]
    return Suggestion(
        turns=[candidate(each, _reason(each, _shared(who, shows))) for each, who in in_order],
        away=[candidate(each, kept_away[each.pk]) for each in team if each.pk in kept_away],
    )


def _what_it_shows(meeting: Meeting) -> dict[str, str]:
    """What can be seen at a meeting, in words: its topics, the strengths of its host, the kind of its venue."""
    rows = SHOWN.all(meeting_id=meeting.pk, host_id=meeting.host_id or NO_HOST)
    shows = {f"topic {pk}": name for _rank, name, pk in sorted(rows)}
    if meeting.venue is not None and meeting.venue.kind != Venue.Kind.OTHER:
        shows[f"venue {meeting.venue.kind}"] = str(meeting.venue.get_kind_display())
    return shows


def _wishes_of(member_id: int) -> dict[int, tuple[str, ...]]:
    """What the people of a member would like to learn and see."""
    wishes: dict[int, list[str]] = defaultdict(list)
    for person, topic, kind in WISHES.all(member_id=member_id):
        wishes[person].append(f"topic {topic}" if topic else f"venue {kind}")
    return {person: tuple(each) for person, each in wishes.items()}


def _as_delegate(each: Colleague, outing: Outing, wishes: dict[int, tuple[str, ...]], away: bool) -> Delegate:
    return Delegate(
        id=str(each.pk),
        turns=each.times,
        interests=wishes.get(each.pk, ()),
        absent=(outing.id,) if away else (),
        last=each.last.isoformat() if each.last else "",
    )


def _shared(who: Delegate, shows: dict[str, str]) -> list[str]:
    """What the meeting shows that interests this person, in words."""
    return [name for key, name in shows.items() if key in who.interests]


def _reason(each: Colleague, shared: list[str]) -> str:
    """One sentence: how often they went, and what interests them."""
    turns = _turns_in_words(each)
    if not shared:
        return turns
    return _("%(turns)s; interested in %(topics)s") % {"turns": turns, "topics": listed(shared)}


def _turns_in_words(each: Colleague) -> str:
    if each.last is None:
        return _("Has not been yet")
    if not each.times:
        return _("Has not been for a year, last in %(month)s") % {"month": month(each.last)}
    words = ngettext(
        "Went once in the last year, in %(month)s",
        "Went %(times)s times in the last year, last in %(month)s",
        each.times,
    )
    return words % {"times": each.times, "month": month(each.last)}


def _why_not(each: Colleague, invitation: Invitation) -> str:
    """Why somebody cannot come, or nothing."""
    reply = reply_of(invitation)
    if each.absence is not None:
        return _("Away on this day")
    if invitation.meeting.coordinator_id == each.pk:
        return _("Looks after this meeting for the host, and is there anyway")
    if reply is not None and reply.answer == Reply.Answer.APOLOGY and reply.by_id == each.pk:
        return _("Has answered that nobody can come")
    return ""


def _named_now(invitation: Invitation) -> int | None:
    reply = reply_of(invitation)
    return reply.attendee_id if reply is not None and reply.answer == Reply.Answer.DELEGATE else None
