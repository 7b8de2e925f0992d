"""What a schema cannot say of a problem: names that must be known, numbers that must fit together."""

from collections.abc import Iterator
from datetime import date

from yixian.planner.files import FileError
from yixian.planner.problem import Problem
from yixian.planner.terms import TERM_BY_CODE

Fault = tuple[str, str, str]


def validate(problem: Problem) -> None:
    """Raises FileError at the first fault."""
    for path, found, expected in faults(problem):
        raise FileError(path, found, expected)


def faults(problem: Problem) -> Iterator[Fault]:
    """Everything wrong, as path, found, expected."""
    yield from _duplicates("$.hosts", [host.id for host in problem.hosts])
    yield from _duplicates("$.days", [day.date for day in problem.days])
    yield from _months(problem)
    yield from _dates(problem)
    yield from _hosts(problem)
    yield from _travel(problem)
    yield from _terms(problem)


def _duplicates(path: str, ids: list[str]) -> Iterator[Fault]:
    """Ids that occur twice."""
    seen: dict[str, int] = {}
    for place, each in enumerate(ids):
        if each in seen:
            yield f"{path}[{place}]", f"{each!r} again", f"each only once (first at {path}[{seen[each]}])"
        seen.setdefault(each, place)


def _months(problem: Problem) -> Iterator[Fault]:
    """Months out of order."""
    ids = [month.id for month in problem.months]
    for place in range(1, len(ids)):
        if ids[place] <= ids[place - 1]:
            yield f"$.months[{place}].id", ids[place], f"a month after {ids[place - 1]}"


def _dates(problem: Problem) -> Iterator[Fault]:
    """Dates that do not exist, and days settled outside their month."""
    places = [(f"$.days[{n}].date", day.date) for n, day in enumerate(problem.days)]
    places += [(f"$.history[{n}].day", past.day) for n, past in enumerate(problem.history)]
    for number, month in enumerate(problem.months):
        for name, day in (("announced_day", month.announced_day), ("pinned_day", month.pinned_day)):
            if day:
                places.append((f"$.months[{number}].{name}", day))
                if day[:7] != month.id:
                    yield f"$.months[{number}].{name}", day, f"a day in {month.id}"
    for path, day in places:
        try:
            date.fromisoformat(day)
        except ValueError:
            yield path, day, "a date that exists"


def _hosts(problem: Problem) -> Iterator[Fault]:
    """Hosts named that are no members; a past host may have left."""
    for number, month in enumerate(problem.months):
        for name, host in (("announced_host", month.announced_host), ("pinned_host", month.pinned_host)):
            if host is not None and host not in problem.host_by_id:
                yield f"$.months[{number}].{name}", repr(host), "the id of a host"
    first = problem.months[0].id
    for number, past in enumerate(problem.history):
        if past.month >= first:
            yield f"$.history[{number}].month", past.month, f"a month before {first}"


def _travel(problem: Problem) -> Iterator[Fault]:
    """A travel table that is not square."""
    size = len(problem.hosts)
    if problem.travel and len(problem.travel) != size:
        yield "$.travel", f"{len(problem.travel)} rows", f"{size} rows, one for each host"
    for number, row in enumerate(problem.travel):
        if len(row) != size:
            yield f"$.travel[{number}]", f"{len(row)} entries", f"{size} entries, one for each host"


def _terms(problem: Problem) -> Iterator[Fault]:
    """Weights and levels of terms that do not exist, and terms on two levels."""
    known = ", ".join(TERM_BY_CODE)
    for code in problem.weights:
        if code not in TERM_BY_CODE:
            yield f"$.weights.{code}", repr(code), f"one of {known}"
    for number, level in enumerate(problem.levels):
        for place, code in enumerate(level.terms):
            if code not in TERM_BY_CODE:
                yield f"$.levels[{number}].terms[{place}]", repr(code), f"one of {known}"
    yield from _duplicates("$.levels terms", [code for level in problem.levels for code in level.terms])
