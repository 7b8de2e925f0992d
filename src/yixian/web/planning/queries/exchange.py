"""What exchanging the hosts of two months does to a plan, by the facts of today and checked without a solver."""

from dataclasses import dataclass, replace
from datetime import date

from yixian.planner import Choice, Problem
from yixian.web.planning.models import YearPlan
from yixian.web.planning.moves import move
from yixian.web.planning.queries.problem import problem_from_db
from yixian.web.planning.words import breach_sentence, language


@dataclass(frozen=True)
class Exchange:
    """The hosts and days of the months that change, the points that this adds, and in words what it breaks."""

    hosts: dict[str, int]
    days: dict[str, date]
    points: int
    breaches: list[str]
    problem: Problem
    choices: tuple[Choice, ...]


def exchange(plan: YearPlan, month: str, host_id: int) -> Exchange:
    """`host_id` gets `month`; if it has another month, the host of `month` gets that one.

    Pins of the months that change are lifted: whoever pinned them is asked. Call it inside the federation's scope.
    Raises KeyError for a host that is no active member.
    """
    found = plan.choices.order_by("month").values_list("month", "host_id", "day")
    present = [Choice(each, str(host), day.isoformat()) for each, host, day in found]
    own = next((each.month for each in present if each.host == str(host_id)), month)
    problem = _without_pins(problem_from_db(plan), {month, own})
    moved = move(problem, present, month, str(host_id))
    changed = {choice.month: choice for choice in moved.choices}
    return Exchange(
        hosts={each.month: int(each.host) for each in moved.choices},
        days={each.month: date.fromisoformat(each.day) for each in moved.choices},
        points=moved.points,
        breaches=[breach_sentence(problem, each, language()) for each in moved.breaches],
        problem=problem,
        choices=tuple(changed.get(each.month, each) for each in present),
    )


def _without_pins(problem: Problem, months: set[str]) -> Problem:
    """The same problem, free to choose in these months."""
    return replace(
        problem,
        months=tuple(
            replace(each, pinned_host=None, pinned_day=None) if each.id in months else each
            for each in problem.months
        ),
    )
