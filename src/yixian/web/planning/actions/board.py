"""The prices of the planning board: asked for after a solve, taken when they are there, put off when others wait."""

from typing import Any

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member
from yixian.web.planning.models import PlanBoard, YearPlan
from yixian.web.shared import audit, jobs, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import DomainError

Rows = dict[str, dict[str, list[int | None]]]


@action
def request_prices(*, by: Person, plan: YearPlan) -> PlanBoard:
    """Have every cell of the board priced, for a plan that has none yet or whose pricing was stopped."""
    policy.check(by, "planning.make", plan)
    if "plan" not in plan.certificate:
        raise DomainError(_("Solve the plan first; then the board can be priced."))
    board = PlanBoard.objects.filter(plan=plan).first()
    if board is not None and board.state != PlanBoard.State.STOPPED:
        audit.nothing_changed()
        return board
    board = begin_board(plan)
    audit.record(by=by, verb="planning.price", thing=plan)
    return board


def begin_board(plan: YearPlan) -> PlanBoard:
    """An empty board for a plan just solved, and the job that fills it. Part of an action."""
    PlanBoard.objects.filter(plan=plan).delete()
    board = PlanBoard.objects.create(federation=plan.federation, plan=plan)
    jobs.enqueue("planning.regrets", federation_id=plan.federation_id, board_id=board.pk)
    return board


@action
def take_prices(*, by: Person | None, board: PlanBoard, rows: Rows, why: dict[str, list[str]]) -> int:
    """Keep what every cell costs, unless the plan was solved anew meanwhile."""
    kept = PlanBoard.objects.filter(pk=board.pk).update(rows=rows, why=why, state=PlanBoard.State.DONE)
    if not kept:
        audit.nothing_changed()
        return 0
    audit.record(by=by, verb="planning.priced", thing=board.plan)
    return len(rows)


@action
def put_off_prices(*, by: Person | None, board: PlanBoard) -> None:
    """Somebody waits for a solve: the prices come after it. If somebody pressed stop, they do not come at all."""
    audit.nothing_changed()
    here = PlanBoard.objects.filter(pk=board.pk)
    if here.filter(stop_asked=True).update(state=PlanBoard.State.STOPPED, done=0):
        return
    if here.update(state=PlanBoard.State.WAITING, done=0):
        jobs.enqueue("planning.regrets", federation_id=board.federation_id, board_id=board.pk)


@action
def request_cell(*, by: Person, plan: YearPlan, month: str, host: Member) -> PlanBoard:
    """Have one cell worked out: what else would move, and the points per term."""
    policy.check(by, "planning.make", plan)
    board = PlanBoard.objects.filter(plan=plan).first()
    if board is None or "plan" not in plan.certificate:
        raise DomainError(_("Solve the plan first; then the board can be priced."))
    key = f"{month}/{host.pk}"
    if key in board.cells:
        audit.nothing_changed()
        return board
    board.cells = {**board.cells, key: {}}
    board.save(update_fields=["cells"])
    jobs.enqueue(
        "planning.cell", federation_id=plan.federation_id, board_id=board.pk, month=month, host=str(host.pk)
    )
    audit.record(by=by, verb="planning.price_cell", thing=plan, changes={month: [None, host.short_name]})
    return board


@action
def take_cell(*, by: Person | None, board: PlanBoard, key: str, found: dict[str, Any]) -> None:
    """Keep what one cell would change."""
    present = PlanBoard.objects.filter(pk=board.pk).first()
    if present is None:
        audit.nothing_changed()
        return
    present.cells = {**present.cells, key: found}
    present.save(update_fields=["cells"])
    audit.record(by=by, verb="planning.priced_cell", thing=board.plan)
