"""Ask the solver, stop it, and take its answer."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.planner import Explanation, MonthReasons, Plan, files
from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Subdistrict, Topic
from yixian.web.planning.actions.board import begin_board
from yixian.web.planning.models import PlanChoice, PlanRun, YearPlan
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
def take_result(
    *, by: Person | None, run: PlanRun, result: Plan, explanation: Explanation,
    curve: list[list[int]] | None = None,
) -> PlanRun:  # fmt: skip
    """Planner → database: the choices with their reasons, and the certificate.

    `curve` are pairs of changed months and points, after a cancellation.
    """
    plan = run.plan
    plan.choices.filter(is_pinned=False).delete()
    pinned = {choice.month: choice for choice in plan.choices.all()}
    names = names_in_reasons(plan)
    for choice in result.choices:
        reasons = reasons_as_json(explanation.by_month[choice.month], names)
        if choice.month in pinned:
            pinned[choice.month].reasons = reasons
            pinned[choice.month].save(update_fields=["reasons"])
            continue
        PlanChoice.objects.create(
            federation=plan.federation, plan=plan, month=choice.month, host_id=int(choice.host),
            day=date.fromisoformat(choice.day), reasons=reasons,
        )  # fmt: skip
    plan.certificate = certificate_as_json(result) | {
        "plan": json.loads(files.plan_to_json(result)),
        "curve": curve or [],
    }
    plan.save(update_fields=["certificate", "problem"])
    _end(run, PlanRun.State.DONE)
    jobs.enqueue("planning.runners_up", federation_id=plan.federation_id, plan_id=plan.pk)
    begin_board(plan)
    audit.record(
        by=by, verb="planning.solved", thing=plan, changes={"objective": [None, result.objective]},
        on_behalf_of=run.asked_by,
    )  # fmt: skip
    return run


@action
def take_runners_up(
    *, by: Person | None, plan: YearPlan, solved: dict[str, Any], found: list[MonthReasons]
) -> int:
    """Add what the next best would cost, unless the plan was solved anew or pinned meanwhile."""
    plan.refresh_from_db()
    if plan.certificate != solved:
        audit.nothing_changed()
        return 0
    names = names_in_reasons(plan)
    choices = {choice.month: choice for choice in plan.choices.all()}
    for each in found:
        choice = choices[each.choice.month]
        choice.reasons = reasons_as_json(each, names)
        choice.save(update_fields=["reasons"])
    audit.record(by=by, verb="planning.runners_up", thing=plan)
    return len(found)


@action
def end_without_plan(*, by: Person | None, run: PlanRun, sentence: str, stopped: bool = False) -> PlanRun:
    """No plan is possible, or the solver was stopped: the draft stays as it was."""
    run.problem = sentence or _("The solver was stopped; the draft is unchanged.")
    _end(run, PlanRun.State.STOPPED if stopped else PlanRun.State.FAILED)
    audit.record(by=by, verb="planning.unsolved", thing=run.plan, on_behalf_of=run.asked_by)
    return run


def _end(run: PlanRun, state: Any) -> None:
    run.state, run.ended_at = state, timezone.now()
    run.save(update_fields=["state", "ended_at", "problem"])


def names_in_reasons(plan: YearPlan) -> dict[tuple[str, str], str]:
    """What ids in reasons stand for, by kind and id."""
    topics = Topic.objects.filter(federation=plan.federation_id).values_list("pk", "name")
    places = Subdistrict.objects.filter(federation=plan.federation_id).values_list("pk", "name")
    named = {("topic", str(pk)): name for pk, name in topics}
    return named | {("subdistrict", str(pk)): name for pk, name in places}


def reasons_as_json(month: MonthReasons, names: dict[tuple[str, str], str]) -> dict[str, Any]:
    """What speaks for a month's choice, as plain data, with ids written out."""
    runner = month.runner_up
    return {
        "reasons": [
            {
                "code": reason.code,
                "numbers": dict(reason.numbers),
                "names": {key: names.get((key, value), value) for key, value in reason.names.items()},
            }
            for reason in month.reasons
        ],
        "by_lot": month.by_lot,
        "runner_up": runner
        and {
            "host": runner.host,
            "price": runner.price,
            "terms": [asdict(price) for price in runner.terms],
            "proven": runner.proven,
        },
    }


def certificate_as_json(result: Plan) -> dict[str, Any]:
    """The proof that goes with a plan, as plain data."""
    return {
        "status": str(result.status),
        "proven": result.proven,
        "objective": result.objective,
        "bound": result.bound,
        "gap": result.gap,
        "seconds": round(result.seconds, 2),
        "seed": result.seed,
        "solvers": [asdict(run) for run in result.solvers],
        "versions": dict(result.versions),
        "terms": [{**asdict(term), "points": term.points} for term in result.terms],
        "calendar_gaps": list(result.calendar_gaps),
        "checked": True,
    }
