"""One member by its address, among those that a person may see, with its venues, strengths and needs."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from yixian.web.organisations.models import Member, Topic, Venue
from yixian.web.organisations.panels import MEMBER_PANELS, Shown
from yixian.web.organisations.rules import can_change_offers
from yixian.web.shared.policy import may
from yixian.web.shared.prepared import Prepared


def _member(federation_id: int, member_id: int) -> QuerySet[Member]:
    members = Member.objects.with_scopes_disabled().filter(federation_id=federation_id, pk=member_id)
    return members.select_related("subdistrict").order_by()


def _venues(member_id: int) -> QuerySet[Venue]:
    return Venue.objects.with_scopes_disabled().filter(member_id=member_id).order_by("name", "pk")


def _shown(member_id: int) -> QuerySet[Topic]:
    return (
        Topic.objects.with_scopes_disabled().filter(strengths__member_id=member_id).order_by("rank", "name")
    )


def _wanted(member_id: int) -> QuerySet[Topic]:
    return Topic.objects.with_scopes_disabled().filter(needs__member_id=member_id).order_by("rank", "name")


MEMBER: Prepared[Member] = Prepared(_member, federation_id=int, member_id=int)
VENUES: Prepared[Venue] = Prepared(_venues, member_id=int)
SHOWN: Prepared[Topic] = Prepared(_shown, member_id=int)
WANTED: Prepared[Topic] = Prepared(_wanted, member_id=int)


def member_visible_to(person: Any, pk: int) -> Member | None:
    """A member of the person's own federation, or None."""
    if not may(person, "organisations.see_members"):
        return None
    member = MEMBER.first(federation_id=person.federation_id, member_id=pk)
    if member is not None:
        member.federation = person.federation
    return member


@dataclass(frozen=True)
class MemberPage:
    """A member with its venues, strengths and needs, and what other apps know of it."""

    member: Member
    venues: list[Venue]
    strengths: list[Topic]
    needs: list[Topic]
    panels: list[Shown]
    can_change: bool
    can_change_offers: bool


def member_page(person: Any, member: Member) -> MemberPage:
    """One member, found before among those that the person may see."""
    return MemberPage(
        member=member,
        venues=VENUES.all(member_id=member.pk),
        strengths=SHOWN.all(member_id=member.pk),
        needs=WANTED.all(member_id=member.pk),
        panels=MEMBER_PANELS.shown_to(person, member),
        can_change=may(person, "organisations.change_member", member),
        can_change_offers=can_change_offers(person, member),
    )
