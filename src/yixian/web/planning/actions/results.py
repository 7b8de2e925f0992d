"""Planner → database: choices with their reasons, and the proof that goes with a plan."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from yixian.planner import Alternative, Explanation, MonthReasons, Plan, files
from yixian.web.organisations.models import Subdistrict, Topic
from yixian.web.planning.actions.board import begin_board
from yixian.web.planning.models import NextBest, PlanChoice, YearPlan
from yixian.web.shared import jobs


def put_result(plan: YearPlan, result: Plan, explanation: Explanation) -> None:
    """The planner's choices become the plan's, but for those pinned; prices are asked for. Part of an action."""
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
    plan.certificate = certificate_as_json(result) | {"plan": json.loads(files.plan_to_json(result))}
    plan.save(update_fields=["certificate", "problem"])
    begin_next_best(plan)
    begin_board(plan)


def begin_next_best(plan: YearPlan) -> NextBest:
    """A new search for the next best hosts of a plan just solved, and the job for it. Part of an action."""
    NextBest.objects.filter(plan=plan).delete()
    work = NextBest.objects.create(federation=plan.federation, plan=plan)
    jobs.enqueue("planning.runners_up", federation_id=plan.federation_id, work_id=work.pk)
    return work


def names_in_reasons(plan: YearPlan) -> dict[tuple[str, str], str]:
    """What ids in reasons stand for, by kind and id."""
    topics = Topic.objects.filter(federation=plan.federation_id).values_list("pk", "name")
    places = Subdistrict.objects.filter(federation=plan.federation_id).values_list("pk", "name")
    named = {("topic", str(pk)): name for pk, name in topics}
    return named | {("subdistrict", str(pk)): name for pk, name in places}


def reasons_as_json(
    month: MonthReasons, names: dict[tuple[str, str], str], looked: bool = False
) -> dict[str, Any]:
    """What speaks for a month's choice, as plain data, with ids written out.

    `looked` says that other hosts were looked for, so that none found means that there is none.
    """
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
        "looked": looked,
        "runner_up": _alternative(month.runner_up),
        "without": _alternative(month.without),
    }


def _alternative(found: Alternative | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "host": found.host,
        "price": found.price,
        "terms": [asdict(price) for price in found.terms],
        "moved": list(found.moved),
        "proven": found.proven,
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
