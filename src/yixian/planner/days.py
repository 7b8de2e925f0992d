"""The days of a plan whose hosts are settled: best weekdays first, then the middle of the month, then early."""

from collections.abc import Collection, Mapping

from yixian.planner.dates import ordinal
from yixian.planner.problem import Choice, Day, Month, Problem
from yixian.planner.rules import RULES
from yixian.planner.terms.weekday import off_weekday

MIDDLE = 15
Best = tuple[int, int, tuple[str, ...]]


def place_days(
    problem: Problem,
    hosts: Mapping[str, str],
    keep: Mapping[tuple[str, str], str] | None = None,
    dropped: Collection[tuple[str, str]] = (),
) -> tuple[Choice, ...] | None:
    """One day per month by dynamic programming over the months, or None if the days do not fit.

    `hosts` maps each month to its host; `keep` maps (month, host) to a day that is not to change; `dropped`
    are (rule, month) pairs that do not count. Among all ways to keep the least gap, the one with the fewest
    meetings off their weekday is taken; ties go to days near the 15th, then to earlier days.
    """
    best: dict[str, Best] = {"": (0, 0, ())}
    for month in problem.months:
        host = hosts[month.id]
        days = open_days(problem, month, host, dropped)
        kept = (keep or {}).get((month.id, host))
        best = _step(problem, host, [day for day in days if kept in (None, day.date)], best)
    if not best:
        return None
    _, _, dates = min(best.values())
    ids = [month.id for month in problem.months]
    return tuple(Choice(month, hosts[month], date) for month, date in zip(ids, dates, strict=True))


def _step(problem: Problem, host: str, days: list[Day], best: dict[str, Best]) -> dict[str, Best]:
    """The best way to each open day of a month, given the best ways to the days of the month before, in order."""
    found: dict[str, Best] = {}
    ways, gap = iter(best.items()), problem.settings.min_gap_days
    before, way = next(ways, (None, None))
    least: Best | None = None
    for day in days:
        while way is not None and (not before or ordinal(day.date) - ordinal(before) >= gap):
            least = way if least is None else min(least, way)
            before, way = next(ways, (None, None))
        if least is not None:
            off = off_weekday(problem, problem.host_by_id[host], day)
            far = abs(int(day.date[8:]) - MIDDLE)
            found[day.date] = (least[0] + off, least[1] + far, (*least[2], day.date))
    return found


def open_days(
    problem: Problem, month: Month, host: str, dropped: Collection[tuple[str, str]] = ()
) -> list[Day]:
    """Days of a month on which no rule stands against the host, whatever the other months do."""
    rules = [rule.allows_day for rule in RULES if rule.allows_day and (rule.code, month.id) not in dropped]
    chosen = problem.host_by_id[host]
    return [
        day
        for day in problem.days_of_month[month.id]
        if all(allows(problem, month, chosen, day) for allows in rules)
    ]
