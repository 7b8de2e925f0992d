"""What follows a year plan: mending it after a cancellation, pricing every cell, explaining every month."""

import statistics
import sys
import time

from yixian.planner.explain import explain
from yixian.planner.regret import regrets
from yixian.planner.replan import replan
from yixian.planner.sample import sample_problem
from yixian.planner.solve import solve


def main() -> int:
    """Print medians over seeds of 42 members and 12 months."""
    mended, priced, told = [], [], []
    for seed in range(5):
        problem = sample_problem(42, 12, seed)
        plan = solve(problem)
        for month in ("2027-02", "2027-05", "2027-11"):
            mended.append(timed(lambda p=problem, q=plan, m=month: replan(p, q, cancel=[m])))
        told.append(timed(lambda p=problem, q=plan: explain(p, q)))
        if seed < 3:
            priced.append(timed(lambda p=problem, q=plan: regrets(p, q)))
    for name, seconds in (("cancellation", mended), ("explain 12 months", told), ("all regrets", priced)):
        print(f"{name:18s} median {statistics.median(seconds):6.2f} s   worst {max(seconds):6.2f} s")
    return 0


def timed(work) -> float:
    """Seconds that a call takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
