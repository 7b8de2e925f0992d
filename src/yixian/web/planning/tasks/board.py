"""Wake-ups of the planning board: every cell's price after a solve, and one cell in full when somebody asks."""

from dataclasses import asdict, replace
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from yixian.planner import Alternative, Breach, Plan, Problem, Progress
from yixian.web.planning.actions.board import Rows, put_off_prices, take_cell, take_prices
from yixian.web.planning.models import PlanBoard, YearPlan
from yixian.web.planning.solved import as_solved
from yixian.web.planning.tasks.watch import Watch, somebody_waits
from yixian.web.planning.words import breach_sentence
from yixian.web.shared import jobs
from yixian.web.shared.jobs import Effects
from yixian.web.shared.models import Job

NOWHERE = {
    "zh": "全年排不出这样的计划",
    "en": "no plan of the whole year allows it",
}


@jobs.task("planning.regrets", words=_("Compute the prices of the planning board"), slow=True, lane="solver")
def price_every_cell(job: Job, *, board_id: int) -> Effects | None:
    """What every member in every month would cost; gives way to a solve that somebody waits for."""
    from yixian.planner import solving

    board = PlanBoard.objects.select_related("plan").filter(pk=board_id).first()
    if board is None or board.state == PlanBoard.State.STOPPED or board.plan.state == YearPlan.State.DROPPED:
        return None
    problem, plan = as_solved(board.plan)
    PlanBoard.objects.filter(pk=board.pk).update(state=PlanBoard.State.RUNNING, total=len(problem.hosts))
    watch = _watch(job, board)
    found = solving.regrets(problem, plan, progress=watch.progress, stop=watch.stop)
    if not found.exact:
        return partial(put_off_prices, by=None, board=board)
    rows, why = rows_of(problem, plan, found.prices)
    return partial(take_prices, by=None, board=board, rows=rows, why=why)


@jobs.task("planning.cell", words=_("Compute one price of the planning board"), slow=True, lane="solver")
def price_one_cell(job: Job, *, board_id: int, month: str, host: str) -> Effects | None:
    """The best whole plan with one member in one month: its points per term and what else moves."""
    from yixian.planner import solving

    board = PlanBoard.objects.select_related("plan").filter(pk=board_id).first()
    if board is None:
        return None
    problem, plan = as_solved(board.plan)
    watch = Watch(job, lambda _state: None, lambda: False)
    explanation = solving.explain(
        problem, plan, months=[month], why_not_host=host, runners_up=False, progress=watch.progress
    )
    found = cell_as_json(plan, explanation.why_not[0])
    return partial(take_cell, by=None, board=board, key=f"{month}/{host}", found=found)


def rows_of(
    problem: Problem, plan: Plan, prices: dict[tuple[str, str], int]
) -> tuple[Rows, dict[str, list[str]]]:
    """Prices by member and month, and for what cannot be, the number of a sentence that says why."""
    from yixian.planner.alternatives import obstacles

    known: dict[tuple[str, str], int] = {}
    rows: Rows = {}
    for host in problem.hosts:
        row: dict[str, list[int | None]] = {"prices": [], "why": []}
        for month in problem.months:
            price = prices.get((month.id, host.id))
            row["prices"].append(price)
            reason = None
            if price is None:
                words = _sentences(problem, obstacles(problem, plan, month.id, host.id))
                reason = known.setdefault(words, len(known))
            row["why"].append(reason)
        rows[host.id] = row
    return rows, {"zh": [words[0] for words in known], "en": [words[1] for words in known]}


def _sentences(problem: Problem, breaches: list[Breach]) -> tuple[str, str]:
    """Why a cell cannot be, in Chinese and in English."""
    bare = [replace(one, month="", host="", day="") for one in breaches]
    both = []
    for lang, stop in (("zh", "；"), ("en", "; ")):
        says = dict.fromkeys(breach_sentence(problem, one, lang) for one in bare)
        both.append(stop.join(says) or NOWHERE[lang])
    return both[0], both[1]


def cell_as_json(plan: Plan, found: Alternative) -> dict[str, Any]:
    """An alternative as plain data: price, points per term, and the months that change."""
    changed = [
        [choice.month, plan.by_month[choice.month].host, choice.host, choice.day]
        for choice in found.choices
        if choice != plan.by_month[choice.month]
    ]
    terms = [asdict(price) for price in found.terms]
    return {"price": found.price, "terms": terms, "changed": changed, "proven": found.proven}


def _watch(job: Job, board: PlanBoard) -> Watch:
    """Shows how many members are done; ends when somebody presses stop, or waits for something else."""

    def tell(state: Progress) -> None:
        PlanBoard.objects.filter(pk=board.pk).update(done=state.best or 0, total=state.bound or 0)

    def is_over() -> bool:
        return somebody_waits() or PlanBoard.objects.filter(pk=board.pk, stop_asked=True).exists()

    return Watch(job, tell, is_over)
