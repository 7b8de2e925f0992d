"""Year plans of several sizes: our solve beside CP-SAT alone, the plain model, round-robin and greedy plans.

Of each plan it says whether it is proven, whether CP-SAT agrees with HiGHS, and whether the check without a solver
finds every rule kept and every figure right.
"""

import argparse
import multiprocessing
import resource
import statistics
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

from benchmarks.planner.plain import greedy, in_turn, points_of
from yixian.planner import engine
from yixian.planner.check import check
from yixian.planner.model import build
from yixian.planner.optimise import Watch, points, total
from yixian.planner.plan import Plan
from yixian.planner.problem import Problem
from yixian.planner.sample import sample_problem
from yixian.planner.solve import second_opinion, solve
from yixian.planner.terms import TERMS


class Size(NamedTuple):
    """Members, months, how many seeds we solve, and how many of them the solvers alone get as well."""

    members: int
    months: int
    seeds: int
    alone: int


class Solved(NamedTuple):
    """One plan: ours in points, bound and seconds, how the second solver agreed, and what simple rules come to."""

    points: int | None
    bound: int | None
    seconds: float
    agrees: bool
    second_seconds: float
    breaches: int
    robin: int | None
    greedy: int | None

    @property
    def proven(self) -> bool:
        """Value = bound."""
        return self.points is not None and self.points == self.bound


SIZES = (
    Size(42, 12, 20, 5),
    Size(42, 24, 5, 2),
    Size(42, 36, 5, 2),
    Size(120, 12, 5, 2),
    Size(420, 12, 3, 1),
)
QUICK = (Size(42, 12, 5, 2), Size(120, 12, 2, 0))
OURS, OTHERS = 60, 20  # seconds at most: for our solve as for the second opinion, and for a solver alone


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one line per plan, then one per size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="two sizes and few seeds")
    sizes = QUICK if parser.parse_args(arguments).quick else SIZES
    rows = [row(size) for size in sizes]
    print(
        f"\nmembers months seeds | ours median   worst  MiB  proven agree checked | CP-SAT alone, median  done in "
        f"{OTHERS} s | HiGHS alone, median  done | in turn  greedy (points above the optimum)"
    )
    print("\n".join(rows))
    return 0


def row(size: Size) -> str:
    """One size over its seeds; ours in a process of its own, so that its memory is its own."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as ours:
        found = [ours.submit(solved, size, seed).result() for seed in range(size.seeds)]
        memory = ours.submit(megabytes).result()
        opinions = [ours.submit(opinion, size, seed, each).result() for seed, each in enumerate(found)]
    seconds = [each.seconds for each in opinions]
    tally = [
        f"{sum(which):2d}/{size.seeds:<3d}"
        for which in (
            [each.proven for each in opinions],
            [each.agrees for each in opinions],
            [not each.breaches for each in opinions],
        )
    ]
    problems = [sample_problem(size.members, size.months, seed) for seed in range(size.alone)]
    cells = [beside(problems, solver) for solver in (engine.CP_SAT, engine.HIGHS)]
    return (
        f"{size.members:7d} {size.months:6d} {size.seeds:5d} | "
        f"{statistics.median(seconds):9.2f} s {max(seconds):6.2f} s {memory:4d}  {' '.join(tally)} | "
        f"{cells[0]:>34} | {cells[1]:>25} | {above(opinions, 'robin'):>7} {above(opinions, 'greedy'):>7}"
    )


def solved(size: Size, seed: int) -> Plan:
    """Our plan of one seed."""
    return solve(sample_problem(size.members, size.months, seed), time_limit=OURS)


def megabytes() -> int:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def opinion(size: Size, seed: int, plan: Plan) -> Solved:
    """What the second solver and the check say of our plan, printed, and what simple rules come to."""
    problem = sample_problem(size.members, size.months, seed)
    agrees, seconds = False, 0.0
    if plan.proven:
        answer = second_opinion(problem, [plan.objective or 0], Watch(time_limit=OURS))[0]
        agrees, seconds = answer.status == "optimal", answer.seconds
    breaches = check(problem, plan)
    found = Solved(
        plan.objective, plan.bound, plan.seconds, agrees, seconds, len(breaches),
        points_of(problem, in_turn(problem)), points_of(problem, greedy(problem)),
    )  # fmt: skip
    print(f"{size.members} × {size.months}, seed {seed}: {told(found, plan.gap)}", flush=True)
    return found


def told(found: Solved, gap: float | None) -> str:
    """One plan in a sentence."""
    if found.points is None:
        return f"no plan within {OURS} s"
    proof = "proven" if found.proven else f"NOT proven, gap {gap or 0:.2%}"
    word = f"CP-SAT agrees ({found.second_seconds:.2f} s)" if found.agrees else (
        f"CP-SAT has NOT confirmed it within {OURS} s" if found.proven else "so CP-SAT was not asked"
    )  # fmt: skip
    sound = f"the check finds {found.breaches} faults" if found.breaches else "checked without a solver"
    return f"{found.points} points, bound {found.bound}, {proof} in {found.seconds:.2f} s; {word}; {sound}"


def beside(problems: list[Problem], solver: str) -> str:
    """The median of one solver alone, and how many it finished."""
    if not problems:
        return "-"
    answers = [alone(problem, solver) for problem in problems]
    done = sum(answer.status == "optimal" for answer in answers)
    late = "≥ " if 2 * done <= len(answers) else ""
    return f"{late}{statistics.median(answer.seconds for answer in answers):.2f} s  {done}/{len(answers)}"


def alone(problem: Problem, solver: str) -> engine.Answer:
    """The whole model given to one solver, without a hint, without the lot."""
    model = build(problem)
    model.linear.objective = total(points(model), tuple(term.code for term in TERMS))
    return engine.minimise(model.linear, solver=solver, time_limit=OTHERS)


def above(found: Sequence[Solved], rule: str) -> str:
    """The median of a simple rule's points above ours, over the plans that it found."""
    known = [
        getattr(each, rule) - each.points for each in found if getattr(each, rule) is not None and each.points
    ]
    return f"+{statistics.median(known):.0f}" if known else "none"


if __name__ == "__main__":
    sys.exit(main())
