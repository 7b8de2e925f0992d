"""Offers to host, and days that do not suit."""

from datetime import date

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Member, Venue
from yixian.web.planning.models import Blackout, HostOffer
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput, DomainError


@action
def offer_to_host(
    *, by: Person, member: Member, venue: Venue | None = None, earliest_month: str = "",
    latest_month: str = "", what: str = "", made_at: Meeting | None = None,
) -> HostOffer:  # fmt: skip
    """ "Next time, come to ours": reaches the next plan. One open offer per member; a new one replaces it."""
    if by.member_id == member.pk:
        policy.check(by, "planning.offer", member)
    else:
        policy.check(by, "planning.offer_for", member)
    if earliest_month and latest_month and latest_month < earliest_month:
        raise BadInput(_("The latest month is before the earliest month."))
    open_offers = HostOffer.objects.filter(member=member, state=HostOffer.State.OPEN)
    replaced = open_offers.update(state=HostOffer.State.WITHDRAWN)
    offer = HostOffer.objects.create(
        federation=member.federation, member=member, person=by, venue=venue, earliest_month=earliest_month,
        latest_month=latest_month, what=what, made_at_meeting=made_at,
    )  # fmt: skip
    months = f"{earliest_month}–{latest_month}"
    audit.record(
        by=by, verb="planning.offer", thing=offer, changes={"months": [None, months], "replaced": replaced},
        on_behalf_of=None if by.member_id == member.pk else member,
    )  # fmt: skip
    return offer


@action
def withdraw_offer(*, by: Person, offer: HostOffer) -> HostOffer:
    """Take an offer back before it is in a plan."""
    policy.check(by, "planning.withdraw_offer", offer)
    if offer.state == HostOffer.State.PLANNED:
        raise DomainError(_("This offer is in the plan already. Ask the office to plan the month anew."))
    if offer.state == HostOffer.State.WITHDRAWN:
        audit.nothing_changed()
        return offer
    offer.state = HostOffer.State.WITHDRAWN
    offer.save(update_fields=["state"])
    audit.record(by=by, verb="planning.withdraw_offer", thing=offer, changes={"state": ["open", "withdrawn"]})
    return offer


@action
def add_blackout(
    *, by: Person, member: Member, first_day: date, last_day: date, reason: str = ""
) -> Blackout:
    """Days on which a member cannot host."""
    policy.check(by, "planning.keep_blackouts", member)
    if last_day < first_day:
        raise BadInput(_("The last day is before the first day."))
    blackout = Blackout.objects.create(
        federation=member.federation, member=member, first_day=first_day, last_day=last_day, reason=reason
    )
    days = [str(first_day), str(last_day)]
    audit.record(by=by, verb="planning.add_blackout", thing=blackout, changes={"days": [None, days]})
    return blackout


@action
def remove_blackout(*, by: Person, blackout: Blackout) -> None:
    """The days suit after all."""
    policy.check(by, "planning.keep_blackouts", blackout)
    days = [str(blackout.first_day), str(blackout.last_day)]
    audit.record(by=by, verb="planning.remove_blackout", thing=blackout, changes={"days": [days, None]})
    blackout.delete()
