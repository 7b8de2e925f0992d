"""The wake-up that arranges a plan anew after a cancellation."""

import json
from functools import partial

from django.utils import timezone

from yixian.planner import Choice, Plan, Status
from yixian.web.planning.actions.runs import end_without_plan, take_result
from yixian.web.planning.models import PlanRun, YearPlan
from yixian.web.planning.queries.problem import problem_from_db
from yixian.web.planning.tasks import why_no_plan
from yixian.web.shared import jobs
from yixian.web.shared.jobs import Effects
from yixian.web.shared.models import Job

MORE_CHANGES = 3


@jobs.task("planning.replan", slow=True, lane="solver")
def replan(job: Job, *, run_id: int, base_id: int, cancel: list[str]) -> Effects:
    """As few changed months as possible, then quality; with what a few more changes would bring."""
    from yixian.planner import files, solving

    run = PlanRun.objects.select_related("plan__programme", "asked_by").get(pk=run_id)
    if run.stop_asked:
        return partial(end_without_plan, by=None, run=run, sentence="", stopped=True)
    PlanRun.objects.filter(pk=run.pk).update(state=PlanRun.State.RUNNING, started_at=timezone.now())
    problem = problem_from_db(run.plan)
    before = _as_it_stands(YearPlan.objects.get(pk=base_id))
    today = timezone.localdate().isoformat()
    found = solving.replan(problem, before, cancel=cancel, today=today, curve=MORE_CHANGES)
    jobs.keep(job)
    if not found.plan.choices:
        sentence = why_no_plan(found.problem, found.plan)
        return partial(end_without_plan, by=None, run=run, sentence=sentence)
    breaches = solving.check(found.problem, found.plan)
    if breaches:
        raise AssertionError(f"the solver broke a rule: {breaches}")
    run.plan.problem = json.loads(files.problem_to_json(found.problem))
    explanation = solving.explain(found.problem, found.plan, runners_up=False)
    curve = falling([(step.changes, step.objective) for step in found.curve])
    return partial(take_result, by=None, run=run, result=found.plan, explanation=explanation, curve=curve)


def falling(steps: list[tuple[int, int]]) -> list[list[int]]:
    """The first step, and those after it that bring something: pairs of changed months and points."""
    kept: list[list[int]] = []
    for changes, points in steps:
        if not kept or points < kept[-1][1]:
            kept.append([changes, points])
    return kept


def _as_it_stands(plan: YearPlan) -> Plan:
    """The choices of a plan as they are now."""
    choices = plan.choices.order_by("month").values_list("month", "host_id", "day")
    return Plan(
        Status.FEASIBLE, tuple(Choice(month, str(host), day.isoformat()) for month, host, day in choices)
    )
