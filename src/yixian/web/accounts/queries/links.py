"""What a personal link is, seen by whoever opens it."""

from dataclasses import dataclass

from django.utils import timezone

from yixian.web.accounts import links
from yixian.web.accounts.models import Person, PersonalLink


@dataclass(frozen=True)
class LinkPage:
    """The page of one link: `state` is open, used, expired, revoked or closed (the person can't sign in)."""

    link: PersonalLink
    state: str
    asked: bool

    @property
    def person(self) -> Person:
        """Whom the link is for."""
        return self.link.person


def link_page(token: str) -> LinkPage | None:
    """The link behind a token, in whatever state; None when there is none."""
    found = PersonalLink.objects.with_scopes_disabled()
    link = found.select_related("person__member", "federation").filter(digest=links.digest(token)).first()
    if link is None:
        return None
    state = _state(link)
    asked = (
        state != "open" and link.person.link_requests.with_scopes_disabled().filter(answered_at=None).exists()
    )
    return LinkPage(link, state, asked)


def _state(link: PersonalLink) -> str:
    if not link.person.is_active:
        return "closed"
    if link.revoked_at:
        return "revoked"
    if link.used_at:
        return "used"
    return "open" if link.expires_at > timezone.now() else "expired"
