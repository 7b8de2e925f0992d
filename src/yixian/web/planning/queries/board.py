"""The planning board: months × members, each cell with its price, as rows ready to print."""

from dataclasses import dataclass
from math import inf
from typing import Any

from django.db.models import QuerySet
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member
from yixian.web.planning.heat import heat, steps
from yixian.web.planning.models import PlanBoard, PlanChoice, PlanRun, YearPlan
from yixian.web.planning.months import months_from
from yixian.web.planning.queries.runs import RUNNING, latest_run
from yixian.web.planning.rules.plans import can_change_plan
from yixian.web.planning.words import language
from yixian.web.shared.prepared import Prepared, PreparedRows
from yixian.web.shared.templatetags.ui_parts import icon

Look = tuple[str, str]  # of a cell: its attributes, and what it says
Looks = dict[int, Look]


@dataclass(frozen=True)
class Chosen:
    """What the plan says for a month."""

    host: int
    day: int
    is_pinned: bool


@dataclass(frozen=True)
class BoardPage:
    """A board's page. `body` holds the rows, `why` the sentences that cells point at, `key` the classes' ranges."""

    plan: YearPlan
    board: PlanBoard | None
    run: PlanRun | None
    months: list[str]
    body: SafeString
    why: list[str]
    key: list[tuple[int, int, int]]
    can_change: bool
    is_running: bool
    is_outdated: bool

    @property
    def is_priced(self) -> bool:
        """Whether the prices are there."""
        return self.board is not None and self.board.state == PlanBoard.State.DONE

    @property
    def is_stopped(self) -> bool:
        """Whether somebody stopped the working out of the prices."""
        return self.board is not None and self.board.state == PlanBoard.State.STOPPED


def _board(plan_id: int) -> QuerySet[PlanBoard]:
    return PlanBoard.objects.with_scopes_disabled().filter(plan_id=plan_id).defer("cells")


def _progress(plan_id: int) -> QuerySet[PlanBoard]:
    return _board(plan_id).only("state", "done", "total", "stop_asked", "plan_id", "federation_id")


def _choices(plan_id: int) -> QuerySet[PlanChoice, Any]:
    choices = PlanChoice.objects.with_scopes_disabled().filter(plan_id=plan_id).order_by("month")
    return choices.values_list("month", "host_id", "day", "is_pinned")


def _names(keys: list[int]) -> QuerySet[Member, Any]:
    members = Member.objects.with_scopes_disabled().filter(pk__in=keys)
    return members.order_by().values_list("pk", "short_name")


BOARD: Prepared[PlanBoard] = Prepared(_board, plan_id=int)
PROGRESS: Prepared[PlanBoard] = Prepared(_progress, plan_id=int)
CHOICES = PreparedRows(_choices, plan_id=int)
NAMES = PreparedRows(_names, keys=list)


def board_progress(plan: YearPlan) -> PlanBoard | None:
    """How far the prices of a plan are."""
    return PROGRESS.first(plan_id=plan.pk)


def board_page(person: Person, plan: YearPlan) -> BoardPage:
    """Everything that the board shows (at most six queries whatever its size)."""
    board = BOARD.first(plan_id=plan.pk)
    run = latest_run(plan)
    months = months_from(plan.first_month, plan.months)
    chosen = {
        month: Chosen(host, day.day, pinned) for month, host, day, pinned in CHOICES.all(plan_id=plan.pk)
    }
    rows = board.rows if board else {}
    bounds = steps([price for row in rows.values() for price in row["prices"]])
    lows = [1, *(bound + 1 for bound in bounds)]
    return BoardPage(
        plan=plan,
        board=board,
        run=run,
        months=months,
        body=_body(months, rows, chosen, bounds),
        why=(board.why if board else {}).get(language(), []),
        key=[(number, lows[number - 1], bound) for number, bound in enumerate(bounds, 1)],
        can_change=can_change_plan(person, plan),
        is_running=bool(run and run.state in RUNNING),
        is_outdated="plan" in plan.certificate and not plan.certificate.get("checked"),
    )


def _body(
    months: list[str], rows: dict[str, Any], chosen: dict[str, Chosen], bounds: list[int]
) -> SafeString:
    """The rows: members of the plan in the order of their months, then by what their best month would cost."""
    names = dict(NAMES.all(keys=[int(host) for host in rows]))
    first = {choice.host: month for month, choice in reversed(chosen.items())}
    prices = {pk: [price for price in rows[str(pk)]["prices"] if price is not None] for pk in names}
    order = sorted((first.get(pk, "9"), min(prices[pk], default=inf), pk) for pk in names)
    looks: Looks = {
        price: (f' class="c{heat(price, bounds)}"', str(price))
        for price in {price for each in prices.values() for price in each}
    }
    parts = []
    for _first, _least, pk in order:
        cells = _cells(pk, months, rows[str(pk)], _own(pk, chosen), looks)
        parts.append(f'<tr><th scope="row">{escape(names[pk])}</th>{cells}</tr>')
    return mark_safe("\n".join(parts))


def _own(pk: int, chosen: dict[str, Chosen]) -> dict[str, Look]:
    """How the months look that a member has in the plan."""
    return {
        month: (' class="on"', f"✓{choice.day}{_pin() if choice.is_pinned else ''}")
        for month, choice in chosen.items()
        if choice.host == pk
    }


def _pin() -> str:
    return icon("pin-angle-fill", label=_("pinned by hand"))


def _cells(
    pk: int, months: list[str], row: dict[str, Any], own: dict[str, Look], looks: Looks
) -> str:  # fmt: skip
    """A row's cells: the chosen day, a price, or a number of the sentence that says why it cannot be."""
    cells = ""
    for month, price, why in zip(months, row["prices"], row["why"], strict=True):
        if month in own:
            marked, says = own[month]
        elif price is None:
            marked, says = f' class="no" aria-describedby="w{why}"', "–"
        else:
            marked, says = looks[price]
        cells += f'<td><a{marked} href="{month}/{pk}/" tabindex="-1">{says}</a></td>'
    return cells
