"""Meetings that a person may see, and what a page needs of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Substr
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.states import TONES
from yixian.web.organisations.models import Member
from yixian.web.shared import policy
from yixian.web.shared.paging import PreparedPages
from yixian.web.shared.prepared import PreparedRows
from yixian.web.shared.templatetags.ui_dates import day

ROWS = 24
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


@dataclass(frozen=True)
class MeetingLine:
    """One line of the list."""

    pk: int
    title: str
    day: str
    host: str
    venue: str
    state_words: str
    tone: str


LINE = ("pk", "title", "held_on", "host__short_name", "venue__name", "state")


def lines_of(rows: Iterable[tuple[Any, ...]]) -> list[MeetingLine]:
    """Rows of `values_list(*LINE)` as the list shows them."""
    words, undated = {value: str(label) for value, label in Meeting.State.choices}, _("no day yet")
    return [
        MeetingLine(
            pk=pk,
            title=title,
            day=day(held_on) if held_on else undated,
            host=host or "",
            venue=venue or "",
            state_words=words[state],
            tone=TONES[state],
        )
        for pk, title, held_on, host, venue, state in rows
    ]


def _listed(by: Person, filters: MeetingFilters) -> QuerySet[Meeting, Any]:
    return meetings_filtered(by, filters).values_list(*LINE)


LISTED = PreparedPages(_listed, are_usual=lambda filters: not filters.q, per_page=ROWS)


def meetings_page(person: Person, filters: MeetingFilters, number: str | None) -> Page:
    """One page of the list, as the list shows it."""
    page = LISTED.page(person, filters, number)
    page.object_list = lines_of(page.object_list)
    return page


def _years(federation_id: int) -> QuerySet[Meeting, Any]:
    dated = Meeting.objects.with_scopes_disabled().filter(federation_id=federation_id).exclude(month="")
    return dated.order_by().values_list(Substr("month", 1, 4)).distinct()


def _hosts(federation_id: int) -> QuerySet[Member, Any]:
    hosting = Meeting.objects.with_scopes_disabled().filter(federation_id=federation_id).order_by()
    members = Member.objects.with_scopes_disabled().filter(pk__in=hosting.values("host"))
    return members.order_by("rank", "pinyin").values_list("pk", "short_name")


YEARS = PreparedRows(_years, federation_id=int)
HOSTS = PreparedRows(_hosts, federation_id=int)


def years_of_meetings(person: Person) -> list[tuple[str, str]]:
    """The years in which there are meetings, latest first, as choices."""
    years = sorted((year for (year,) in YEARS.all(federation_id=person.federation_id)), reverse=True)
    return [(year, year) for year in years]


def hosts_of_meetings(person: Person) -> list[tuple[str, str]]:
    """Members that hosted or will, as choices."""
    return [(str(pk), name) for pk, name in HOSTS.all(federation_id=person.federation_id)]


def next_meeting(person: Person, today: date | None = None) -> Meeting | None:
    """The meeting under way, else the next one to come."""
    today = today or timezone.localdate()
    living = meetings_visible_to(person).filter(is_archive=False)
    under_way = living.filter(state=Meeting.State.UNDER_WAY).order_by("held_on").first()
    if under_way:
        return under_way
    coming = ("planned", "announced", "open")
    return living.filter(state__in=coming, held_on__gte=today).order_by("held_on", "pk").first()
