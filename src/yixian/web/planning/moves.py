"""What happens if one month goes to another host and nothing else is arranged anew. No solver, no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yixian.planner import Breach, Choice, Price, Problem


@dataclass(frozen=True)
class Move:
    """The months that change, the day, points per term (fewer is better) and the rules broken."""

    choices: tuple[Choice, ...]
    day: str
    prices: tuple[Price, ...]
    breaches: tuple[Breach, ...]

    @property
    def points(self) -> int:
        """In sum."""
        return sum(price.points for price in self.prices)


def move(problem: Problem, present: Sequence[Choice], month: str, host: str) -> Move:
    """`host` takes `month`; if it had another month, the host displaced takes that one instead.

    `present` has one choice for each month of the problem. Other months keep host and day. Raises KeyError for
    a month or host that is not in the problem.
    """
    by_month = {choice.month: choice for choice in present}
    hosts = {choice.month: choice.host for choice in present}
    old = next((each for each, chosen in hosts.items() if chosen == host), None)
    changed = {month: host} if old in (None, month) else {month: host, old: hosts[month]}
    choices = {
        each: choice if each not in changed else Choice(each, changed[each], _day(problem, each, changed, by_month))
        for each, choice in by_month.items()
    }  # fmt: skip
    after = tuple(choices[each.month] for each in present)
    moved = tuple(choice for choice in after if choice != by_month[choice.month])
    return Move(
        moved, choices[month].day, _prices(problem, present, after), _new_breaches(problem, present, after)
    )


def _day(problem: Problem, month: str, changed: Mapping[str, str], present: Mapping[str, Choice]) -> str:
    """The day stays if the new host can have it; else the open day nearest to it."""
    from yixian.planner.days import open_days

    usual = present[month].day
    open_ = [day.date for day in open_days(problem, problem.month_by_id[month], changed[month])]
    return min(open_, key=lambda day: (abs(int(day[8:]) - int(usual[8:])), day), default=usual)


def _prices(problem: Problem, before: Sequence[Choice], after: Sequence[Choice]) -> tuple[Price, ...]:
    from yixian.planner.solve import term_values

    old = {term.code: term.points for term in term_values(problem, tuple(before))}
    new = term_values(problem, tuple(after))
    return tuple(
        Price(term.code, term.points - old[term.code]) for term in new if term.points != old[term.code]
    )


def _new_breaches(problem: Problem, before: Sequence[Choice], after: Sequence[Choice]) -> tuple[Breach, ...]:
    from yixian.planner.rules import RULES

    known = {breach for rule in RULES for breach in rule.breaches(problem, before)}
    found = [breach for rule in RULES for breach in rule.breaches(problem, after)]
    return tuple(breach for breach in found if breach not in known)
