"""Tours of several sizes: makespan, bound, waiting, seconds and processor seconds."""

import resource
import sys
import time

from yixian.planner.tour.check import check
from yixian.planner.tour.sample import sample_tour
from yixian.planner.tour.solve import solve


def main() -> int:
    """Print one line per tour; what is not proven within half a minute says so."""
    for groups, stations, seeds in ((4, 6, 3), (5, 6, 3), (7, 8, 10)):
        for seed in range(seeds):
            tour = sample_tour(groups, stations, seed)
            started = time.process_time()
            found = solve(tour, time_limit=30)
            busy = time.process_time() - started
            assert check(tour, found) == []
            print(
                f"{groups} groups × {stations} stations, seed {seed}: {found.status:9s} back after {found.makespan} "
                f"(bound {found.bound}), waited {found.waiting}, {found.seconds:.2f} s, of the processor {busy:.2f} s",
                flush=True,
            )
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
