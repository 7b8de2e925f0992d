"""How fair a plan is to each member: turns, wait, travel, what it gets to see."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from yixian.planner import Choice, Plan, Status
from yixian.planner.fairness import Fairness, MemberFairness, fairness
from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member
from yixian.web.planning.models import YearPlan
from yixian.web.planning.queries.board import CHOICES
from yixian.web.planning.solved import kept_problem
from yixian.web.shared.prepared import Asker, PreparedRows

SORTS = ("turns", "deviation", "wait", "minutes", "own_industry", "other_industries", "needs_served")


@dataclass(frozen=True)
class FairRow:
    """One member's line."""

    name: str
    member_id: int
    figures: MemberFairness
    is_over: bool

    @property
    def hours(self) -> str:
        """Travel one way over the whole plan, as hours and minutes."""
        return f"{self.figures.minutes // 60}:{self.figures.minutes % 60:02d}"


@dataclass(frozen=True)
class FairPage:
    """The report."""

    plan: YearPlan
    whole: Fairness
    rows: list[FairRow]

    @property
    def over(self) -> int:
        """Members further from their share than need be."""
        return sum(row.is_over for row in self.rows)


def _names(by: Person) -> QuerySet[Member, Any]:
    return Member.objects.filter(federation=by.federation_id).order_by().values_list("pk", "short_name")


NAMES = PreparedRows(_names, by=Asker)


def fair_page(person: Person, plan: YearPlan, sort: str) -> FairPage | None:
    """The report of a plan as it stands now; None before its first solve."""
    choices = CHOICES.all(plan_id=plan.pk)
    if not plan.problem or len(choices) != plan.months:
        return None
    problem = kept_problem(plan, with_days=False)
    present = tuple(Choice(month, str(host), day.isoformat()) for month, host, day, _pinned in choices)
    if any(choice.host not in problem.host_by_id for choice in present):
        return None
    whole = fairness(problem, Plan(Status.FEASIBLE, present))
    names = dict(NAMES.all(by=person))
    rows = [
        FairRow(
            names.get(int(each.host), problem.host_by_id[each.host].name), int(each.host), each,
            each.deviation > whole.deviation_limit,
        )
        for each in whole.members
    ]  # fmt: skip
    return FairPage(plan, whole, _sorted(rows, sort))


def _sorted(rows: list[FairRow], sort: str) -> list[FairRow]:
    """By a figure, or by name as the roster has them."""
    key = sort.removeprefix("-")
    if key not in SORTS:
        return rows
    return sorted(rows, key=lambda row: getattr(row.figures, key), reverse=sort.startswith("-"))
