"""What the pages of a plan show, ready to print: words, geometry and what may be done next."""

from dataclasses import dataclass
from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member
from yixian.web.planning.models import Confirmation, NextBest, PlanRun, YearPlan
from yixian.web.planning.queries.confirmations import confirmation_of
from yixian.web.planning.queries.moved import moves_with_days
from yixian.web.planning.queries.plans import MonthRow, month_row, plan_rows
from yixian.web.planning.queries.runs import RUNNING, latest_run
from yixian.web.planning.queries.told import not_noted
from yixian.web.planning.queries.works import next_best_of
from yixian.web.planning.ring import Segment, segment
from yixian.web.planning.rules.confirmations import can_ask_confirmation
from yixian.web.planning.rules.plans import can_change_plan, can_publish
from yixian.web.planning.rules.standby import can_name_standby
from yixian.web.planning.words import (
    VENUE_ICONS,
    first_reason,
    language,
    reason_sentences,
    run_problem,
    term_name,
)
from yixian.web.shared import policy


@dataclass(frozen=True)
class RowView:
    """A month in the ring and in the list."""

    row: MonthRow
    segment: Segment
    icon: str
    why: str
    by_lot: bool


@dataclass(frozen=True)
class Picture:
    """A plan as rings of twelve months and as a list."""

    plan: YearPlan
    rows: list[RowView]

    @property
    def rings(self) -> list[list[RowView]]:
        """The rows, twelve to a ring."""
        return [self.rows[start : start + 12] for start in range(0, len(self.rows), 12)]


@dataclass(frozen=True)
class PlanView:
    """A plan's page."""

    plan: YearPlan
    picture: Picture
    run: PlanRun | None
    running: bool
    problem: str
    terms: list[dict[str, Any]]
    calendar_gaps: list[int]
    can_change: bool
    can_publish: bool
    can_replan: bool
    sees_drafts: bool
    moves: list[dict[str, Any]]
    not_noted: list[str]
    told: int
    next_best: NextBest | None
    can_make: bool


def picture_of(plan: YearPlan) -> Picture:
    """A plan's months as ring and list (two queries)."""
    count, lang = min(plan.months, 12), language()
    rows = [_row(row, index % 12, count, lang) for index, row in enumerate(plan_rows(plan))]
    return Picture(plan, rows)


def plan_page(person: Person, plan: YearPlan) -> PlanView:
    """A plan as its page shows it."""
    run = latest_run(plan)
    certificate, lang = plan.certificate, language()
    sees_drafts, is_draft = policy.may(person, "planning.see_drafts"), plan.state == YearPlan.State.DRAFT
    unread, told = not_noted(plan) if sees_drafts and plan.moved else ([], 0)
    return PlanView(
        plan=plan,
        picture=picture_of(plan),
        run=run,
        problem=run_problem(run.problem) if run else "",
        running=bool(run and run.state in RUNNING),
        terms=[{**term, "name": term_name(term["code"], lang)} for term in certificate.get("terms", [])],
        calendar_gaps=certificate.get("calendar_gaps", []),
        can_change=is_draft and can_change_plan(person, plan),
        can_publish=is_draft and can_publish(person, plan),
        can_replan=plan.state == YearPlan.State.PUBLISHED and policy.may(person, "planning.make", plan),
        sees_drafts=sees_drafts,
        moves=moves_with_days(plan.moved),
        not_noted=unread,
        told=told,
        next_best=next_best_of(plan) if sees_drafts and certificate.get("checked") else None,
        can_make=policy.may(person, "planning.make", plan),
    )


def _row(row: MonthRow, index: int, count: int, lang: str) -> RowView:
    stored = row.reasons or {}
    return RowView(
        row=row,
        segment=segment(index, count, row.host or "—"),
        icon=VENUE_ICONS.get(row.venue_kind, "geo-alt") if row.host_id else "question-circle",
        why=first_reason(stored, lang),
        by_lot=bool(stored.get("by_lot")),
    )


@dataclass(frozen=True)
class MonthView:
    """One month's page."""

    plan: YearPlan
    row: MonthRow
    reasons: list[str]
    by_lot: bool
    runner_up: dict[str, Any] | None
    without: dict[str, Any] | None
    is_looked_for: bool
    can_change: bool
    can_name_standby: bool
    can_call_standby: bool
    confirmation: Confirmation | None
    can_ask: bool


def month_page(person: Person, plan: YearPlan, month: str) -> MonthView:
    """Why this host in this month, and what the next best would cost."""
    row = month_row(plan, month)
    stored = row.reasons or {}
    can_name = can_name_standby(person, plan, month)
    runner_up, without = _alternatives(stored)
    return MonthView(
        plan=plan,
        row=row,
        reasons=reason_sentences(stored, language()),
        by_lot=bool(stored.get("by_lot")),
        runner_up=runner_up,
        without=without,
        is_looked_for=bool(stored) and not stored.get("looked"),
        can_change=can_change_plan(person, plan),
        can_name_standby=can_name,
        can_call_standby=can_name
        and bool(row.standby_id)
        and policy.may(person, "planning.call_standby", plan),
        confirmation=_confirmation(person, plan, row),
        can_ask=can_ask_confirmation(person, plan, month),
    )


def _confirmation(person: Person, plan: YearPlan, row: MonthRow) -> Confirmation | None:
    """What the host says of its month, for the office and for the host."""
    if row.host_id != person.member_id and not policy.may(person, "planning.see_drafts"):
        return None
    return confirmation_of(plan, row.month, row.host_id)


def _alternatives(stored: dict[str, Any]) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The plan with the next best host in this month, and the one in which its host has no turn at all."""
    found = [stored.get(kind) for kind in ("runner_up", "without")]
    keys = [int(each["host"]) for each in found if each]
    names = dict(Member.objects.filter(pk__in=keys).values_list("pk", "short_name")) if keys else {}
    runner_up, without = (_alternative(each, names) for each in found)
    return runner_up, without


def _alternative(stored: dict[str, Any] | None, names: dict[int, str]) -> dict[str, Any] | None:
    if not stored or stored.get("price") is None:
        return None
    lang = language()
    terms = [{"name": term_name(term["term"], lang), "points": term["points"]} for term in stored["terms"]]
    return {
        "host": names.get(int(stored["host"]), ""),
        "price": stored["price"],
        "terms": terms,
        "moved": len(stored.get("moved", ())),
    }
