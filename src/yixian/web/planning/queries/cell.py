"""One cell of the planning board: what it would cost, by term, which rules stand against it, what else moves."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from yixian.planner import Choice
from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member
from yixian.web.planning.models import PlanBoard, PlanChoice, YearPlan
from yixian.web.planning.months import first_day, months_from
from yixian.web.planning.moves import Move, move
from yixian.web.planning.rules.plans import can_change_plan
from yixian.web.planning.solved import kept_problem
from yixian.web.planning.words import breach_sentence, language, term_name


@dataclass(frozen=True)
class Changed:
    """A month that would change."""

    month: str
    old: str
    new: str
    day: date


@dataclass(frozen=True)
class CellPage:
    """A cell's card. `price` is None where no plan allows the cell; `terms` are those of the best whole plan."""

    plan: YearPlan
    month: str
    host: Member
    is_chosen: bool
    is_pinned: bool
    pinned_in: str
    is_priced: bool
    price: int | None
    why_not: str
    is_asked: bool
    terms: list[dict[str, Any]]
    changed: list[Changed]
    direct: list[dict[str, Any]]
    direct_points: int
    direct_changed: list[Changed]
    breaches: list[str]
    day: date
    can_change: bool


def cell_page(person: Person, plan: YearPlan, month: str, host: Member) -> CellPage:
    """The card of one cell."""
    board = PlanBoard.objects.filter(plan=plan).first()
    choices = {choice.month: choice for choice in plan.choices.all()}
    here = choices.get(month)
    is_chosen = bool(here and here.host_id == host.pk)
    priced = board is not None and board.state == PlanBoard.State.DONE
    price, why_not = _price(board, plan, month, host) if board and priced else (None, "")
    found = (board.cells if board else {}).get(f"{month}/{host.pk}")
    present = [Choice(each.month, str(each.host_id), each.day.isoformat()) for each in choices.values()]
    moved, says = (None, []) if is_chosen else _directly(plan, present, month, host)
    names = dict(Member.objects.filter(federation=plan.federation_id).values_list("pk", "short_name"))
    now = {each.month: each.host_id for each in choices.values()}
    direct = [(c.month, now[c.month], int(c.host), c.day) for c in moved.choices] if moved else []
    whole = [(m, int(old), int(new), day) for m, old, new, day in (found or {}).get("changed", [])]
    best = next((day for m, _old, new, day in whole if m == month and new == host.pk), None)
    day = here.day.isoformat() if is_chosen and here else best or (moved.day if moved else "")
    return CellPage(
        plan=plan,
        month=month,
        host=host,
        is_chosen=is_chosen,
        is_pinned=bool(is_chosen and here and here.is_pinned),
        pinned_in=next((c.month for c in choices.values() if _is_elsewhere(c, month, host)), ""),
        is_priced=priced,
        price=price,
        why_not=why_not,
        is_asked=found == {},
        terms=_terms((found or {}).get("terms", [])),
        changed=_changed(whole, names),
        direct=_terms([{"term": each.term, "points": each.points} for each in moved.prices] if moved else []),
        direct_points=moved.points if moved else 0,
        direct_changed=_changed(direct, names),
        breaches=says,
        day=date.fromisoformat(day) if day else first_day(month),
        can_change=can_change_plan(person, plan),
    )


def _is_elsewhere(choice: PlanChoice, month: str, host: Member) -> bool:
    return choice.is_pinned and choice.host_id == host.pk and choice.month != month


def _price(board: PlanBoard, plan: YearPlan, month: str, host: Member) -> tuple[int | None, str]:
    """The price of a cell, or why it cannot be."""
    row = board.rows.get(str(host.pk))
    if row is None:
        return None, ""
    place = months_from(plan.first_month, plan.months).index(month)
    number = row["why"][place]
    return row["prices"][place], "" if number is None else board.why[language()][number]


def _directly(
    plan: YearPlan, present: list[Choice], month: str, host: Member
) -> tuple[Move | None, list[str]]:
    """What changing this month alone does; nothing if the plan is not whole or the member came later."""
    if "plan" not in plan.certificate or len(present) != plan.months:
        return None, []
    problem = kept_problem(plan)
    if str(host.pk) not in problem.host_by_id:
        return None, []
    found = move(problem, present, month, str(host.pk))
    return found, [breach_sentence(problem, each, language()) for each in found.breaches]


def _terms(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    lang = language()
    return [{"name": term_name(each["term"], lang), "points": each["points"]} for each in found]


def _changed(found: list[tuple[str, int, int, str]], names: dict[int, str]) -> list[Changed]:
    return [
        Changed(m, names.get(old, ""), names.get(new, ""), date.fromisoformat(d)) for m, old, new, d in found
    ]
