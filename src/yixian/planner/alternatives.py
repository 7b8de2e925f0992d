"""What else could have been: the best whole plan under one more condition, and what it costs against a plan."""

from collections.abc import Sequence

from yixian.planner.days import open_days
from yixian.planner.explanation import Alternative, Price
from yixian.planner.linear import Expr
from yixian.planner.model import Scope, YearModel, build
from yixian.planner.optimise import Watch, optimise
from yixian.planner.plan import Breach, Plan
from yixian.planner.problem import Choice, Problem
from yixian.planner.rules import RULES
from yixian.planner.solve import extract, term_values

# Rules that depend on the other months; they are named only if nothing stands against the month itself.
BETWEEN_MONTHS = ("repeat", "day_gap")


def why_not(problem: Problem, plan: Plan, month: str, host: str, watch: Watch | None = None) -> Alternative:
    """The best plan in which `host` has `month`; with the rules that stand against it if there is none."""
    found = _best(problem, plan, Scope(forced=frozenset({(month, host)})), watch)
    if found is None:
        return Alternative(month, host, None, breaches=tuple(obstacles(problem, plan, month, host)))
    return _priced(problem, plan, month, *found)


def runner_up(problem: Problem, plan: Plan, month: str, watch: Watch | None = None) -> Alternative | None:
    """The best plan with another host in `month` than the plan's; None if there is no other."""
    here = plan.by_month[month].host
    found = _best(problem, plan, Scope(banned=frozenset({(month, here)})), watch)
    return None if found is None else _priced(problem, plan, month, *found)


def without(problem: Problem, plan: Plan, choice: Choice, watch: Watch | None = None) -> Alternative | None:
    """The best plan in which the host of `choice` has no turn; None if it cannot be done without."""
    banned = frozenset((month.id, choice.host) for month in problem.months)
    found = _best(problem, plan, Scope(banned=banned), watch)
    return None if found is None else _priced(problem, plan, choice.month, *found)


def obstacles(problem: Problem, plan: Plan, month: str, host: str) -> list[Breach]:
    """Rules broken when the plan is kept and only this month's host replaced, on its least unsuitable day."""
    open_ = open_days(problem, problem.month_by_id[month], host)
    day = open_[0].date if open_ else plan.by_month[month].day
    changed = [Choice(month, host, day) if each.month == month else each for each in plan.choices]
    known = {breach for rule in RULES for breach in rule.breaches(problem, plan.choices)}
    found = [breach for rule in RULES for breach in rule.breaches(problem, changed) if breach not in known]
    return [breach for breach in found if breach.rule not in BETWEEN_MONTHS] or found


class MoveCount:
    """Counts months whose host differs from given choices, as an expression of a model."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self.choices = choices

    def __call__(self, model: YearModel) -> Expr:
        """Months moved."""
        value = Expr(constant=len(self.choices))
        for choice in self.choices:
            variable = model.x.get((choice.month, choice.host))
            if variable is not None:
                value.add(variable, -1)
        return value


def _best(
    problem: Problem, plan: Plan, scope: Scope, watch: Watch | None
) -> tuple[tuple[Choice, ...], bool] | None:
    """The best choices in a scope and whether they are proven best; ties go to the fewest moves."""
    model = build(problem, scope)
    outcome = optimise(model, watch or Watch(), MoveCount(plan.choices))
    if outcome.values is None:
        return None
    return extract(model, outcome.values), outcome.proven


def _priced(
    problem: Problem, plan: Plan, month: str, choices: tuple[Choice, ...], proven: bool
) -> Alternative:
    """The choices as an alternative to the plan."""
    terms = term_values(problem, choices)
    own = {term.code: term.points for term in plan.terms}
    prices = tuple(
        Price(term.code, term.points - own[term.code]) for term in terms if term.points != own[term.code]
    )
    moved = tuple(each.month for each in choices if plan.by_month[each.month].host != each.host)
    host = next(each.host for each in choices if each.month == month)
    return Alternative(
        month, host, sum(each.points for each in prices), prices, moved, choices, proven=proven
    )
