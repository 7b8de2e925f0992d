"""What a plan keeps of its last solve, as the planner knows it."""

import json

from yixian.planner import Plan, Problem
from yixian.web.planning.models import YearPlan


def as_solved(plan: YearPlan) -> tuple[Problem, Plan]:
    """The problem and the result that a plan keeps of its last solve."""
    from yixian.planner import files

    problem = files.problem_from_json(json.dumps(plan.problem))
    return problem, files.plan_from_json(json.dumps(plan.certificate["plan"]))
