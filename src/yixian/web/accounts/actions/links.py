"""Personal links: made, used once, revoked, asked for again."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts import links
from yixian.web.accounts.models import LinkRequest, Person, PersonalLink
from yixian.web.accounts.rules import check_can_answer_request, check_can_make_link, check_can_revoke_link
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import DomainError

USUAL_TIME = timedelta(days=14)


@action
def make_link(
    *, by: Person | None, person: Person, target: str, purpose: str, valid_for: timedelta
) -> tuple[PersonalLink, str]:
    """Make a one-time link that signs `person` in and goes to `target`; `by` None means the site itself.

    The token is returned here and nowhere else: only its digest is kept.
    """
    check_can_make_link(by, person)
    if not links.is_local(target):
        raise ValueError(f"{target!r} is not a path of this site")
    token = links.new_token()
    link = PersonalLink.objects.create(
        federation_id=person.federation_id,
        person=person,
        digest=links.digest(token),
        target=target,
        purpose=purpose,
        expires_at=timezone.now() + valid_for,
    )
    changes = {"purpose": [None, purpose], "target": [None, target], "expires_at": [None, link.expires_at]}
    audit.record(by=by, verb="accounts.make_link", thing=link, changes=changes)
    return link, token


@action
def use_link(*, link: PersonalLink) -> Person:
    """Spend a link; of two clicks at the same moment only one gets in."""
    now = timezone.now()
    still_open = PersonalLink.objects.with_scopes_disabled().filter(
        pk=link.pk, used_at=None, revoked_at=None, expires_at__gt=now, person__is_active=True
    )
    if not still_open.update(used_at=now):
        raise DomainError(_("This link cannot be used any more. Ask the office for a new one."))
    link.used_at = now
    audit.record(by=link.person, verb="accounts.sign_in", thing=link.person, changes={"way": [None, "link"]})
    return link.person


@action
def revoke_link(*, by: Person, link: PersonalLink) -> PersonalLink:
    """Make a link useless before anybody uses it."""
    check_can_revoke_link(by, link)
    link.revoked_at = timezone.now()
    link.save(update_fields=["revoked_at"])
    changes = {"revoked_at": [None, link.revoked_at]}
    audit.record(by=by, verb="accounts.revoke_link", thing=link, changes=changes)
    return link


@action
def request_link(*, link: PersonalLink) -> LinkRequest:
    """Note that the person of a spent link asks for a new one; asking twice is one wish."""
    if not link.person.is_active:
        raise DomainError(_("This link cannot be renewed here. Please call the office."))
    asked, made = LinkRequest.objects.with_scopes_disabled().get_or_create(
        person=link.person, answered_at=None, defaults={"federation_id": link.federation_id, "link": link}
    )
    if made:
        audit.record(by=link.person, verb="accounts.request_link", thing=asked)
    else:
        audit.nothing_changed()
    return asked


@action
def answer_request(*, by: Person, asked: LinkRequest) -> tuple[PersonalLink, str]:
    """Make a new link like the one that was spent, and note that the wish is met."""
    check_can_answer_request(by, asked)
    asked.answered_at = timezone.now()
    asked.save(update_fields=["answered_at"])
    changes = {"answered_at": [None, asked.answered_at]}
    audit.record(by=by, verb="accounts.answer_link_request", thing=asked, changes=changes)
    old = asked.link
    return make_link(by=by, person=asked.person, target=old.target, purpose=old.purpose, valid_for=USUAL_TIME)
