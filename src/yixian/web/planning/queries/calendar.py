"""The calendar of days: what a year's days are, and which are not what their weekday says."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yixian.planner.calendar_seed import SOURCE
from yixian.web.accounts.models import Person
from yixian.web.planning.models import CalendarDay
from yixian.web.planning.queries.days import YEARS_KEPT, days_of_year, is_announced
from yixian.web.planning.queries.problem import KINDS
from yixian.web.shared.prepared import Asker, PreparedRows

DayRow = tuple[date, str, str, str]  # the day, what it is, the name of the holiday, who says so

PACKAGED = {packaged: str(kind) for kind, packaged in KINDS.items()}
USUAL = [str(CalendarDay.Kind.WORKING)] * 5 + [str(CalendarDay.Kind.WEEKEND)] * 2


@dataclass(frozen=True)
class Run:
    """Days in a row that are the same exception, as the list shows them."""

    first: date
    last: date
    kind: str
    label: str
    name: str
    source: str

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class CalendarPage:
    """A year: what each day is, its exceptions as runs, and whether its notice is known and kept."""

    year: int
    announced: bool
    kept: bool
    kinds: dict[date, str]
    names: dict[date, str]
    runs: list[Run]


def _kept(by: Person, first: date, last: date) -> QuerySet[CalendarDay, Any]:
    days = CalendarDay.objects.filter(federation=by.federation_id, date__gte=first, date__lte=last)
    return days.order_by().values_list("date", "kind", "name", "source")


KEPT = PreparedRows(_kept, by=Asker, first=date, last=date)


def calendar_page(person: Person, year: int) -> CalendarPage:
    """The days of a year: kept ones first, else the packaged notice (one query)."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    rows = KEPT.all(by=person, first=first, last=last)
    kept: dict[date, DayRow] = {row[0]: (row[0], row[1], row[2], row[3]) for row in rows}
    packaged = _packaged(year)
    days = [kept.get(day[0], day) for day, _usual in packaged] if kept else [day for day, _usual in packaged]
    exceptions = [
        day
        for day, (_day, usual) in zip(days, packaged, strict=True)
        if day[1] != usual or (day[0] in kept and day[2] and day[3] != SOURCE)
    ]
    return CalendarPage(
        year=year,
        announced=is_announced(year),
        kept=bool(kept),
        kinds={when: kind for when, kind, _name, _source in days},
        names={when: name for when, _kind, name, _source in exceptions},
        runs=_runs(exceptions),
    )


@lru_cache(maxsize=YEARS_KEPT)
def _packaged(year: int) -> list[tuple[DayRow, str]]:
    """Every day of a year as the packaged notice has it, with what its weekday says."""
    return [
        ((when, PACKAGED[day.kind], day.name, day.source), USUAL[when.weekday()])
        for when, day in days_of_year(year)
    ]


def _runs(exceptions: list[DayRow]) -> list[Run]:
    """Days in a row of one kind, name and source as one line."""
    labels, runs = dict(CalendarDay.Kind.choices), list[Run]()
    packaged = _("packaged notice")
    for when, kind, name, source in exceptions:
        said = packaged if source == SOURCE else source
        before = runs[-1] if runs else None
        if before and (when - before.last, kind, name, said) == (
            timedelta(1), before.kind, before.name, before.source,
        ):  # fmt: skip
            runs[-1] = Run(before.first, when, kind, before.label, name, said)
        else:
            runs.append(Run(when, when, kind, str(labels[kind]), name, said))
    return runs
