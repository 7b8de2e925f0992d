"""Offers and days that do not suit, as people may see them."""

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.planning.models import Blackout, HostOffer
from yixian.web.shared import policy


def offers_visible_to(person: Person) -> QuerySet[HostOffer]:
    """Offers are no secret inside a federation."""
    offers = HostOffer.objects.filter(federation=person.federation_id)
    return offers.select_related("member", "venue", "made_at_meeting")


def blackouts_visible_to(person: Person) -> QuerySet[Blackout]:
    """One's own member's, or for the office everyone's."""
    blackouts = Blackout.objects.filter(federation=person.federation_id).select_related("member")
    if policy.may(person, "planning.see_drafts"):
        return blackouts
    return blackouts.filter(member=person.member_id)
