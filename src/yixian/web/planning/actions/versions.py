"""A new version of the plan in force that differs in a few months, made without the solver."""

import json
from typing import Any

from django.utils.translation import gettext as _

from yixian.planner import Plan, Status
from yixian.web.accounts.models import Person
from yixian.web.planning.actions.board import begin_board
from yixian.web.planning.actions.plans import put_in_force
from yixian.web.planning.actions.results import certificate_as_json, names_in_reasons, reasons_as_json
from yixian.web.planning.models import YearPlan
from yixian.web.planning.queries.exchange import Exchange, exchange
from yixian.web.shared.errors import DomainError
from yixian.web.shared.text import sentences


def sound_exchange(plan: YearPlan, month: str, host_id: int) -> Exchange:
    """`host_id` gets `month` (see `exchange`), if that breaks no rule that the plan keeps now."""
    try:
        found = exchange(plan, month, host_id)
    except KeyError as stranger:
        raise DomainError(_("One of the hosts is no longer an active member.")) from stranger
    if found.breaches:
        words = {"why": sentences(found.breaches)}
        raise DomainError(_("This would break a rule of the plan. %(why)s") % words)
    return found


def put_exchange_in_force(by: Person, plan: YearPlan, found: Exchange, note: str) -> YearPlan:
    """The plan in force with some hosts exchanged, as a version of its own, published. Part of an action.

    What was agreed is pinned, so that later solves keep it.
    """
    from yixian.planner import files

    result = _as_plan(found)
    latest = plan.programme.plans.order_by("-version").values_list("version", flat=True)[0]
    new = YearPlan.objects.create(
        federation=plan.federation, programme=plan.programme, version=latest + 1, months=plan.months,
        first_month=plan.first_month, note=note, made_by=by, weights=plan.weights,
        problem=json.loads(files.problem_to_json(found.problem)),
        certificate=certificate_as_json(result) | {"plan": json.loads(files.plan_to_json(result))},
    )  # fmt: skip
    _copy_choices(plan, new, found, result)
    begin_board(new)
    return put_in_force(by, new)


def _copy_choices(plan: YearPlan, new: YearPlan, found: Exchange, result: Plan) -> None:
    reasons = _reasons(new, found, result)
    for choice in plan.choices.all():
        choice.pk, choice.plan = None, new
        if choice.month in found.hosts:
            choice.host_id, choice.day = found.hosts[choice.month], found.days[choice.month]
            choice.is_pinned, choice.reasons = True, reasons[choice.month]
        if choice.standby_id in found.hosts.values():
            choice.standby = None
        choice.save(force_insert=True)


def _reasons(plan: YearPlan, found: Exchange, result: Plan) -> dict[str, dict[str, Any]]:
    """What speaks for the months that change."""
    from yixian.planner import solving

    explanation, names = solving.explain(found.problem, result, runners_up=False), names_in_reasons(plan)
    return {month: reasons_as_json(explanation.by_month[month], names) for month in found.hosts}


def _as_plan(found: Exchange) -> Plan:
    """The choices with their figures; not proven, for no solver was asked."""
    from yixian.planner.calendar import unannounced_years
    from yixian.planner.solve import term_values

    terms = term_values(found.problem, found.choices)
    return Plan(
        Status.FEASIBLE,
        found.choices,
        objective=sum(term.points for term in terms),
        seed=found.problem.seed,
        terms=terms,
        calendar_gaps=unannounced_years(found.problem),
    )
