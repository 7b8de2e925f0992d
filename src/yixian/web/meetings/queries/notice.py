"""Who is invited to a meeting, and what became of each invitation."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Invitation, Meeting
from yixian.web.meetings.notice_text import NoticeText, draft_greeting, notice_text
from yixian.web.meetings.rules.lifecycle import can_announce, can_change
from yixian.web.meetings.rules.notice import can_send
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.organisations.models import Member
from yixian.web.shared import policy
from yixian.web.shared.prepared import Prepared, PreparedRows


def _invitation(federation_id: int, meeting_id: int) -> QuerySet[Invitation]:
    invitations = Invitation.objects.with_scopes_disabled().order_by()
    invitations = invitations.filter(federation_id=federation_id, meeting_id=meeting_id)
    return invitations.select_related(
        "member", "person", "meeting__host", "meeting__venue", "link", "reply__attendee"
    )


NAMED: Prepared[Invitation] = Prepared(
    lambda invitation_id, **where: _invitation(**where).filter(pk=invitation_id),
    federation_id=int,
    meeting_id=int,
    invitation_id=int,
)
OF_MEMBER: Prepared[Invitation] = Prepared(
    lambda member_id, **where: _invitation(**where).filter(member_id=member_id),
    federation_id=int,
    meeting_id=int,
    member_id=int,
)


def invitation_visible_to(person: Person, meeting_id: int, invitation_id: int | None) -> Invitation | None:
    """The named invitation to a meeting, else that of the person's own member.

    The office and the auditor see all, a member's people their own.
    """
    where = {"federation_id": person.federation_id, "meeting_id": meeting_id}
    if invitation_id is None:
        return OF_MEMBER.first(**where, member_id=person.member_id) if person.member_id else None
    found = NAMED.first(**where, invitation_id=invitation_id)
    is_own = found is not None and found.member_id == person.member_id
    return found if is_own or policy.may(person, "meetings.see_invitations") else None


def members_to_invite(meeting: Meeting) -> QuerySet[Member]:
    """Active members of the federation that have no invitation to this meeting."""
    members = Member.objects.filter(federation_id=meeting.federation_id, is_active=True)
    return members.exclude(pk__in=meeting.invitations.values("member")).order_by("rank", "pinyin", "pk")


def chairs_of(meeting: Meeting) -> dict[int, Person]:
    """The chair of each member, by member id; where there are several, the one ranked first."""
    found: dict[int, Person] = {}
    for chair in _chairs(meeting).select_related("member"):
        found.setdefault(chair.member_id, chair)
    return found


def _chairs(meeting: Meeting) -> QuerySet[Person]:
    """Active chairs of active members, the first of each member first."""
    chairs = Person.objects.filter(
        federation_id=meeting.federation_id, is_active=True, post=Person.Post.CHAIR, member__is_active=True
    )
    return chairs.order_by("rank", "pinyin", "pk")


def _names_to_invite(federation_id: int, meeting_id: int) -> QuerySet[Member, Any]:
    invited = Invitation.objects.with_scopes_disabled().filter(meeting_id=meeting_id).order_by()
    members = Member.objects.with_scopes_disabled().filter(federation_id=federation_id, is_active=True)
    members = members.exclude(pk__in=invited.values("member")).order_by("rank", "pinyin", "pk")
    return members.values_list("pk", "name", "short_name")


def _chair_names(federation_id: int) -> QuerySet[Person, Any]:
    chairs = Person.objects.with_scopes_disabled().filter(federation_id=federation_id, is_active=True)
    chairs = chairs.filter(post=Person.Post.CHAIR, member__is_active=True)
    return chairs.order_by("rank", "pinyin", "pk").values_list("member_id", "name")


NAMES_TO_INVITE = PreparedRows(_names_to_invite, federation_id=int, meeting_id=int)
CHAIR_NAMES = PreparedRows(_chair_names, federation_id=int)


def _names_of_chairs(meeting: Meeting) -> dict[int, str]:
    """The name of each member's chair, by member id."""
    found: dict[int, str] = {}
    for member, name in CHAIR_NAMES.all(federation_id=meeting.federation_id):
        found.setdefault(member, name)
    return found


@dataclass(frozen=True)
class Recipient:
    """A member and the chair who gets its invitation."""

    member: str
    chair: str


@dataclass(frozen=True)
class NoticePage:
    """The notice, who gets it, and for whom somebody has to be found."""

    meeting: Meeting
    tabs: list[Tab]
    text: NoticeText
    greeting: str
    recipients: list[Recipient]
    missing: list[str]
    can_announce: bool
    can_change: bool
    can_send: bool


def notice_page(person: Person, meeting: Meeting) -> NoticePage:
    """Read the notice page: before the announcement the members to invite, later those invited."""
    members = NAMES_TO_INVITE.all(federation_id=meeting.federation_id, meeting_id=meeting.pk)
    chairs = _names_of_chairs(meeting) if members else {}
    return NoticePage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "notice"),
        text=notice_text(meeting),
        greeting=meeting.greeting or draft_greeting(),
        recipients=[Recipient(short_name, chairs[pk]) for pk, _name, short_name in members if pk in chairs],
        missing=[name for pk, name, _short_name in members if pk not in chairs],
        can_announce=can_announce(person, meeting),
        can_change=can_change(person, meeting),
        can_send=can_send(person, meeting),
    )
