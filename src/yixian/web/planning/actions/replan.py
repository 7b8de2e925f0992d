"""After a cancellation: a new draft that changes as few months as it can, or as many as the office chooses."""

import json
from typing import Any

from django.utils.translation import gettext as _

from yixian.planner import Explanation, Plan
from yixian.web.accounts.models import Person
from yixian.web.planning.actions.plans import draft_plan
from yixian.web.planning.actions.results import put_result
from yixian.web.planning.actions.runs import end_run
from yixian.web.planning.models import ChangeCurve, PlanRun, YearPlan
from yixian.web.planning.queries.replan import open_months
from yixian.web.planning.rules.plans import check_can_choose_step
from yixian.web.planning.solved import kept_problem
from yixian.web.shared import audit, jobs, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput


@action
def request_replan(*, by: Person, base: YearPlan, cancel: list[str]) -> YearPlan:
    """Draft a version in which the hosts of the months in `cancel` no longer have them, and solve it as a job."""
    policy.check(by, "planning.make", base)
    possible = {month for month, _host in open_months(base)}
    if not cancel or not set(cancel) <= possible:
        raise BadInput(_("Choose months that are not announced. Cancel an announced meeting first."))
    plan = draft_plan(
        by=by, programme=base.programme, first_month=base.first_month, months=base.months,
        note=_("Arranged anew after a cancellation"), weights=base.weights,
    )  # fmt: skip
    hosts = dict(base.choices.filter(month__in=cancel).values_list("month", "host_id"))
    ChangeCurve.objects.create(federation=plan.federation, plan=plan, base=base, cancelled=hosts)
    run = PlanRun.objects.create(federation=plan.federation, plan=plan, asked_by=by)
    jobs.enqueue(
        "planning.replan",
        federation_id=plan.federation_id,
        run_id=run.pk,
        base_id=base.pk,
        cancel=sorted(cancel),
    )
    audit.record(by=by, verb="planning.replan", thing=run, changes={"cancelled": [None, sorted(cancel)]})
    return plan


@action
def take_replan(
    *, by: Person | None, run: PlanRun, result: Plan, explanation: Explanation, steps: list[dict[str, Any]]
) -> PlanRun:  # fmt: skip
    """The draft gets the plan with the fewest changes, and the curve of what more changes would bring."""
    plan = run.plan
    put_result(plan, result, explanation)
    ChangeCurve.objects.filter(plan=plan).update(steps=steps, chosen=0)
    end_run(run, PlanRun.State.DONE)
    audit.record(
        by=by, verb="planning.solved", thing=plan, changes={"objective": [None, result.objective]},
        on_behalf_of=run.asked_by,
    )  # fmt: skip
    return run


@action
def choose_step(*, by: Person, plan: YearPlan, number: int) -> ChangeCurve:
    """The draft becomes another point of its curve, at once: every point was solved and checked already."""
    from yixian.planner import files, solving

    curve = check_can_choose_step(by, plan, number)
    if curve.chosen == number:
        audit.nothing_changed()
        return curve
    result = files.plan_from_json(json.dumps(curve.steps[number]["plan"]))
    explanation = solving.explain(kept_problem(plan), result, runners_up=False)
    put_result(plan, result, explanation)
    points = [curve.steps[each]["changes"] for each in (curve.chosen, number)]
    curve.chosen = number
    curve.save(update_fields=["chosen"])
    audit.record(by=by, verb="planning.choose_step", thing=plan, changes={"months_changed": points})
    return curve
