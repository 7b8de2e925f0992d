"""The independent check: every hard rule and every figure of a plan, recomputed in plain Python without a solver."""

from yixian.planner.plan import Breach, Plan, Status
from yixian.planner.problem import Problem
from yixian.planner.rules import RULES
from yixian.planner.rules.one_meeting import RULE as ONE_MEETING
from yixian.planner.terms import TERMS, weight_of


def check(problem: Problem, plan: Plan) -> list[Breach]:
    """Every hard rule that the plan breaks and every figure that it states wrongly; empty means sound."""
    found = [breach for rule in RULES for breach in rule.breaches(problem, plan.choices)]
    if any(breach.rule == ONE_MEETING.code for breach in found):
        return found
    return found + _wrong_figures(problem, plan)


def _wrong_figures(problem: Problem, plan: Plan) -> list[Breach]:
    """Terms, objective, bound and seed where they differ from what the choices give."""
    stated = {term.code: (term.weight, term.value) for term in plan.terms}
    actual = {term.code: (weight_of(problem, term), term.measure(problem, plan.choices)) for term in TERMS}
    found = [
        Breach("term", found=_figure(code, stated.get(code)), expected=_figure(code, actual[code]))
        for code in actual
        if stated.get(code) != actual[code]
    ]
    total = sum(weight * value for weight, value in actual.values())
    if plan.objective != total:
        found.append(Breach("objective", found=str(plan.objective), expected=str(total)))
    if plan.status is Status.OPTIMAL and plan.bound != plan.objective:
        found.append(Breach("bound", found=str(plan.bound), expected=str(plan.objective)))
    if plan.seed != problem.seed:
        found.append(Breach("seed", found=plan.seed, expected=problem.seed))
    return found


def _figure(code: str, weight_and_value: tuple[int, int] | None) -> str:
    """A term as it is told: its code, then weight × value."""
    return f"{code} " + ("—" if weight_and_value is None else "{} × {}".format(*weight_and_value))
