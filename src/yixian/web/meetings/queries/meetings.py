"""Meetings that a person may see, and what a page needs of one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Member
from yixian.web.shared import policy

ENDED = (Meeting.State.WRAPPED_UP, Meeting.State.CLOSED)


def meetings_visible_to(person: Person) -> QuerySet[Meeting]:
    """Every meeting of the person's own federation, with what a line about it needs."""
    if not policy.may(person, "meetings.see"):
        return Meeting.objects.none()
    meetings = Meeting.objects.filter(federation_id=person.federation_id)
    return meetings.select_related("host", "venue", "coordinator", "programme")


@dataclass(frozen=True)
class MeetingFilters:
    """What the list is narrowed to; empty values narrow nothing."""

    when: str = "upcoming"
    state: str = ""
    year: str = ""
    host: str = ""
    q: str = ""

    @classmethod
    def from_query(cls, query: Any) -> "MeetingFilters":
        """Read from an address; unknown words are dropped."""
        when = query.get("when", "")
        return cls(
            when=when if when in ("upcoming", "past", "cancelled", "all") else "upcoming",
            state=query.get("state", "") if query.get("state") in Meeting.State.values else "",
            year=query.get("year", "") if query.get("year", "").isdecimal() else "",
            host=query.get("host", "") if query.get("host", "").isdecimal() else "",
            q=query.get("q", "").strip()[:60],
        )


def meetings_filtered(person: Person, filters: MeetingFilters) -> QuerySet[Meeting]:
    """The list page's rows: what comes next first, what is over latest first."""
    meetings = meetings_visible_to(person).filter(_when(filters.when))
    if filters.state:
        meetings = meetings.filter(state=filters.state)
    if filters.year:
        meetings = meetings.filter(month__startswith=f"{filters.year}-")
    if filters.host:
        meetings = meetings.filter(host_id=int(filters.host))
    if filters.q:
        named = Q(title__icontains=filters.q) | Q(host__name__icontains=filters.q)
        meetings = meetings.filter(named | Q(venue__name__icontains=filters.q))
    if filters.when == "upcoming":
        return meetings.order_by(F("held_on").asc(nulls_last=True), "month", "pk")
    return meetings.order_by(F("held_on").desc(nulls_last=True), "-pk")


def _when(when: str) -> Q:
    cancelled = Q(state=Meeting.State.CANCELLED)
    over = Q(state__in=ENDED) | Q(is_archive=True)
    return {
        "upcoming": ~over & ~cancelled,
        "past": over & ~cancelled,
        "cancelled": cancelled,
        "all": Q(),
    }[when]


def years_of_meetings(person: Person) -> list[str]:
    """The years in which there are meetings, latest first."""
    months = (
        meetings_visible_to(person).exclude(month="").order_by().values_list("month", flat=True).distinct()
    )
    return sorted({month[:4] for month in months}, reverse=True)


def hosts_of_meetings(person: Person) -> QuerySet[Member]:
    """Members that hosted or will."""
    hosts = meetings_visible_to(person).order_by().values("host")
    return Member.objects.filter(federation_id=person.federation_id, pk__in=hosts).order_by("rank", "pinyin")


def next_meeting(person: Person, today: date | None = None) -> Meeting | None:
    """The meeting under way, else the next one to come."""
    today = today or timezone.localdate()
    living = meetings_visible_to(person).filter(is_archive=False)
    under_way = living.filter(state=Meeting.State.UNDER_WAY).order_by("held_on").first()
    if under_way:
        return under_way
    coming = ("planned", "announced", "open")
    return living.filter(state__in=coming, held_on__gte=today).order_by("held_on", "pk").first()
