"""What was answered: one row per invited member, with totals."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Invitation, Meeting, Reply
from yixian.web.meetings.rules.notice import can_send
from yixian.web.meetings.rules.replies import can_reply_for
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.meetings.words import times_in_words
from yixian.web.shared.paging import Pages, Paginator
from yixian.web.shared.prepared import Choice, PreparedRows
from yixian.web.shared.templatetags.ui_dates import day_short
from yixian.web.shared.text import mask_phone

TONES = {"coming": "good", "delegate": "good", "apology": "off", "silent": "wait"}
SILENT = "silent"
LINES, NAMED = 50, 20


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
    without_person: int = 0

    @property
    def answered(self) -> int:
        """Members that said anything."""
        return self.coming + self.delegate + self.apology

    @property
    def unnamed(self) -> int:
        """Members without anybody to invite, beyond those whose names are shown."""
        return max(0, self.without_person - NAMED)

    @property
    def people(self) -> int:
        """Members from which somebody comes."""
        return self.coming + self.delegate


@dataclass(frozen=True)
class RepliesPage:
    """The table of replies with its totals; `page` is of those that the filters leave."""

    meeting: Meeting
    tabs: list[Tab]
    page: Page[ReplyRow]
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


def _facts(meeting_id: int, wanted: str = "", words: str = "") -> QuerySet[Invitation, Any]:
    """Invitations in the order of the roster; `wanted` is one of `WANTED`, `words` part of a name."""
    found = Invitation.objects.with_scopes_disabled().filter(meeting_id=meeting_id)
    if wanted:
        found = found.filter(**WANTED[wanted])
    for word in words.split():
        names = ("member__short_name", "person__name", "reply__attendee__name")
        found = found.filter(Q.create([Q(**{f"{name}__icontains": word}) for name in names], connector=Q.OR))
    return found.values_list(*_FACTS)


WANTED: dict[str, dict[str, Any]] = {
    "people": {"reply__answer__in": [Reply.Answer.COMING, Reply.Answer.DELEGATE]},
    SILENT: {"reply__answer": None},
    **{answer: {"reply__answer": answer} for answer in Reply.Answer.values},
}
FACTS = PreparedRows(
    lambda meeting_id, wanted, part: _facts(meeting_id, wanted)[part],
    meeting_id=int, wanted=Choice, part=slice,
)  # fmt: skip


def _counts(meeting_id: int) -> QuerySet[Invitation, Any]:
    """The fields of `ReplyTotals` in one row."""
    answered = {answer: Count("pk", filter=Q(reply__answer=answer)) for answer in Reply.Answer.values}
    found = Invitation.objects.with_scopes_disabled().filter(meeting_id=meeting_id).order_by()
    return (
        found.values(every=Value(1))
        .annotate(
            invited=Count("pk"),
            sent=Count("sent_at"),
            opened=Count(Coalesce("opened_at", "link__used_at")),
            **answered,
            silent=Count("pk", filter=Q(reply__answer=None)),
            without_person=Count("pk", filter=Q(person=None)),
        )
        .values_list(*(each.name for each in fields(ReplyTotals)))
    )


COUNTS = PreparedRows(_counts, meeting_id=int)


def reply_totals(meeting: Meeting) -> ReplyTotals:
    """How many of a meeting's invitations became what."""
    return ReplyTotals(*(COUNTS.first(meeting_id=meeting.pk) or ()))


def reply_pages(meeting: Meeting, wanted: str, known: int) -> Pages:
    """A meeting's `_FACTS` by pages; how many there are is known."""
    return Pages(FACTS, known=known, meeting_id=meeting.pk, wanted=wanted)


def silent_invitations(meeting: Meeting) -> QuerySet[Invitation]:
    """Those not answered yet."""
    return invitations_of(meeting).filter(reply=None)


def unopened_invitations(meeting: Meeting) -> QuerySet[Invitation]:
    """Those whose link nobody has used and which nobody answered."""
    return silent_invitations(meeting).filter(opened_at=None, link__used_at=None)


def replies_page(person: Person, meeting: Meeting, query: Any) -> RepliesPage:
    """Read the replies page; the filters narrow the rows, never the totals."""
    totals, filters = reply_totals(meeting), _filters(query)
    page = _page(meeting, totals, filters, query.get("page"))
    page.object_list = _rows(page.object_list)
    return RepliesPage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "replies"),
        page=page,
        totals=totals,
        without_person=_without_person(meeting) if totals.without_person else [],
        can_send=can_send(person, meeting),
        can_answer=can_reply_for(person, meeting),
        filters=filters,
    )


def _page(meeting: Meeting, totals: ReplyTotals, filters: dict[str, str], number: str | None) -> Page[Any]:
    """The facts of one page."""
    wanted, words = filters["answer"], filters["q"]
    found: Any = _facts(meeting.pk, wanted, words)
    if not words:
        found = reply_pages(meeting, wanted, getattr(totals, wanted or "invited"))
    return Paginator(found, LINES).get_page(number)


def _without_person(meeting: Meeting) -> list[str]:
    """The first members nobody of whom is invited."""
    found = meeting.invitations.filter(person=None)
    return list(found.values_list("member__short_name", flat=True)[:NAMED])


def replies_listed(meeting: Meeting, query: Any) -> list[ReplyRow]:
    """All rows that the filters leave, for a file."""
    filters = _filters(query)
    return _rows(_facts(meeting.pk, filters["answer"], filters["q"]))


def _filters(query: Any) -> dict[str, str]:
    answer = query.get("answer", "")
    return {"answer": answer if answer in WANTED else "", "q": query.get("q", "").strip()[:60]}


def reply_of(invitation: Invitation) -> Reply | None:
    """The reply, if there is one."""
    return getattr(invitation, "reply", None)


def _rows(found: Iterable[tuple[Any, ...]]) -> list[ReplyRow]:
    """Lines of facts, in the reader's language."""
    answers = {**{value: str(words) for value, words in Reply.Answer.choices}, SILENT: _("no answer yet")}
    when = times_in_words(day_short)  # without the year: all of it happened in the weeks before one meeting
    posts = {"": "", None: "", **{value: str(words) for value, words in Person.Post.choices}}
    return [
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
        for each in (ReplyFacts(*values) for values in found)
    ]
