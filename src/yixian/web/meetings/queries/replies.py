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
from yixian.web.meetings.words import times_in_words
from yixian.web.shared.prepared import PreparedRows
from yixian.web.shared.templatetags.ui_dates import day_short
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


@dataclass(frozen=True)
class ReplyFacts:
    """One invitation as the database has it: plain values, because making six objects a row takes long."""

    pk: int
    member_id: int
    member: str
    person: str | None
    post: str | None
    post_title: str | None
    phone: str | None
    sent_at: datetime | None
    opened_at: datetime | None
    reminded_at: datetime | None
    used_at: datetime | None
    answer: str | None
    reason: str | None
    answered_at: datetime | None
    attendee: str | None
    attendee_post: str | None
    attendee_title: str | None

    @property
    def said(self) -> str:
        """The answer, or that there is none."""
        return self.answer or SILENT

    @property
    def first_opened(self) -> datetime | None:
        """When it was first opened: by the present link, a former one, or by answering."""
        return self.opened_at or self.used_at


_FACTS = (
    "pk", "member_id", "member__short_name", "person__name", "person__post", "person__post_title",
    "person__phone", "sent_at", "opened_at", "reminded_at", "link__used_at", "reply__answer", "reply__reason",
    "reply__at", "reply__attendee__name", "reply__attendee__post", "reply__attendee__post_title",
)  # fmt: skip


def _facts(meeting_id: int) -> QuerySet[Invitation, Any]:
    return Invitation.objects.with_scopes_disabled().filter(meeting_id=meeting_id).values_list(*_FACTS)


FACTS = PreparedRows(_facts, meeting_id=int)


def reply_facts(meeting: Meeting) -> list[ReplyFacts]:
    """What became of each invitation of a meeting, in the order of the roster."""
    return [ReplyFacts(*values) for values in FACTS.all(meeting_id=meeting.pk)]


def silent_invitations(meeting: Meeting) -> QuerySet[Invitation]:
    """Those not answered yet."""
    return invitations_of(meeting).filter(reply=None)


def unopened_invitations(meeting: Meeting) -> QuerySet[Invitation]:
    """Those whose link nobody has used and which nobody answered."""
    return silent_invitations(meeting).filter(opened_at=None, link__used_at=None)


def replies_page(person: Person, meeting: Meeting, query: Any) -> RepliesPage:
    """Read the replies page; the filters narrow the rows, never the totals."""
    facts, filters = reply_facts(meeting), _filters(query)
    return RepliesPage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "replies"),
        rows=_rows(facts, filters),
        totals=totals_of(facts),
        without_person=[each.member for each in facts if each.person is None],
        can_send=can_send(person, meeting),
        can_answer=can_reply_for(person, meeting),
        filters=filters,
    )


def replies_listed(meeting: Meeting, query: Any) -> list[ReplyRow]:
    """The rows of the replies page alone, for a file."""
    return _rows(reply_facts(meeting), _filters(query))


def _filters(query: Any) -> dict[str, str]:
    return {"answer": query.get("answer", ""), "q": query.get("q", "").strip()[:60]}


def totals_of(facts: list[ReplyFacts]) -> ReplyTotals:
    """Count what became of the invitations."""
    totals = ReplyTotals(invited=len(facts))
    for each in facts:
        totals.sent += each.sent_at is not None
        totals.opened += each.first_opened is not None
        setattr(totals, each.said, getattr(totals, each.said) + 1)
    return totals


def reply_of(invitation: Invitation) -> Reply | None:
    """The reply, if there is one."""
    return getattr(invitation, "reply", None)


def _rows(facts: list[ReplyFacts], filters: dict[str, str]) -> list[ReplyRow]:
    """The lines that the filters leave, in the reader's language."""
    answers = {**{value: str(words) for value, words in Reply.Answer.choices}, SILENT: _("no answer yet")}
    when = times_in_words(day_short)  # without the year: all of it happened in the weeks before one meeting
    posts = {"": "", None: "", **{value: str(words) for value, words in Person.Post.choices}}
    rows = (
        ReplyRow(
            pk=each.pk,
            member=each.member,
            invited=each.person or "",
            invited_post=each.post_title or posts[each.post],
            phone=mask_phone(each.phone) if each.phone else "",
            answer=each.said,
            answer_words=answers[each.said],
            tone=TONES[each.said],
            attendee=each.attendee or "",
            attendee_post=each.attendee_title or posts[each.attendee_post],
            reason=each.reason or "",
            answered=when(each.answered_at),
            sent=when(each.sent_at),
            opened=when(each.first_opened),
            reminded=when(each.reminded_at),
        )
        for each in facts
    )
    return [row for row in rows if _fits(row, filters)]


def _fits(row: ReplyRow, filters: dict[str, str]) -> bool:
    wanted = filters["answer"]
    if wanted == "people" and row.answer not in ("coming", "delegate"):
        return False
    if wanted in TONES and row.answer != wanted:
        return False
    return filters["q"] in f"{row.member} {row.invited} {row.attendee}"
