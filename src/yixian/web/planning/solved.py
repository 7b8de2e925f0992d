"""What a plan keeps of its last solve, as the planner knows it."""

import json
from collections.abc import Iterable
from typing import Any

from yixian.planner import Choice, Day, DayKind, Host, Level, Month, Plan, Problem, Settings
from yixian.web.planning.models import YearPlan


def as_solved(plan: YearPlan) -> tuple[Problem, Plan]:
    """The problem and the result that a plan keeps of its last solve, validated (slow: for jobs)."""
    from yixian.planner import files

    problem = files.problem_from_json(json.dumps(plan.problem))
    return problem, files.plan_from_json(json.dumps(plan.certificate["plan"]))


def kept_problem(plan: YearPlan, with_days: bool = True) -> Problem:
    """The same problem for a page: what we stored ourselves is not validated once more.

    The calendar is three quarters of it; who asks about turns and ways only can leave it out.
    """
    data = plan.problem
    return Problem(
        hosts=tuple(Host(**_tuples(host)) for host in data["hosts"]),
        months=tuple(Month(**month) for month in data["months"]),
        days=_days(data.get("days", ())) if with_days else (),
        history=tuple(Choice(**choice) for choice in data.get("history", ())),
        travel=tuple(tuple(row) for row in data.get("travel", ())),
        settings=Settings(**_tuples(data.get("settings", {}))),
        levels=tuple(Level(**_tuples(level)) for level in data.get("levels", ())),
        **{name: data[name] for name in ("weights", "seed", "title") if name in data},
    )


def _days(stored: Iterable[dict[str, Any]]) -> tuple[Day, ...]:
    return tuple(Day(**{**day, "kind": DayKind(day["kind"])}) for day in stored)


def _tuples(data: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if value.__class__ is list else value for key, value in data.items()}
