"""Keep the calendar of days: seed it from the packaged notices, correct it by hand."""

from datetime import date

from yixian.planner import DayKind
from yixian.planner.calendar_seed import SOURCE, days_of_year, is_announced
from yixian.web.accounts.models import Person
from yixian.web.planning.models import CalendarDay
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action

KINDS = {
    DayKind.WORKDAY: CalendarDay.Kind.WORKING,
    DayKind.MAKEUP: CalendarDay.Kind.MAKE_UP,
    DayKind.WEEKEND: CalendarDay.Kind.WEEKEND,
    DayKind.HOLIDAY: CalendarDay.Kind.HOLIDAY,
}


@action
def import_year(*, by: Person, year: int) -> int:
    """Take over a year's notice where the package knows it; days kept by hand stay. Returns the days added."""
    policy.check(by, "planning.keep_calendar")
    if not is_announced(year):
        audit.nothing_changed()
        return 0
    kept = set(
        CalendarDay.objects.filter(federation=by.federation, date__year=year).values_list("date", flat=True)
    )
    days = [
        CalendarDay(
            federation=by.federation,
            date=date.fromisoformat(day.date),
            kind=KINDS[day.kind],
            name=day.name,
            source=SOURCE,
        )
        for day in days_of_year(year)
        if date.fromisoformat(day.date) not in kept
    ]
    CalendarDay.objects.bulk_create(days)
    audit.record(
        by=by, verb="planning.import_year", thing=by.federation, changes={str(year): [None, len(days)]}
    )
    return len(days)


@action
def set_day(*, by: Person, day: date, kind: str, name: str = "") -> CalendarDay:
    """Correct one day by hand."""
    policy.check(by, "planning.keep_calendar")
    row, _made = CalendarDay.objects.update_or_create(
        federation=by.federation,
        date=day,
        defaults={"kind": kind, "name": name, "source": f"{by.federation.short_name} · {by.name}"},
    )
    audit.record(by=by, verb="planning.set_day", thing=row, changes={str(day): [None, kind]})
    return row
