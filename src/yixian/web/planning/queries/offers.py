"""Offers, days that do not suit, and the calendar, as people may see them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from yixian.planner.calendar_seed import days_of_year, is_announced
from yixian.web.accounts.models import Person
from yixian.web.planning.models import Blackout, CalendarDay, HostOffer
from yixian.web.planning.queries.problem import KINDS
from yixian.web.shared import policy


def offers_visible_to(person: Person) -> QuerySet[HostOffer]:
    """Offers are no secret inside a federation."""
    offers = HostOffer.objects.filter(federation=person.federation_id)
    return offers.select_related("member", "venue", "person", "made_at_meeting")


def blackouts_visible_to(person: Person) -> QuerySet[Blackout]:
    """One's own member's, or for the office everyone's."""
    blackouts = Blackout.objects.filter(federation=person.federation_id).select_related("member")
    if policy.may(person, "planning.see_drafts"):
        return blackouts
    return blackouts.filter(member=person.member_id)


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
    kept = {row.date: row for row in CalendarDay.objects.filter(date__year=year)}
    kinds: dict[Any, Any] = {planner_kind: kind for kind, planner_kind in KINDS.items()}
    rows = []
    for day in days_of_year(year):
        when = date.fromisoformat(day.date)
        row = kept.get(when)
        kind: Any = CalendarDay.Kind(row.kind) if row else kinds[day.kind]
        usual = CalendarDay.Kind.WEEKEND if when.isoweekday() > 5 else CalendarDay.Kind.WORKING
        if kind != usual or (row and row.name and not row.source.startswith("chinese")):
            name, source = (row.name, row.source) if row else (day.name, day.source)
            rows.append(CalendarRow(when, kind.value, str(kind.label), name, source))
    return CalendarPage(year, is_announced(year), bool(kept), rows)
