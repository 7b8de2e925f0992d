"""What a share link opens: a digest, checked anew at each request, and only what is released."""

import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hmac import compare_digest

from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_scopes import scope, scopes_disabled

from yixian.web.accounts import links
from yixian.web.capture.models import Capture, Photo
from yixian.web.capture.queries import released_in
from yixian.web.learning.models import Digest
from yixian.web.learning.rules.digest import KINDS
from yixian.web.meetings.models import CheckIn, Meeting
from yixian.web.shared.text import mask_phone

PHONE = re.compile(
    r"(?<![0-9０-９])[1１][\s\-－]?(?:[0-9０-９][\s\-－]?){9}[0-9０-９](?![0-9０-９])|(?<!\d)0\d{2,3}[\-－\s]?\d{7,8}(?!\d)"
)


def token_of(digest: Digest) -> str:
    """The token of its link, made from a secret outside the database; only its digest is kept there."""
    value = f"{digest.pk}.{digest.link_sealed}"
    made = salted_hmac("yixian.digest-link", value, algorithm="sha256").digest()[:20]
    return urlsafe_b64encode(made).decode().rstrip("=")


def open_token(digest: Digest) -> str:
    """The token when the link opens the digest now, else nothing."""
    if not digest.is_shared:
        return ""
    token = token_of(digest)
    return token if compare_digest(links.digest(token), digest.link_digest or "") else ""


def digest_behind(token: str) -> Digest | None:
    """The digest that this token opens now: not ended, not expired, its author still here."""
    with scopes_disabled():
        return (
            Digest.objects.filter(
                link_digest=links.digest(token),
                link_revoked_at=None,
                link_expires_at__gt=timezone.now(),
                person__is_active=True,
            )
            .exclude(meeting__state=Meeting.State.CANCELLED)
            .select_related(
                "federation", "person__member", "meeting__host", "meeting__venue", "meeting__federation"
            )
            .first()
        )


def without_phones(text: str) -> str:
    """The text with every phone number masked: they never travel in group chats."""
    return PHONE.sub(lambda found: mask_phone(re.sub(r"\D", "", found[0])), text)


@dataclass(frozen=True)
class Piece:
    """One record of the page: its picture (the capture's number) or its words."""

    pk: int
    text: str
    has_picture: bool
    width: int | None
    height: int | None
    by: str


@dataclass(frozen=True)
class SharedPage:
    """What a reader with the link sees."""

    digest: Digest
    headline: str
    words: str
    pictures: list[Piece]
    quotes: list[Piece]
    participants: int


def shared_page(digest: Digest) -> SharedPage:
    """Everything on the public page (two queries): released records only, phones masked."""
    with scope(federation=digest.federation_id):
        chosen = released_in(digest.meeting).filter(in_digests=digest, kind__in=KINDS)
        pieces = [_piece(each, digest) for each in chosen]
        here = CheckIn.objects.filter(meeting_id=digest.meeting_id).count()
    return SharedPage(
        digest=digest,
        headline=without_phones(digest.headline) or digest.meeting.title,
        words=without_phones(digest.words),
        pictures=[each for each in pieces if each.has_picture],
        quotes=[each for each in pieces if not each.has_picture and each.text],
        participants=here or digest.meeting.participants_stated or 0,
    )


def _piece(capture: Capture, digest: Digest) -> Piece:
    photo = getattr(capture, "photo", None)
    ready = photo is not None and photo.state == Photo.State.READY
    author = capture.author
    named = author.pk == digest.person_id or author.may_be_pictured
    return Piece(
        pk=capture.pk,
        text=without_phones(capture.text),
        has_picture=ready,
        width=photo.width if photo is not None else None,
        height=photo.height if photo is not None else None,
        by=author.name if named else "",
    )


def shared_photo(digest: Digest, capture_pk: int) -> Photo | None:
    """One picture of the page, when it is chosen and released and ready now."""
    with scope(federation=digest.federation_id):
        chosen = released_in(digest.meeting).filter(in_digests=digest, kind__in=KINDS, pk=capture_pk)
        capture = chosen.first()
    photo = getattr(capture, "photo", None)
    return photo if photo is not None and photo.state == Photo.State.READY else None
