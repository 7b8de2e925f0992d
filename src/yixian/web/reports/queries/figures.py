"""Figures of federations: meetings held, attendance, problems, experiences, borrowings. Numbers and no names."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce, Substr

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Adoption, Experience
from yixian.web.meetings.models import CheckIn, Invitation, Meeting
from yixian.web.meetings.queries.meetings import meetings_visible_to
from yixian.web.organisations.models import Federation
from yixian.web.problems.models import Problem
from yixian.web.reports.queries.numbers import (
    DAYS,
    HELD,
    MOMENTS,
    Spanned,
    held,
    number,
    plain,
    with_numbers,
    within,
)  # fmt: skip
from yixian.web.reports.queries.stages import Stage, adoption_stages, problem_stages
from yixian.web.shared.prepared import Asker, PreparedRows
from yixian.web.shared.templatetags.ui_dates import month

MEMBER_OF_MEETING = F("meeting_id") * 1_000_000 + F("person__member_id")


def figures_of(federation_id: int, year: str = "") -> dict[str, Any]:
    """A federation's figures, for a year or for all time (one query)."""
    return with_shares(_counted(OWN.dicts(federation_id, year), year)[0])


def figures_below(federation_id: int) -> list[dict[str, Any]]:
    """The figures of each federation directly below, for all time (one query)."""
    return [with_shares(row) for row in _counted(BELOW.dicts(federation=federation_id), "")]


def figures_by_year(federation_id: int, years: list[str]) -> list[dict[str, Any]]:
    """A federation's figures of each of these years, "" for all time (a query each, and one for all).

    Who was present is counted once, year by year: it is the one figure that has to look at every arrival.
    """
    present = dict(PRESENT.all(federation=federation_id))
    everybody, found = sum(present.values()), []
    for year in years:
        row = _counted(REST.dicts(federation_id, year), year)[0]
        found.append(with_shares({**row, "present": present.get(year, 0) if year else everybody}))
    return found


def _counted(rows: list[dict[str, Any]], year: str) -> list[dict[str, Any]]:
    """The rows with meetings of no known day among those held, unless a year was asked for."""
    found = plain(rows)
    for row in found:
        undated = row.pop("undated")
        row["held"] += 0 if year else undated
    return found


def _figures(
    federations: QuerySet[Federation], value: dict[str, Any], *, with_present: bool = True
) -> QuerySet[Any]:
    days = {"first": value["first"], "last": value["last"]}
    moments = {"first": value["start"], "last": value["end"]}
    meetings = Meeting.objects.filter(held())
    attended = Q(meeting__state__in=HELD) & within("meeting__held_on", **days)
    check_ins = CheckIn.objects.filter(attended, person__member__isnull=False)
    present = number(check_ins, of="meeting__federation", counted=Count(MEMBER_OF_MEETING, distinct=True))
    problems, adoptions = Problem.objects.all(), Adoption.objects.all()
    closed, adopted = Q(state=Problem.State.CLOSED), Q(state=Adoption.State.ADOPTED)
    published = Experience.objects.filter(state=Experience.State.PUBLISHED)
    return with_numbers(federations, {
        "held": number(meetings.filter(within("held_on", **days))),
        "undated": number(meetings.filter(held_on=None)),
        "invited": number(Invitation.objects.filter(attended), of="meeting__federation"),
        **({"present": present} if with_present else {}),
        "problems": number(problems.filter(within("found_on", **days))),
        "solved": number(problems.filter(closed & within("closed_at", **moments))),
        "published": number(published.filter(within("published_at", **moments))),
        "started": number(adoptions.filter(within("started_at", **moments))),
        "adopted": number(adoptions.filter(adopted & within("changed_at", **moments))),
    })  # fmt: skip


def _own(federation: int, **value: Any) -> QuerySet[Any]:
    return _figures(Federation.objects.filter(pk=federation), value)


def _rest(federation: int, **value: Any) -> QuerySet[Any]:
    return _figures(Federation.objects.filter(pk=federation), value, with_present=False)


def _below(federation: int) -> QuerySet[Any]:
    below = Federation.objects.filter(parent_id=federation).order_by("name")
    return _figures(below, dict.fromkeys((*DAYS, *MOMENTS)))


OWN, REST = Spanned(_own, **DAYS, **MOMENTS), Spanned(_rest, **DAYS, **MOMENTS)
BELOW = PreparedRows(_below, federation=int)


def _present(federation: int) -> QuerySet[Any]:
    """How many unions were present in each year, once for each meeting."""
    arrivals = CheckIn.objects.filter(
        meeting__federation=federation, meeting__state__in=HELD, meeting__held_on__isnull=False,
        person__member__isnull=False,
    )  # fmt: skip
    years = arrivals.order_by().values_list(Substr(Cast("meeting__held_on", CharField()), 1, 4))
    return years.annotate(n=Count(MEMBER_OF_MEETING, distinct=True))


PRESENT = PreparedRows(_present, federation=int)


def with_shares(row: dict[str, Any]) -> dict[str, Any]:
    """The row with what its figures are parts of."""
    rate = share(row["present"], row["invited"])
    return {**row, "rate": rate, "of_problems": f"/ {row['problems']}", "of_started": f"/ {row['started']}"}


def share(part: int, whole: int) -> int | None:
    """A percentage, at most a hundred; nothing where there is no whole."""
    return min(100, round(100 * part / whole)) if whole else None


@dataclass(frozen=True)
class Bar:
    """One meeting's attendance: geometry of its bar in a picture 640 × 220, and its row in the table."""

    meeting_id: int
    host: str
    label: str
    invited: int
    present: int
    rate: int | None
    x: str
    y: str
    width: str
    height: str
    shown: str


@dataclass(frozen=True)
class FiguresPage:
    """Everything on the page of figures."""

    year: str
    years: list[str]
    row: dict[str, Any]
    bars: list[Bar]
    problems: list[Stage]
    adoptions: list[Stage]


LEFT, BOTTOM, TOP, WIDTH = 44, 180, 20, 590
SHOWN = 12


def figures_page(person: Person, year: str) -> FiguresPage:
    """Read the page (five queries)."""
    years = sorted(YEARS.one_column(by=person), reverse=True)
    year = year if year in years else ""
    return FiguresPage(
        year=year,
        years=years,
        row=figures_of(person.federation_id, year),
        bars=_bars(person, year),
        problems=problem_stages(person.federation_id, year),
        adoptions=adoption_stages(person.federation_id, year),
    )


def years_held(meetings: QuerySet[Meeting]) -> QuerySet[Meeting, Any]:
    """The years of those of the meetings that were held."""
    dated = meetings.filter(held(), held_on__isnull=False).order_by()
    return dated.values_list(Substr(Cast("held_on", CharField()), 1, 4)).distinct()


YEARS = PreparedRows(lambda by: years_held(meetings_visible_to(by)), by=Asker)


def _bars(person: Person, year: str) -> list[Bar]:
    """The last twelve meetings of the time asked for, in the order in which they were held (one query)."""
    rows = MEETINGS.all(person.federation_id, year)[::-1]
    step = WIDTH / max(len(rows), 6)
    return [
        _bar((pk, held_on, host or ""), invited, present, (index, step))
        for index, (pk, held_on, host, invited, present) in enumerate(rows)
    ]


def _of_meeting(rows: QuerySet[Any], counted: str) -> Coalesce:
    """How many different values the rows of a meeting of the outer query have."""
    mine = rows.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    numbers = mine.annotate(_number=Count(counted, distinct=True)).values("_number")
    return Coalesce(Subquery(numbers, output_field=IntegerField()), 0)


def _meetings(federation: int, first: date | None, last: date | None) -> QuerySet[Meeting, Any]:
    """The last twelve meetings held between two days, each with the unions invited and present.

    The twelve are found first: counting comes before sorting, for every meeting, where both are asked at once.
    """
    every = Meeting.objects.with_scopes_disabled()
    found = every.filter(held(), within("held_on", first, last), federation_id=federation, is_archive=False)
    meetings = every.filter(pk__in=found.order_by("-held_on", "-pk").values("pk")[:SHOWN])
    invitations = Invitation.objects.with_scopes_disabled()
    arrivals = CheckIn.objects.with_scopes_disabled().filter(person__member__isnull=False)
    numbers = {
        "invited": _of_meeting(invitations, "pk"),
        "present": _of_meeting(arrivals, "person__member"),
    }
    columns = ("pk", "held_on", "host__short_name", *numbers)
    return meetings.annotate(**numbers).order_by("-held_on", "-pk").values_list(*columns)


MEETINGS = Spanned(_meetings, **DAYS)


def _bar(meeting: tuple[int, date, str], invited: int, present: int, place: tuple[int, float]) -> Bar:
    pk, held_on, host = meeting
    index, step = place
    rate = share(present, invited)
    height = (BOTTOM - TOP) * (rate or 0) / 100
    return Bar(
        meeting_id=pk,
        host=host,
        label=f"{held_on:%y-%m}",
        invited=invited,
        present=present,
        rate=rate,
        x=f"{LEFT + index * step + step * 0.18:.1f}",
        y=f"{BOTTOM - height:.1f}",
        width=f"{step * 0.64:.1f}",
        height=f"{height:.1f}",
        shown=month(held_on),
    )
