"""The wake-up that arranges a plan anew after a cancellation."""

import json
from functools import partial
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yixian.planner import Choice, Plan, Problem, Status
from yixian.web.planning.actions.replan import take_replan
from yixian.web.planning.actions.runs import end_without_plan
from yixian.web.planning.models import PlanRun, YearPlan
from yixian.web.planning.queries.problem import problem_from_db
from yixian.web.planning.tasks.solve import why_no_plan
from yixian.web.planning.tasks.watch import watch_run
from yixian.web.shared import jobs
from yixian.web.shared.jobs import Effects
from yixian.web.shared.models import Job

MORE_CHANGES = 6


@jobs.task("planning.replan", words=_("Arrange a plan anew after a cancellation"), slow=True, lane="solver")
def replan(job: Job, *, run_id: int, base_id: int, cancel: list[str]) -> Effects:
    """As few changed months as possible, then quality; with what a few more changes would bring."""
    from yixian.planner import files, solving
    from yixian.planner.optimise import Watch

    run = PlanRun.objects.select_related("plan__programme", "asked_by").get(pk=run_id)
    if run.stop_asked:
        return partial(end_without_plan, by=None, run=run, sentence="", stopped=True)
    PlanRun.objects.filter(pk=run.pk).update(state=PlanRun.State.RUNNING, started_at=timezone.now())
    problem = problem_from_db(run.plan)
    before = _as_it_stands(YearPlan.objects.get(pk=base_id))
    today = timezone.localdate().isoformat()
    watch = watch_run(job, run)
    found = solving.replan(
        problem, before, cancel=cancel, today=today, curve=MORE_CHANGES, watch=Watch(watch.progress, watch.stop)
    )  # fmt: skip
    if watch.stopped:
        return partial(end_without_plan, by=None, run=run, sentence="", stopped=True)
    if not found.plan.choices:
        sentence = why_no_plan(found.problem, found.plan)
        return partial(end_without_plan, by=None, run=run, sentence=sentence)
    steps = falling([(step.changes, step.objective, step.plan) for step in found.curve])
    points = [_point(found.problem, before, *step) for step in steps]
    run.plan.problem = json.loads(files.problem_to_json(found.problem))
    explanation = solving.explain(found.problem, found.plan, runners_up=False)
    return partial(take_replan, by=None, run=run, result=found.plan, explanation=explanation, steps=points)


def falling(steps: list[tuple[int, int, Any]]) -> list[tuple[int, int, Any]]:
    """The first step, and those after it that bring something: changed months, points, plan."""
    kept: list[tuple[int, int, Any]] = []
    for step in steps:
        if not kept or step[1] < kept[-1][1]:
            kept.append(step)
    return kept


def _point(problem: Problem, before: Plan, changes: int, points: int, plan: Plan) -> dict[str, Any]:
    """One point of the curve as plain data, sound by a check without the solver."""
    from yixian.planner import files, solving

    breaches = solving.check(problem, plan)
    if breaches:
        raise AssertionError(f"the solver broke a rule: {breaches}")
    moved = [
        [choice.month, before.by_month[choice.month].host, choice.host, choice.day]
        for choice in plan.choices
        if choice != before.by_month[choice.month]
    ]
    data = json.loads(files.plan_to_json(plan))
    return {"changes": changes, "points": points, "moved": moved, "plan": data}


def _as_it_stands(plan: YearPlan) -> Plan:
    """The choices of a plan as they are now."""
    choices = plan.choices.order_by("month").values_list("month", "host_id", "day")
    return Plan(
        Status.FEASIBLE, tuple(Choice(month, str(host), day.isoformat()) for month, host, day in choices)
    )
