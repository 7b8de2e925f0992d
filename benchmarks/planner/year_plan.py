"""Year plans of several sizes: our solve beside CP-SAT alone, the plain model, round-robin and greedy plans."""

import resource
import statistics
import sys
import time
from dataclasses import replace

from yixian.planner import engine
from yixian.planner.check import check
from yixian.planner.days import place_days
from yixian.planner.model import build
from yixian.planner.optimise import Watch, points, total
from yixian.planner.plan import Plan
from yixian.planner.problem import Problem
from yixian.planner.rules import RULES
from yixian.planner.sample import sample_problem
from yixian.planner.solve import second_opinion, solve, term_values
from yixian.planner.terms import TERMS

SIZES = ((42, 12, 20), (42, 24, 5), (42, 36, 5), (120, 12, 5), (420, 12, 2))


def main() -> int:
    """Print one line per size, then one per refinement."""
    print(
        "members months seeds | ours median   worst  proven agree | CP-SAT alone    worst | HiGHS alone    worst | "
        "round-robin  greedy | MiB"
    )
    for members, months, seeds in SIZES:
        print(row(members, months, seeds), flush=True)
    return 0


def row(members: int, months: int, seeds: int) -> str:
    """One size over its seeds."""
    ours, other, plain, proven, agree, robin, greedy = [], [], [], 0, 0, [], []
    for seed in range(seeds):
        problem = sample_problem(members, months, seed)
        started = time.perf_counter()
        plan = solve(problem)
        ours.append(time.perf_counter() - started)
        assert check(problem, plan) == []
        proven += plan.proven
        one, two = alone(problem, engine.CP_SAT), alone(problem, engine.HIGHS)
        other.append(one.seconds)
        plain.append(two.seconds)
        second = second_opinion(problem, plan.objective, Watch(time_limit=60))
        agree += plan.proven and (second.status, second.objective) == ("optimal", plan.objective)
        robin.append(excess(problem, plan, in_turn(problem, by_wait=True)))
        greedy.append(excess(problem, plan, in_turn(problem, by_wait=False)))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"{members:7d} {months:6d} {seeds:5d} | {statistics.median(ours):9.2f} s {max(ours):6.2f} s "
        f"{proven:3d}/{seeds:<3d} {agree:2d}/{seeds:<2d} | {statistics.median(other):11.2f} s {max(other):6.2f} s | "
        f"{statistics.median(plain):9.2f} s {max(plain):6.2f} s | "
        f"{median(robin):>11} {median(greedy):>7} | {memory}"
    )


def median(values: list[int | None]) -> str:
    """The median of what is there, as points above the optimum."""
    known = [value for value in values if value is not None]
    return f"+{statistics.median(known):.0f}" if known else "none"


def alone(problem: Problem, solver: str) -> engine.Answer:
    """The whole model given to one solver, without a hint, without the lot, for a minute at most."""
    model = build(problem)
    model.linear.objective = total(points(model), tuple(term.code for term in TERMS))
    return engine.minimise(model.linear, solver=solver, time_limit=60)


def excess(problem: Problem, plan: Plan, hosts: dict[str, str] | None) -> int | None:
    """Points above the optimum of hosts chosen by a simple rule; None if it found no plan."""
    choices = place_days(problem, hosts) if hosts else None
    if choices is None:
        return None
    return sum(term.points for term in term_values(problem, choices)) - (plan.objective or 0)


def in_turn(problem: Problem, *, by_wait: bool) -> dict[str, str] | None:
    """Month by month, the longest waiting host that may, or the one that makes the plan so far cheapest."""
    chosen: dict[str, str] = {}
    for month in problem.months:
        resting = last_turns(problem, chosen)
        open_hosts = [host for host in problem.hosts if host.id not in resting and may(problem, month, host)]
        if not open_hosts:
            return None
        if by_wait:
            best = max(open_hosts, key=lambda host: problem.wait(host) - 100 * (host.id in chosen.values()))
        else:
            best = min(open_hosts, key=lambda host: so_far(problem, chosen | {month.id: host.id}))
        chosen[month.id] = best.id
    return chosen


def may(problem: Problem, month: object, host: object) -> bool:
    """No rule about this host in this month stands against it."""
    return all(rule.allows_host(problem, month, host) for rule in RULES if rule.allows_host)  # type: ignore[arg-type]


def last_turns(problem: Problem, chosen: dict[str, str]) -> set[str]:
    """Hosts of the plan so far that are too near."""
    ids = (
        list(chosen)[-(problem.settings.min_gap_months - 1) :] if problem.settings.min_gap_months > 1 else []
    )
    return {chosen[each] for each in ids}


def so_far(problem: Problem, chosen: dict[str, str]) -> int:
    """Points of the months chosen so far."""
    shorter = replace(problem, months=problem.months[: len(chosen)])
    choices = place_days(shorter, chosen)
    return sum(term.points for term in term_values(shorter, choices)) if choices else sys.maxsize


if __name__ == "__main__":
    sys.exit(main())
