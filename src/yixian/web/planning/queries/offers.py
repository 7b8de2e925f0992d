"""Offers and days that do not suit, as people may see them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.planning.models import Blackout, HostOffer
from yixian.web.planning.queries.paging import page_of
from yixian.web.shared import policy
from yixian.web.shared.paging import how_many
from yixian.web.shared.policy import Role
from yixian.web.shared.prepared import Asker, Choice, PreparedRows


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


@dataclass(frozen=True)
class OfferLine:
    """An offer as the list shows it."""

    pk: int
    federation_id: int
    member_id: int
    member: str
    venue: str
    earliest_month: str
    latest_month: str
    what: str
    meeting: str
    state: str

    COLUMNS = (
        "pk", "federation_id", "member_id", "member__short_name", "venue__name", "earliest_month",
        "latest_month", "what", "made_at_meeting__title", "state",
    )  # fmt: skip

    def roles_of(self, person: Person) -> frozenset[Role]:
        """People of the offering member, as of the offer itself."""
        return HostOffer.roles_of(self, person)  # type: ignore[arg-type]


@dataclass(frozen=True)
class BlackoutLine:
    """Days that do not suit a member, as the list shows them."""

    pk: int
    member: str
    first_day: date
    last_day: date
    reason: str

    COLUMNS = ("pk", "member__short_name", "first_day", "last_day", "reason")


def _offers(by: Person, state: str) -> QuerySet[HostOffer]:
    offers = offers_visible_to(by)
    return offers.filter(state=state) if state else offers


def _offer_lines(by: Person, state: str, part: slice) -> QuerySet[HostOffer, Any]:
    ordered = _offers(by, state).order_by("-made_at", "-pk")
    return ordered.values_list(*OfferLine.COLUMNS)[part]


def _blackout_lines(by: Person, part: slice) -> QuerySet[Blackout, Any]:
    return blackouts_visible_to(by).values_list(*BlackoutLine.COLUMNS)[part]


OFFERS = PreparedRows(_offer_lines, by=Asker, state=Choice, part=slice)
OFFER_NUMBER = PreparedRows(lambda by, state: how_many(_offers(by, state)), by=Asker, state=Choice)
BLACKOUTS = PreparedRows(_blackout_lines, by=Asker, part=slice)
BLACKOUT_NUMBER = PreparedRows(lambda by: how_many(blackouts_visible_to(by)), by=Asker)


def offers_page(person: Person, state: str, number: str | None) -> Page[OfferLine]:
    """One page of the offers, newest first; `state` narrows them unless it is empty."""
    return page_of(OfferLine, OFFERS, OFFER_NUMBER, number, by=person, state=state)


def blackouts_page(person: Person, number: str | None) -> Page[BlackoutLine]:
    """One page of the days that do not suit, in their order."""
    return page_of(BlackoutLine, BLACKOUTS, BLACKOUT_NUMBER, number, by=person)
