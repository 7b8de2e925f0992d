"""Venues: added, changed, taken off the list."""

from typing import Any

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from yixian.web.organisations.changes import set_values
from yixian.web.organisations.models import Member, Venue
from yixian.web.organisations.rules import check_can_change_offers
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import DomainError


@action
def add_venue(*, by: Any, member: Member, values: dict[str, Any]) -> Venue:
    """Put a place on a member's list."""
    check_can_change_offers(by, member)
    venue = Venue(federation_id=member.federation_id, member=member)
    changes = set_values(venue, values)
    venue.save()
    audit.record(by=by, verb="organisations.add_venue", thing=venue, changes=changes)
    return venue


@action
def change_venue(*, by: Any, venue: Venue, values: dict[str, Any]) -> Venue:
    """Change a place's record."""
    check_can_change_offers(by, venue.member)
    changes = set_values(venue, values)
    if not changes:
        audit.nothing_changed()
        return venue
    venue.save(update_fields=list(changes))
    audit.record(by=by, verb="organisations.change_venue", thing=venue, changes=changes)
    return venue


@action
def remove_venue(*, by: Any, venue: Venue) -> Member:
    """Take a place off the list, unless a meeting was or will be held there."""
    check_can_change_offers(by, venue.member)
    audit.record(by=by, verb="organisations.remove_venue", thing=venue, changes={"name": [venue.name, None]})
    try:
        venue.delete()
    except ProtectedError:
        text = _("A meeting is recorded at “%(venue)s”, so it stays on the list.")
        raise DomainError(text % {"venue": venue.name}) from None
    return venue.member
