"""Digests: one's own, and for the office who shared what."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet, Sum

from yixian.web.accounts.models import Person
from yixian.web.capture.queries import released_in
from yixian.web.capture.queries.rows import Row, row_of
from yixian.web.capture.queries.visible import in_lines
from yixian.web.learning.models import Digest
from yixian.web.learning.queries.shared import open_token
from yixian.web.learning.rules.digest import KINDS, can_start
from yixian.web.meetings.models import Meeting
from yixian.web.shared import policy
from yixian.web.shared.templatetags.ui_dates import day

MOST_RECORDS = 120


def digests_of(person: Person) -> QuerySet[Digest]:
    """One's own digests, newest first."""
    own = Digest.objects.filter(federation_id=person.federation_id, person=person)
    return (
        own.select_related("meeting__host")
        .annotate(reached=Sum("share_notes__reached"))
        .order_by("-created_at", "-pk")
    )


@dataclass(frozen=True)
class Choice:
    """A record that can be put in, and whether it is."""

    row: Row
    is_chosen: bool


@dataclass(frozen=True)
class DigestPage:
    """The editor of one's digest."""

    digest: Digest
    pictures: list[Choice]
    quotes: list[Choice]
    token: str
    notes: list[object]
    reached: int


def digest_page(person: Person, digest: Digest) -> DigestPage:
    """Everything that the editor shows (three queries)."""
    chosen = set(digest.captures.values_list("pk", flat=True))
    released = in_lines(released_in(digest.meeting).filter(kind__in=KINDS))[:MOST_RECORDS]
    choices = [Choice(row_of(each, person, is_coordinator=False), each.pk in chosen) for each in released]
    notes = list(digest.share_notes.all())
    return DigestPage(
        digest=digest,
        pictures=[each for each in choices if each.row.thumbnail],
        quotes=[each for each in choices if not each.row.thumbnail and each.row.text],
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
class MeetingDigests:
    """A meeting's digests: one's own, and for the office who shared."""

    own: Digest | None
    may_start: bool
    others: list[Digest]
    sees_all: bool


def meeting_digests(person: Person, meeting: Meeting) -> MeetingDigests:
    """What stands on the meeting's page."""
    own = Digest.objects.filter(meeting=meeting, person=person).first()
    sees_all = policy.may(person, "learning.see_digests")
    everybody = Digest.objects.filter(meeting=meeting).select_related("person__member")
    counted = everybody.annotate(shares=Count("share_notes"), reached=Sum("share_notes__reached"))
    return MeetingDigests(
        own=own,
        may_start=own is None and can_start(person, meeting),
        others=list(counted.order_by("person__member__rank", "person__pinyin")) if sees_all else [],
        sees_all=sees_all,
    )
