"""Why a plan is as it is: reasons for each choice, the runner-up and its price, why not somebody else."""

from collections.abc import Callable, Sequence

from yixian.planner.alternatives import runner_up, why_not, without
from yixian.planner.explanation import Explanation, MonthReasons, Reason
from yixian.planner.optimise import Watch
from yixian.planner.plan import Plan, Progress, Status
from yixian.planner.problem import Choice, Problem
from yixian.planner.terms import TERMS, weight_of


def explain(
    problem: Problem,
    plan: Plan,
    *,
    months: Sequence[str] | None = None,
    why_not_host: str | None = None,
    runners_up: bool = True,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Explanation:
    """Reasons for the choices of `months` (all if None), as data.

    `runners_up` looks for the best plan with another host in each month, and without the host at all: two
    solves a month; `why_not_host` adds
    what it would cost to have that host in each of the months. Months that are not in the plan raise KeyError.
    """
    watch = Watch(progress, stop)
    wanted = [plan.by_month[month] for month in months] if months is not None else list(plan.choices)
    explained = []
    for choice in wanted:
        other = instead = None
        if runners_up and _open(problem, choice.month) and not watch.over:
            other = runner_up(problem, plan, choice.month, watch)
            instead = without(problem, plan, choice, watch)
        explained.append(MonthReasons(choice, reasons(problem, plan.choices, choice), other, instead))
    asked = [each for each in wanted if why_not_host and each.host != why_not_host]
    others = [why_not(problem, plan, each.month, why_not_host or "", watch) for each in asked]
    return Explanation(tuple(explained), plan.terms, tuple(others), notes(plan))


def reasons(problem: Problem, choices: Sequence[Choice], choice: Choice) -> tuple[Reason, ...]:
    """What speaks for one choice: what is settled first, then a word from each term that counts."""
    month = problem.month_by_id[choice.month]
    found: list[Reason | None] = []
    if month.announced_host:
        found.append(Reason("announced"))
    elif month.pinned_host:
        found.append(Reason("pinned"))
    if month.venue_kind:
        found.append(Reason("kind_demanded", names={"venue_kind": month.venue_kind}))
    found += [term.reason(problem, choices, choice) for term in TERMS if weight_of(problem, term)]
    if month.attendance:
        room = problem.host_by_id[choice.host].capacity
        found.append(Reason("room", {"capacity": room, "people": month.attendance}))
    if not problem.calendar[choice.day].announced:
        found.append(Reason("calendar_gap", {"year": int(choice.day[:4])}))
    return tuple(reason for reason in found if reason is not None)


def notes(plan: Plan) -> tuple[Reason, ...]:
    """What is to be said of the plan as a whole."""
    found = []
    if plan.status is Status.OPTIMAL and plan.level_values:
        found.append(
            Reason("proven_levels", {"levels": len(plan.level_values), "points": plan.objective or 0})
        )
    elif plan.status is Status.OPTIMAL:
        found.append(Reason("proven", {"points": plan.objective or 0}))
    elif plan.gap is not None:
        found.append(Reason("not_proven", {"gap_permille": round(1000 * plan.gap)}))
    else:
        found.append(Reason("not_proven_unknown"))
    found += [Reason("calendar_gap", {"year": year}) for year in plan.calendar_gaps]
    return tuple(found)


def _open(problem: Problem, month: str) -> bool:
    """Neither announced nor pinned: another host is thinkable."""
    settled = problem.month_by_id[month]
    return not settled.announced_host and not settled.pinned_host
