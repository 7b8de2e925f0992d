"""Digests: one's own, and for the office who shared what."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, QuerySet, Sum

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.models import Digest, ShareNote
from yixian.web.learning.models.digest import opens
from yixian.web.learning.queries.records import Seen, released, seen, split
from yixian.web.learning.queries.shared import open_token
from yixian.web.learning.rules.digest import KINDS, can_start
from yixian.web.meetings.models import Meeting
from yixian.web.shared import policy
from yixian.web.shared.paging import Pages, how_many
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows
from yixian.web.shared.templatetags.ui_dates import day

MOST_RECORDS = 120
SHOWN = (
    "federation_id", "person_id", "headline", "words", "link_digest", "link_sealed", "link_expires_at",
    "link_revoked_at", "meeting__title", "meeting__held_on", "meeting__host__name",
)  # fmt: skip


@dataclass(frozen=True)
class Card:
    """One of one's own digests as a card."""

    pk: int
    headline: str
    meeting: str
    held_on: date | None
    host: str
    reached: int | None
    is_shared: bool


LINK = ("link_digest", "link_revoked_at", "link_expires_at")


def _own_part(by: Person, part: slice) -> QuerySet[Digest, Any]:
    own = Digest.objects.filter(person=by).annotate(reached=Sum("share_notes__reached"))
    shown = ("pk", "headline", "meeting__title", "meeting__held_on", "meeting__host__short_name", "reached")
    return own.order_by("-created_at", "-pk").values_list(*shown, *LINK)[part]


def _own_number(by: Person) -> QuerySet[Digest, Any]:
    return how_many(Digest.objects.filter(person=by))


OWN_PART: Any = PreparedRows(_own_part, by=Asker, part=slice)
OWN_NUMBER = PreparedRows(_own_number, by=Asker)


def digests_of(person: Person) -> Any:
    """One's own digests as columns of cards, newest first, to be walked through."""
    return Pages(OWN_PART, OWN_NUMBER, by=person)


def card(pk: int, headline: str, meeting: str, held_on: date | None, host: str | None, *rest: Any) -> Card:
    """A card of these columns."""
    reached, *link = rest
    return Card(pk, headline, meeting, held_on, host or "", reached, opens(*link))


@dataclass(frozen=True)
class Note:
    """Where a digest was shared, when, and how many it reached."""

    where: str
    at: datetime
    reached: int | None


@dataclass(frozen=True)
class DigestPage:
    """The editor of one's digest: the records that can be put in, and which of them are."""

    digest: Digest
    pictures: list[Seen]
    quotes: list[Seen]
    chosen: frozenset[int]
    token: str
    notes: list[Note]
    reached: int


def _to_show(by: Person, pk: int) -> QuerySet[Digest]:
    found = Digest.objects.filter(federation_id=by.federation_id, pk=pk).order_by()
    return found.select_related("meeting__host").only(*SHOWN)


def _records(by: Person, meeting: int) -> QuerySet[Capture, Any]:
    return released(meeting_id=meeting, kind__in=KINDS).values_list(*Seen.COLUMNS)[:MOST_RECORDS]


def _chosen(by: Person, digest: int) -> QuerySet[Capture, Any]:
    return Capture.objects.filter(in_digests=digest).order_by().values_list("pk")


def _notes(by: Person, digest: int) -> QuerySet[ShareNote, Any]:
    return ShareNote.objects.filter(digest_id=digest).values_list("where", "at", "reached")


def _own(by: Person, meeting: int) -> QuerySet[Digest, Any]:
    return Digest.objects.filter(meeting_id=meeting, person=by).order_by().values_list("pk", "headline")


def _sharers(by: Person, meeting: int) -> QuerySet[Digest, Any]:
    counted = Digest.objects.filter(meeting_id=meeting).annotate(
        shares=Count("share_notes"), reached=Sum("share_notes__reached")
    )
    found = counted.order_by("person__member__rank", "person__pinyin")
    return found.values_list("person__name", "person__member__short_name", "shares", "reached", *LINK)


ONE: Prepared[Digest] = Prepared(_to_show, by=Asker, pk=int)
RECORDS = PreparedRows(_records, by=Asker, meeting=int)
CHOSEN = PreparedRows(_chosen, by=Asker, digest=int)
NOTES = PreparedRows(_notes, by=Asker, digest=int)
OWN = PreparedRows(_own, by=Asker, meeting=int)
SHARERS = PreparedRows(_sharers, by=Asker, meeting=int)


def digest_inside(person: Person, pk: int) -> Digest | None:
    """A digest of the own federation with what its editor shows of it, or None; whose it is says the policy."""
    return ONE.first(by=person, pk=pk)


def digest_page(person: Person, digest: Digest) -> DigestPage:
    """Everything that the editor shows (three queries)."""
    pictures, quotes = split(map(seen, RECORDS.all(by=person, meeting=digest.meeting_id)))
    notes = [Note(*row) for row in NOTES.all(by=person, digest=digest.pk)]
    return DigestPage(
        digest=digest,
        pictures=pictures,
        quotes=quotes,
        chosen=frozenset(CHOSEN.one_column(by=person, digest=digest.pk)),
        token=open_token(digest),
        notes=notes,
        reached=sum(each.reached or 0 for each in notes),
    )


def copy_text(digest: Digest, url: str) -> str:
    """What is pasted into a chat group: headline, day and host, one's own words, the link."""
    meeting = digest.meeting
    host = meeting.host.name if meeting.host else ""
    facts = " · ".join(part for part in (day(meeting.held_on), host) if part)
    return "\n".join(part for part in (digest.headline or meeting.title, facts, digest.words, url) if part)


@dataclass(frozen=True)
class Own:
    """One's own digest of a meeting."""

    pk: int
    headline: str


@dataclass(frozen=True)
class Sharer:
    """Somebody who made a digest: how often it was shared, how many it reached, whether its link works."""

    name: str
    unit: str
    shares: int
    reached: int
    is_shared: bool


@dataclass(frozen=True)
class MeetingDigests:
    """A meeting's digests: one's own, and for the office who shared."""

    own: Own | None
    may_start: bool
    others: list[Sharer]
    sees_all: bool


def meeting_digests(person: Person, meeting: Meeting) -> MeetingDigests:
    """What stands on the meeting's page."""
    own = OWN.first(by=person, meeting=meeting.pk)
    sees_all = policy.may(person, "learning.see_digests")
    rows = SHARERS.all(by=person, meeting=meeting.pk) if sees_all else []
    return MeetingDigests(
        own=Own(*own) if own else None,
        may_start=own is None and can_start(person, meeting),
        others=[_sharer(*row) for row in rows],
        sees_all=sees_all,
    )


def _sharer(name: str, unit: str | None, shares: int, reached: int | None, *link: Any) -> Sharer:
    return Sharer(name, unit or "", shares, reached or 0, opens(*link))
