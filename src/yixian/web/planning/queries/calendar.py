"""The calendar of days: what a year's days are, and which are not what their weekday says."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from yixian.planner.calendar_seed import SOURCE
from yixian.web.planning.models import CalendarDay
from yixian.web.planning.queries.days import days_of_year, is_announced
from yixian.web.planning.queries.problem import KINDS

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


def calendar_page(year: int) -> CalendarPage:
    """The days of a year: kept ones first, else the packaged notice (one query)."""
    kept = {
        row[0]: row
        for row in CalendarDay.objects.filter(date__gte=date(year, 1, 1), date__lte=date(year, 12, 31))
        .order_by()
        .values_list("date", "kind", "name", "source")
    }
    days = [
        kept.get(when) or (when, PACKAGED[day.kind], day.name, day.source) for when, day in days_of_year(year)
    ]
    exceptions = [day for day in days if _is_exception(*day, is_kept=day[0] in kept)]
    return CalendarPage(
        year=year,
        announced=is_announced(year),
        kept=bool(kept),
        kinds={when: kind for when, kind, _name, _source in days},
        names={when: name for when, _kind, name, _source in exceptions},
        runs=_runs(exceptions),
    )


def _is_exception(when: date, kind: str, name: str, source: str, *, is_kept: bool) -> bool:
    """Whether a day is not what its weekday says, or was named by hand."""
    return kind != USUAL[when.weekday()] or (is_kept and bool(name) and source != SOURCE)


def _runs(exceptions: list[tuple[date, str, str, str]]) -> list[Run]:
    """Days in a row of one kind, name and source as one line."""
    labels, runs = dict(CalendarDay.Kind.choices), list[Run]()
    for when, kind, name, source in exceptions:
        said = _("packaged notice") if source == SOURCE else source
        before = runs[-1] if runs else None
        if before and (when - before.last, kind, name, said) == (
            timedelta(1), before.kind, before.name, before.source,
        ):  # fmt: skip
            runs[-1] = Run(before.first, when, kind, before.label, name, said)
        else:
            runs.append(Run(when, when, kind, str(labels[kind]), name, said))
    return runs
