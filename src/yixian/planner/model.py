"""The year plan as an integer linear model: which host in which month, on a day that suits.

x[month, host] says who hosts; n[host] counts turns and z[host] says whether there is a turn at all. Spread, needs,
travel and waiting are written on n and z, never on x: that is what makes proofs fast. Days are written once for
all hosts of a month that have the same choice of days ("profile"), and only days that no other day of the
profile beats are kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from yixian.planner.dates import month_number
from yixian.planner.linear import Expr, Linear
from yixian.planner.problem import Day, Host, Month, Problem
from yixian.planner.rules import RULES
from yixian.planner.rules.base import Rule
from yixian.planner.rules.day_gap import reach
from yixian.planner.terms.weekday import off_weekday

Profile = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Scope:
    """What is asked of the model besides the problem.

    `dropped` are (rule, month) pairs left out; `elastic` lets rules be broken at a price; `banned` and `forced`
    are (month, host) pairs; `keep` maps (month, host) to the only day open to it.
    """

    dropped: frozenset[tuple[str, str]] = frozenset()
    elastic: bool = False
    banned: frozenset[tuple[str, str]] = frozenset()
    forced: frozenset[tuple[str, str]] = frozenset()
    keep: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass
class YearModel:
    """The growing model that rules and terms write into."""

    problem: Problem
    scope: Scope = field(default_factory=Scope)
    linear: Linear = field(default_factory=Linear)
    x: dict[tuple[str, str], int] = field(default_factory=dict)
    y: dict[tuple[str, Profile, str], int] = field(default_factory=dict)
    n: dict[str, int] = field(default_factory=dict)
    z: dict[str, int] = field(default_factory=dict)
    profile: dict[tuple[str, str], Profile] = field(default_factory=dict)
    price: Expr = field(default_factory=Expr)
    off_days: Expr = field(default_factory=Expr)
    impossible: list[str] = field(default_factory=list)

    def active(self, rule: str, month: str = "") -> bool:
        """A rule counts in a month ('' is the whole plan)."""
        return (rule, month) not in self.scope.dropped

    def day_vars(self, month: str) -> dict[str, list[int]]:
        """The day variables of a month by date."""
        found: dict[str, list[int]] = {}
        for (of, _, date), variable in self.y.items():
            if of == month:
                found.setdefault(date, []).append(variable)
        return found

    def turns_of(self, hosts: Iterable[Host]) -> list[tuple[int, int]]:
        """Σ n over some hosts, as terms of a row."""
        return [(self.n[host.id], 1) for host in hosts if host.id in self.n]

    def hosted_of(self, hosts: Iterable[Host]) -> list[tuple[int, int]]:
        """Σ z over some hosts, as terms of a row."""
        return [(self.z[host.id], 1) for host in hosts if host.id in self.z]

    def in_month(self, month: str, hosts: Iterable[Host]) -> list[tuple[int, int]]:
        """Σ x over some hosts in a month, as terms of a row."""
        return [(self.x[month, host.id], 1) for host in hosts if (month, host.id) in self.x]


def build(problem: Problem, scope: Scope | None = None) -> YearModel:
    """The model with every hard rule and no objective; an empty month stands in `impossible`."""
    model = YearModel(problem, scope or Scope())
    for month in problem.months:
        if model.active("one_meeting", month.id):
            _place_month(model, month, problem.days_of_month[month.id])
    _count_turns(model)
    for rule in RULES:
        if rule.add is not None:
            rule.add(model)
    return model


def _place_month(model: YearModel, month: Month, days: list[Day]) -> None:
    """x and y of one month: exactly one host, and its day out of the host's profile."""
    groups: dict[Profile, list[str]] = {}
    clashes = _clashes(model, month, days)
    for host in model.problem.hosts:
        if (month.id, host.id) in model.scope.banned:
            continue
        options = _options(model, month, host, days)
        if options:
            groups.setdefault(_undominated(clashes, options), []).append(host.id)
    forced = {host for of, host in model.scope.forced if of == month.id}
    everyone: list[tuple[int, int]] = []
    for profile, hosts in groups.items():
        named = [(_new_x(model, month.id, host, profile, forced), 1) for host in hosts]
        everyone += named
        chosen = [(_new_y(model, month.id, profile, option), -1) for option in profile]
        model.linear.equal(named + chosen, 0)
    if not everyone or not all((month.id, host) in model.x for host in forced):
        model.impossible.append(month.id)
    model.linear.equal(everyone, 1)


def _new_x(model: YearModel, month: str, host: str, profile: Profile, forced: set[str]) -> int:
    """A new x, fixed to 1 when the host is forced on this month."""
    variable = model.linear.var(lower=1 if host in forced else 0)
    model.x[month, host] = variable
    model.profile[month, host] = profile
    return variable


def _new_y(model: YearModel, month: str, profile: Profile, option: tuple[str, int, int]) -> int:
    """A new y with what its day costs."""
    date, off, price = option
    variable = model.linear.var()
    model.y[month, profile, date] = variable
    if off:
        model.off_days.add(variable, off)
    if price:
        model.price.add(variable, price)
    return variable


def _options(model: YearModel, month: Month, host: Host, days: list[Day]) -> dict[str, tuple[int, int]]:
    """Days open to a host in a month, each with its weekday cost and (elastic only) the price of rules broken."""
    problem, scope = model.problem, model.scope
    filters = [rule for rule in RULES if rule.allows_host and model.active(rule.code, rule.key(month.id))]
    price = 0
    for rule in filters:
        if not rule.allows_host(problem, month, host):  # type: ignore[misc]
            if not scope.elastic or rule.price is None:
                return {}
            price += rule.price
    found: dict[str, tuple[int, int]] = {}
    day_filters = [rule for rule in RULES if rule.allows_day and model.active(rule.code, rule.key(month.id))]
    kept = scope.keep.get((month.id, host.id))
    for day in days:
        if kept is not None and day.date != kept:
            continue
        broken = _broken(day_filters, problem, month, host, day)
        if not broken or (scope.elastic and all(rule.price is not None for rule in broken)):
            extra = sum(rule.price or 0 for rule in broken)
            found[day.date] = (off_weekday(problem, host, day), price + extra)
    return found


def _broken(rules: list[Rule], problem: Problem, month: Month, host: Host, day: Day) -> list[Rule]:
    """Rules that a host on a day would break."""
    return [rule for rule in rules if rule.allows_day and not rule.allows_day(problem, month, host, day)]


def _undominated(clashes: Mapping[str, tuple[int, int]], options: Mapping[str, tuple[int, int]]) -> Profile:
    """The days worth keeping: a day goes when another costs no more and clashes with no other month more often."""
    kept: list[tuple[str, int, int]] = []
    order = sorted(options.items(), key=lambda item: (item[1][1], item[1][0], sum(clashes[item[0]]), item[0]))
    for date, (off, price) in order:
        before, after = clashes[date]
        if not any(
            cost <= off and paid <= price and clashes[other][0] <= before and clashes[other][1] <= after
            for other, cost, paid in kept
        ):
            kept.append((date, off, price))
    return tuple(sorted(kept))


def _clashes(model: YearModel, month: Month, days: list[Day]) -> dict[str, tuple[int, int]]:
    """For each day, how far its least gap reaches into the month before and the month after, in days."""
    ids = [each.id for each in model.problem.months]
    place = ids.index(month.id)
    before, after = ids[max(0, place - 1) : place], ids[place + 1 : place + 2]
    return {day.date: reach(model.problem, day.date, before, after) for day in days}


def _count_turns(model: YearModel) -> None:
    """n = Σ x, and z = 1 exactly when n ≥ 1."""
    months: dict[str, list[int]] = {}
    for (_, host), variable in model.x.items():
        months.setdefault(host, []).append(variable)
    for host, variables in months.items():
        most = _most_turns(model, len(variables))
        model.n[host] = model.linear.var(0, most)
        model.linear.equal([(variable, 1) for variable in variables] + [(model.n[host], -1)], 0)
        if most == 1:
            model.z[host] = model.n[host]
            continue
        model.z[host] = model.linear.var()
        model.linear.row([(model.z[host], 1), (model.n[host], -1)], upper=0)
        model.linear.row([(model.n[host], 1), (model.z[host], -most)], upper=0)


def _most_turns(model: YearModel, months: int) -> int:
    """An upper bound for the turns of one host, as the least months between turns allow."""
    if model.scope.elastic or not model.active("repeat"):
        return months
    first, last = model.problem.months[0].id, model.problem.months[-1].id
    span = month_number(last) - month_number(first) + 1
    return max(1, min(months, -(-span // max(1, model.problem.settings.min_gap_months))))
