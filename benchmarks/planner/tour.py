"""Tours of several sizes: makespan, bound, waiting and seconds."""

import resource
import sys

from yixian.planner.tour.check import check
from yixian.planner.tour.sample import sample_tour
from yixian.planner.tour.solve import solve


def main() -> int:
    """Print one line per tour; what is not proven within half a minute says so."""
    for groups, stations in ((4, 6), (5, 6), (7, 8)):
        for seed in range(3):
            tour = sample_tour(groups, stations, seed)
            found = solve(tour, time_limit=30)
            assert check(tour, found) == []
            print(
                f"{groups} groups × {stations} stations, seed {seed}: {found.status:9s} back after {found.makespan} "
                f"(bound {found.bound}), waited {found.waiting}, {found.seconds:.2f} s",
                flush=True,
            )
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
