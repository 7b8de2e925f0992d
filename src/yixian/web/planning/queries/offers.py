"""Offers, days that do not suit, and the calendar, as people may see them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.planning.days import days_of_year, is_announced
from yixian.web.planning.models import Blackout, CalendarDay, HostOffer
from yixian.web.planning.queries.problem import KINDS
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


PACKAGED = {packaged: kind.value for kind, packaged in KINDS.items()}
USUAL = [CalendarDay.Kind.WORKING.value] * 5 + [CalendarDay.Kind.WEEKEND.value] * 2


@dataclass(frozen=True)
class CalendarRow:
    """A day that is not what its weekday says."""

    date: date
    kind: str
    label: str
    name: str
    source: str


@dataclass(frozen=True)
class CalendarPage:
    """A year of exceptions, and whether its notice is known."""

    year: int
    announced: bool
    kept: bool
    rows: list[CalendarRow]


def calendar_page(year: int) -> CalendarPage:
    """The holidays and make-up days of a year: kept ones first, else the packaged notice."""
    kept = {
        row[0]: row
        for row in CalendarDay.objects.filter(date__gte=date(year, 1, 1), date__lte=date(year, 12, 31))
        .order_by()
        .values_list("date", "kind", "name", "source")
    }
    labels = dict(CalendarDay.Kind.choices)
    rows = []
    for when, day in days_of_year(year):
        _when, kind, name, source = kept.get(when) or (when, PACKAGED[day.kind], day.name, day.source)
        corrected = when in kept and name and not source.startswith("chinese")
        if kind != USUAL[when.weekday()] or corrected:
            rows.append(CalendarRow(when, kind, str(labels[kind]), name, source))
    return CalendarPage(year, is_announced(year), bool(kept), rows)
