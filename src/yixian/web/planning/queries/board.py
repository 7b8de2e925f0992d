"""The planning board: months × members, each cell with its price, as rows ready to print."""

from dataclasses import dataclass
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member
from yixian.web.planning.heat import heat, steps
from yixian.web.planning.models import PlanBoard, PlanRun, YearPlan
from yixian.web.planning.months import months_from
from yixian.web.planning.queries.plans import plans_visible_to
from yixian.web.planning.rules import can_change_plan
from yixian.web.planning.words import language
from yixian.web.shared.templatetags.ui_parts import icon


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


def board_page(person: Person, plan: YearPlan) -> BoardPage:
    """Everything that the board shows (at most six queries whatever its size)."""
    board = PlanBoard.objects.filter(plan=plan).defer("cells").first()
    run = plan.runs.first()
    months = months_from(plan.first_month, plan.months)
    chosen = {
        month: Chosen(host, day.day, pinned)
        for month, host, day, pinned in plan.choices.values_list("month", "host_id", "day", "is_pinned")
    }
    rows = board.rows if board else {}
    bounds = steps(price for row in rows.values() for price in row["prices"])
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
        is_running=bool(run and run.state in (PlanRun.State.WAITING, PlanRun.State.RUNNING)),
        is_outdated="plan" in plan.certificate and not plan.certificate.get("checked"),
    )


def _body(
    months: list[str], rows: dict[str, Any], chosen: dict[str, Chosen], bounds: list[int]
) -> SafeString:
    """The rows: members of the plan in the order of their months, then by what their best month would cost."""
    names = dict(Member.objects.filter(pk__in=[int(host) for host in rows]).values_list("pk", "short_name"))
    first = {choice.host: month for month, choice in reversed(chosen.items())}
    order = sorted(names, key=lambda pk: (first.get(pk, "9"), _cheapest(rows[str(pk)]["prices"]), pk))
    marks = {False: "", True: str(icon("pin-angle-fill", label=_("pinned by hand")))}
    parts = []
    for pk in order:
        cells = "".join(_cells(pk, months, rows[str(pk)], chosen, bounds, marks))
        parts.append(f'<tr><th scope="row">{escape(names[pk])}</th>{cells}</tr>')
    return mark_safe("\n".join(parts))


def _cheapest(prices: list[int | None]) -> float:
    return min((price for price in prices if price is not None), default=float("inf"))


def _cells(
    pk: int, months: list[str], row: dict[str, Any], chosen: dict[str, Chosen], bounds: list[int],
    marks: dict[bool, str],
) -> list[str]:  # fmt: skip
    """A row's cells: the chosen day, a price, or a number of the sentence that says why it cannot be."""
    cells = []
    for month, price, why in zip(months, row["prices"], row["why"], strict=True):
        choice = chosen.get(month)
        if choice and choice.host == pk:
            kind, says = ' class="on"', f"✓{choice.day}{marks[choice.is_pinned]}"
        elif price is None:
            kind, says = f' class="no" aria-describedby="w{why}"', "–"
        else:
            kind, says = f' class="c{heat(price, bounds)}"', str(price)
        cells.append(f'<td><a{kind} href="{month}/{pk}/" tabindex="-1">{says}</a></td>')
    return cells


def board_plan(person: Person, plan_id: int) -> YearPlan | None:
    """The plan behind a board, without its large problem."""
    return plans_visible_to(person).defer("problem").filter(pk=plan_id).first()
