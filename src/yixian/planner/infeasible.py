"""When no plan exists: an irreducible set of rules that cannot all hold, and the cheapest rules to relax."""

from yixian.planner import engine
from yixian.planner.days import place_days
from yixian.planner.model import Scope, YearModel, build
from yixian.planner.optimise import at_most, points, total
from yixian.planner.plan import Breach, Conflict, Repair
from yixian.planner.problem import Choice, Problem
from yixian.planner.rules import RULE_BY_CODE, RULES
from yixian.planner.terms import TERMS

# Seconds for making the repaired plan a good one too; that it is the cheapest is proven before, without a limit.
GOOD_ENOUGH = 5.0

Pairs = list[tuple[str, str]]


def conflict_core(problem: Problem) -> tuple[Conflict, ...]:
    """Rules (each in one month, or '' for the whole plan) that together admit no plan, none of them dispensable.

    Deletion in halves: whatever can be left out with the rest still impossible is left out, each step decided
    by a plain solve. Rules that hardly can be granted are kept to the last, so that the core names those.
    """
    kept: Pairs = []
    rest = all_pairs(problem)
    while rest:
        rest, needed = _first_needed(problem, kept, rest)
        kept = [*needed, *kept]
    return tuple(Conflict(rule, month) for rule, month in sorted(kept, key=_order))


def all_pairs(problem: Problem) -> Pairs:
    """Every rule in every month, or once for a rule on the whole plan; the cheapest to relax come last."""
    pairs: Pairs = []
    for rule in sorted(RULES, key=lambda each: -(each.price or 1000)):
        pairs += dict.fromkeys((rule.code, rule.key(month.id)) for month in problem.months)
    return pairs


def possible(problem: Problem, pairs: Pairs) -> bool:
    """Some plan keeps all these rules (all others left out)."""
    dropped = frozenset(all_pairs(problem)) - frozenset(pairs)
    model = build(problem, Scope(dropped=dropped))
    if model.impossible:
        return False
    return engine.minimise(model.linear).status != "infeasible"


def _first_needed(problem: Problem, kept: Pairs, rest: Pairs) -> tuple[Pairs, Pairs]:
    """Finds by bisection the shortest beginning of `rest` that, with `kept`, is impossible; its last is needed."""
    if not possible(problem, kept):
        return [], []
    low, high = 0, len(rest)
    while high - low > 1:
        middle = (low + high) // 2
        if possible(problem, kept + rest[:middle]):
            low = middle
        else:
            high = middle
    return rest[: high - 1], [rest[high - 1]]


def _order(pair: tuple[str, str]) -> tuple[int, str]:
    """Rules in the order of their table, then by month."""
    return [rule.code for rule in RULES].index(pair[0]), pair[1]


def repairs(problem: Problem) -> tuple[Repair, ...]:
    """The cheapest rules to break so that a plan exists (and, at that price, a good one), with who can grant each."""
    model = build(problem, Scope(elastic=True))
    if model.impossible:
        return ()
    model.linear.objective = model.price
    answer = engine.minimise(model.linear)
    if answer.values is None:
        return ()
    at_most(model, model.price, model.price.value(answer.values))
    model.linear.objective = total(points(model), tuple(term.code for term in TERMS))
    answer = engine.minimise(model.linear, time_limit=GOOD_ENOUGH)
    if answer.values is None:
        return ()
    choices = _elastic_choices(problem, model, answer.values)
    return tuple(_repair(breach) for rule in RULES for breach in rule.breaches(problem, choices))


def _elastic_choices(problem: Problem, model: YearModel, values: list[int]) -> tuple[Choice, ...]:
    """Hosts and days of a solution that breaks rules at a price."""
    dates = {
        (month, profile): date for (month, profile, date), variable in model.y.items() if values[variable]
    }
    hosts = {month: host for (month, host), variable in model.x.items() if values[variable]}
    ordered = [(month.id, hosts[month.id]) for month in problem.months]
    lawful = place_days(problem, hosts)
    if lawful is not None:
        return lawful
    return tuple(Choice(month, host, dates[month, model.profile[month, host]]) for month, host in ordered)


def _repair(breach: Breach) -> Repair:
    """The breach as something that somebody could grant."""
    rule = RULE_BY_CODE[breach.rule]
    return Repair(rule.code, breach.month, breach.host, breach.day, rule.granted_by, rule.price or 0)
