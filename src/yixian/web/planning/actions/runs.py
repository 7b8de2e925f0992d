"""Ask the solver, stop it, and take its answer."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.planner import Explanation, Plan
from yixian.web.accounts.models import Person
from yixian.web.planning.actions.results import put_result
from yixian.web.planning.models import ChangeCurve, PlanRun, YearPlan
from yixian.web.planning.rules.plans import check_can_change_plan
from yixian.web.shared import audit, jobs, policy
from yixian.web.shared.actions import action


@action
def request_run(*, by: Person, plan: YearPlan) -> PlanRun:
    """Queue a solve; the page shows its progress and nobody has to wait for it."""
    check_can_change_plan(by, plan)
    run = PlanRun.objects.create(federation=plan.federation, plan=plan, asked_by=by)
    jobs.enqueue("planning.solve", federation_id=plan.federation_id, run_id=run.pk)
    audit.record(by=by, verb="planning.solve", thing=run)
    return run


@action
def stop_run(*, by: Person, run: PlanRun) -> PlanRun:
    """Ask the solver to end; what it has by then is not taken."""
    policy.check(by, "planning.make", run)
    if run.stop_asked or run.state not in (PlanRun.State.WAITING, PlanRun.State.RUNNING):
        audit.nothing_changed()
        return run
    run.stop_asked = True
    run.save(update_fields=["stop_asked"])
    audit.record(by=by, verb="planning.stop", thing=run, changes={"stop_asked": [False, True]})
    return run


@action
def take_result(*, by: Person | None, run: PlanRun, result: Plan, explanation: Explanation) -> PlanRun:
    """Planner → database: the choices with their reasons, and the certificate."""
    plan = run.plan
    ChangeCurve.objects.filter(plan=plan).update(steps=[])
    put_result(plan, result, explanation)
    end_run(run, PlanRun.State.DONE)
    audit.record(
        by=by, verb="planning.solved", thing=plan, changes={"objective": [None, result.objective]},
        on_behalf_of=run.asked_by,
    )  # fmt: skip
    return run


@action
def end_without_plan(*, by: Person | None, run: PlanRun, sentence: str, stopped: bool = False) -> PlanRun:
    """No plan is possible, or the solver was stopped: the draft stays as it was."""
    run.problem = sentence or _("The solver was stopped; the draft is unchanged.")
    end_run(run, PlanRun.State.STOPPED if stopped else PlanRun.State.FAILED)
    audit.record(by=by, verb="planning.unsolved", thing=run.plan, on_behalf_of=run.asked_by)
    return run


def end_run(run: PlanRun, state: Any) -> None:
    """It has ended in this state. Part of an action."""
    run.state, run.ended_at = state, timezone.now()
    run.save(update_fields=["state", "ended_at", "problem"])
