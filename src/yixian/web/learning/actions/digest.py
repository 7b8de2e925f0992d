"""A participant's digest: its words and pictures, its link, and where it was shared."""

import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts import links
from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.capture.queries import released_in
from yixian.web.learning.actions.texts import needed
from yixian.web.learning.models import Digest, ShareNote
from yixian.web.learning.queries.shared import token_of
from yixian.web.learning.rules import digest as rules
from yixian.web.meetings.models import Meeting
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import DomainError

LASTS = timedelta(days=30)
FIRST_PICTURES = 9


@action
def start_digest(*, by: Person, meeting: Meeting) -> Digest:
    """Begin one's digest of a meeting, with one's own released photos; begun already, give it back."""
    rules.check_can_start(by, meeting)
    digest, made = Digest.objects.get_or_create(
        meeting=meeting, person=by, defaults={"federation_id": by.federation_id}
    )
    if not made:
        audit.nothing_changed()
        return digest
    own = released_in(meeting).filter(author=by, kind=Capture.Kind.PHOTO)[:FIRST_PICTURES]
    digest.captures.set(own)
    audit.record(by=by, verb="learning.start_digest", thing=digest)
    return digest


@action
def save_digest(
    *, by: Person, digest: Digest, headline: str, words: str, captures: Iterable[Capture]
) -> Digest:
    """Keep what was typed and chosen; only released records of the meeting can be chosen."""
    policy.check(by, "learning.keep_digest", digest)
    chosen = {each.pk for each in captures}
    known = set(
        released_in(digest.meeting).filter(kind__in=rules.KINDS, pk__in=chosen).values_list("pk", flat=True)
    )
    if chosen != known:
        raise DomainError(_("The host has not released one of these records."))
    before = set(digest.captures.values_list("pk", flat=True))
    if (headline.strip(), words.strip(), chosen) == (digest.headline, digest.words, before):
        audit.nothing_changed()
        return digest
    digest.headline, digest.words = headline.strip(), words.strip()
    digest.save(update_fields=["headline", "words", "saved_at"])
    digest.captures.set(chosen)
    audit.record(
        by=by,
        verb="learning.save_digest",
        thing=digest,
        changes={"records": [sorted(before), sorted(chosen)]},
    )
    return digest


@action
def make_link(*, by: Person, digest: Digest) -> str:
    """A new link for thirty days; an older one ends. Returns the token."""
    policy.check(by, "learning.keep_digest", digest)
    digest.link_sealed = secrets.token_urlsafe(20)
    token = token_of(digest)
    digest.link_digest = links.digest(token)
    digest.link_expires_at = timezone.now() + LASTS
    digest.link_revoked_at = None
    digest.save(update_fields=["link_sealed", "link_digest", "link_expires_at", "link_revoked_at"])
    changes = {"expires": [None, digest.link_expires_at]}
    audit.record(by=by, verb="learning.share_digest", thing=digest, changes=changes)
    return token


@action
def end_link(*, by: Person, digest: Digest) -> Digest:
    """End the link now."""
    policy.check(by, "learning.keep_digest", digest)
    if not digest.is_shared:
        audit.nothing_changed()
        return digest
    digest.link_revoked_at = timezone.now()
    digest.save(update_fields=["link_revoked_at"])
    audit.record(by=by, verb="learning.end_digest_link", thing=digest)
    return digest


@action
def note_share(*, by: Person, digest: Digest, where: str, reached: int | None = None) -> ShareNote:
    """Write down where it was shared, and with how many people."""
    policy.check(by, "learning.keep_digest", digest)
    note = ShareNote.objects.create(
        federation_id=digest.federation_id,
        digest=digest,
        where=needed(where, _("Say where you shared it."))[:120],
        reached=reached,
    )
    changes = {"where": [None, note.where], "reached": [None, reached]}
    audit.record(by=by, verb="learning.note_share", thing=digest, changes=changes)
    return note
