"""What was answered: one row per invited member, with totals."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Invitation, Meeting, Reply
from yixian.web.meetings.rules.notice import can_send
from yixian.web.meetings.rules.replies import can_reply_for
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.shared.templatetags.ui_dates import clock, day_short
from yixian.web.shared.text import mask_phone

TONES = {"coming": "good", "delegate": "good", "apology": "off", "silent": "wait"}
SILENT = "silent"


@dataclass(frozen=True)
class ReplyRow:
    """One member's line."""

    pk: int
    member: str
    invited: str
    invited_post: str
    phone: str
    answer: str
    answer_words: str
    tone: str
    attendee: str
    attendee_post: str
    reason: str
    answered: str
    sent: str
    opened: str
    reminded: str


@dataclass
class ReplyTotals:
    """How many of how many."""

    invited: int = 0
    sent: int = 0
    opened: int = 0
    coming: int = 0
    delegate: int = 0
    apology: int = 0
    silent: int = 0

    @property
    def answered(self) -> int:
        """Members that said anything."""
        return self.coming + self.delegate + self.apology

    @property
    def people(self) -> int:
        """Members from which somebody comes."""
        return self.coming + self.delegate


@dataclass(frozen=True)
class RepliesPage:
    """The table of replies with its totals; `rows` are those that the filters leave."""

    meeting: Meeting
    tabs: list[Tab]
    rows: list[ReplyRow]
    totals: ReplyTotals
    without_person: list[str]
    can_send: bool
    can_answer: bool
    filters: dict[str, str] = field(default_factory=dict)


def invitations_of(meeting: Meeting) -> QuerySet[Invitation]:
    """The meeting's invitations with everything a row needs, in one query."""
    return meeting.invitations.select_related("member", "person", "link", "reply__attendee")


def silent_invitations(meeting: Meeting) -> QuerySet[Invitation]:
    """Those not answered yet."""
    return invitations_of(meeting).filter(reply=None)


def unopened_invitations(meeting: Meeting) -> QuerySet[Invitation]:
    """Those whose link nobody has used and which nobody answered."""
    return silent_invitations(meeting).filter(opened_at=None, link__used_at=None)


def replies_page(person: Person, meeting: Meeting, query: Any) -> RepliesPage:
    """Read the replies page; the filters narrow the rows, never the totals."""
    invitations = list(invitations_of(meeting))
    rows = [_row(invitation) for invitation in invitations]
    filters = {"answer": query.get("answer", ""), "q": query.get("q", "").strip()[:60]}
    return RepliesPage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "replies"),
        rows=[row for row in rows if _fits(row, filters)],
        totals=totals_of(invitations),
        without_person=[each.member.short_name for each in invitations if each.person_id is None],
        can_send=can_send(person, meeting),
        can_answer=can_reply_for(person, meeting),
        filters=filters,
    )


def totals_of(invitations: list[Invitation]) -> ReplyTotals:
    """Count what became of the invitations."""
    totals = ReplyTotals(invited=len(invitations))
    for invitation in invitations:
        totals.sent += invitation.sent_at is not None
        totals.opened += opened_at(invitation) is not None
        answer = _answer(invitation)
        setattr(totals, answer, getattr(totals, answer) + 1)
    return totals


def opened_at(invitation: Invitation) -> datetime | None:
    """When the invitation was first opened: by the present link, a former one, or by answering."""
    if invitation.opened_at:
        return invitation.opened_at
    return invitation.link.used_at if invitation.link else None


def reply_of(invitation: Invitation) -> Reply | None:
    """The reply, if there is one."""
    return getattr(invitation, "reply", None)


def _answer(invitation: Invitation) -> str:
    reply = reply_of(invitation)
    return reply.answer if reply else SILENT


def _row(invitation: Invitation) -> ReplyRow:
    reply, person, answer = reply_of(invitation), invitation.person, _answer(invitation)
    attendee = reply.attendee if reply else None
    return ReplyRow(
        pk=invitation.pk,
        member=invitation.member.short_name,
        invited=person.name if person else "",
        invited_post=str(person.post_name) if person else "",
        phone=mask_phone(person.phone) if person else "",
        answer=answer,
        answer_words=str(reply.get_answer_display()) if reply else _("no answer yet"),
        tone=TONES[answer],
        attendee=attendee.name if attendee else "",
        attendee_post=str(attendee.post_name) if attendee else "",
        reason=reply.reason if reply else "",
        answered=_when(reply.at) if reply else "",
        sent=_when(invitation.sent_at),
        opened=_when(opened_at(invitation)),
        reminded=_when(invitation.reminded_at),
    )


def _when(at: datetime | None) -> str:
    """Day and time without the year: all of it happened in the weeks before one meeting."""
    return f"{day_short(at)} {clock(at)}" if at else ""


def _fits(row: ReplyRow, filters: dict[str, str]) -> bool:
    wanted = filters["answer"]
    if wanted == "people" and row.answer not in ("coming", "delegate"):
        return False
    if wanted in TONES and row.answer != wanted:
        return False
    return filters["q"] in f"{row.member} {row.invited} {row.attendee}"
