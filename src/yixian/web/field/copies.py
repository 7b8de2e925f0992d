"""What became of records of the walk in the apps between the door and the release: told when one is withdrawn."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.capture.models import Capture
from yixian.web.capture.queries.copies import Copy, Span, first_within, register_copies
from yixian.web.learning.actions.digest import LASTS
from yixian.web.learning.models import Digest, Experience, Question, ShareNote
from yixian.web.learning.queries.shared import without_phones
from yixian.web.problems.models import Problem
from yixian.web.shared.prepared import PreparedRows
from yixian.web.shared.templatetags.ui_dates import moment


def _digests(capture: int) -> QuerySet[Digest, Any]:
    digests = Digest.objects.with_scopes_disabled().filter(captures=capture).exclude(link_expires_at=None)
    return digests.order_by("pk").values_list("pk", "person__name", "link_expires_at", "link_revoked_at")


def _shares(capture: int) -> QuerySet[ShareNote, Any]:
    notes = ShareNote.objects.with_scopes_disabled().filter(digest__captures=capture).order_by("pk")
    return notes.values_list("pk", "digest__person__name", "where", "reached", "at")


def _experiences(capture: int) -> QuerySet[Experience, Any]:
    found = Experience.objects.with_scopes_disabled().filter(captures=capture).exclude(published_at=None)
    return found.order_by("pk").values_list("pk", "published_at", "title")


def _questions(capture: int) -> QuerySet[Question, Any]:
    found = Question.objects.with_scopes_disabled().filter(capture_id=capture).order_by()
    return found.values_list("pk", "asked_at", "text")


def _problems(capture: int) -> QuerySet[Problem, Any]:
    found = Problem.objects.with_scopes_disabled().filter(capture_id=capture).order_by()
    return found.values_list("pk", "found_on", "title")


DIGESTS, SHARES = PreparedRows(_digests, capture=int), PreparedRows(_shares, capture=int)
EXPERIENCES, QUESTIONS = PreparedRows(_experiences, capture=int), PreparedRows(_questions, capture=int)
PROBLEMS = PreparedRows(_problems, capture=int)


def in_digests(capture: Capture, spans: Sequence[Span]) -> list[Copy]:
    """Digests whose link was open while the record was released, and where they were shared then."""
    links = [_link(spans, *row) for row in DIGESTS.all(capture=capture.pk)]
    shares = [_shared(spans, *row) for row in SHARES.all(capture=capture.pk)]
    return [copy for copy in (*links, *shares) if copy is not None]


def _link(
    spans: Sequence[Span], pk: int, name: str, expires: datetime, revoked: datetime | None
) -> Copy | None:
    end = min(expires, revoked or expires)
    at = first_within(spans, expires - LASTS, end)
    if at is None:
        return None
    detail = _("Whoever had its link could read it until %(end)s.") % {"end": moment(end)}
    return Copy(f"learning.digest {pk}", _("Digest of %(name)s") % {"name": name}, detail, at)


def _shared(
    spans: Sequence[Span], pk: int, name: str, where: str, reached: int | None, at: datetime
) -> Copy | None:
    if first_within(spans, at) != at:
        return None
    place = without_phones(where)
    people = _("%(where)s, %(number)d people") % {"where": place, "number": reached or 0}
    what = _("Digest of %(name)s, shared") % {"name": name}
    return Copy(f"learning.sharenote {pk}", what, people if reached else place, at)


def in_what_was_made(capture: Capture, spans: Sequence[Span]) -> list[Copy]:
    """Experiences, questions and problems written from it: they have words of their own, which stay."""
    stays = _("It has words of its own, which stay.")
    made = [
        ("learning.experience", "learning:experience", _("Experience “%(title)s”"), EXPERIENCES),
        ("learning.question", "learning:question", _("Question “%(title)s”"), QUESTIONS),
        ("problems.problem", "problems:detail", _("Problem “%(title)s”"), PROBLEMS),
    ]
    copies = []
    for kind, page, what, rows in made:
        for pk, start, title in rows.all(capture=capture.pk):
            at = first_within(spans, start) if isinstance(start, datetime) else spans[0][0]
            if at is not None:
                words = what % {"title": title[:60]}
                copies.append(Copy(f"{kind} {pk}", words, stays, at, reverse(page, args=[pk])))
    return copies


register_copies(digests=in_digests, made=in_what_was_made)
