"""Which copies of a record have gone out while it was released: what a withdrawal can no longer reach.

Pages, digests and exports read what is released at each request, so a withdrawal empties them at once. What
was read, shared, printed or written up before stays where it is. Each app above tells where it used a record
(`register_copies`), so that nothing here needs to know them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.capture.models import Capture, Release
from yixian.web.meetings.models import Minutes
from yixian.web.meetings.queries.minutes_draft import shortened
from yixian.web.shared.prepared import PreparedRows
from yixian.web.shared.templatetags.ui_dates import moment

Span = tuple[datetime, datetime | None]
LET_GO = (Release.Decision.RELEASED, Release.Decision.BLURRED)


@dataclass(frozen=True)
class Copy:
    """One copy: what it is and where, since when it was out, and the page on which it can be ended or changed.

    `thing` names it for the audit trail: kind and number, no words.
    """

    thing: str
    what: str
    detail: str
    at: datetime
    url: str = ""


def _decisions(capture_id: int) -> QuerySet[Release, Any]:
    releases = Release.objects.with_scopes_disabled().filter(capture_id=capture_id)
    return releases.order_by("at", "pk").values_list("decision", "at")


def _published(meeting_id: int) -> QuerySet[Minutes, Any]:
    minutes = Minutes.objects.with_scopes_disabled().filter(meeting_id=meeting_id, state="published")
    return minutes.exclude(published_at=None).order_by().values_list("pk", "published_at", "body")


DECISIONS = PreparedRows(_decisions, capture_id=int)
PUBLISHED = PreparedRows(_published, meeting_id=int)
Source = Callable[[Capture, Sequence[Span]], list[Copy]]
_SOURCES: dict[str, Source] = {}


def register_copies(**sources: Source) -> None:
    """Add what tells of copies, by name (again: replace it)."""
    _SOURCES.update(sources)


def spans_of(capture: Capture) -> list[Span]:
    """When the record was released: from each release to its withdrawal, None for one that still holds."""
    spans: list[Span] = []
    for decision, at in DECISIONS.all(capture_id=capture.pk):
        is_open = bool(spans) and spans[-1][1] is None
        if decision in LET_GO and not is_open:
            spans.append((at, None))
        elif decision not in LET_GO and is_open:
            spans[-1] = (spans[-1][0], at)
    return spans


def first_within(spans: Sequence[Span], start: datetime, end: datetime | None = None) -> datetime | None:
    """When something that lasted from `start` to `end` first met the released record; None if it never did."""
    met = [
        max(start, opened)
        for opened, closed in spans
        if (end is None or opened < end) and (closed is None or start < closed)
    ]
    return min(met, default=None)


def copies_of(capture: Capture) -> list[Copy]:
    """Every copy that is known of, oldest first; nothing for a record that was never released."""
    spans = spans_of(capture)
    found = [copy for source in _SOURCES.values() for copy in source(capture, spans)] if spans else []
    return sorted(found, key=lambda copy: copy.at)


def in_minutes(capture: Capture, spans: Sequence[Span]) -> list[Copy]:
    """The published minutes, when they hold the record's words: they can be printed and downloaded."""
    words = shortened(capture.text).rstrip("…")
    row = PUBLISHED.first(meeting_id=capture.meeting_id) if words else None
    if row is None:
        return []
    pk, published_at, body = row
    at = first_within(spans, published_at)
    if at is None or words not in " ".join(body.split()):
        return []
    detail = _(
        "Published %(at)s; everybody inside could print and download them. The words still stand there."
    )
    return [
        Copy(
            thing=f"meetings.minutes {pk}",
            what=_("Minutes of the meeting"),
            detail=detail % {"at": moment(published_at)},
            at=at,
            url=reverse("meetings:minutes", args=[capture.meeting_id]),
        )
    ]


register_copies(minutes=in_minutes)
