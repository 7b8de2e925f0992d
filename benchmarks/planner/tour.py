"""Tours of several sizes and kinds: makespan, bound, waiting, seconds and processor seconds; a second model agrees."""

import resource
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from yixian.planner.tour.check import check
from yixian.planner.tour.problem import Rotation, Tour
from yixian.planner.tour.sample import sample_tour
from yixian.planner.tour.search import ask
from yixian.planner.tour.solve import solve
from yixian.planner.tour.start_times import StartTimes

KINDS = ("windows", "quiet", "room", "minutes", "one-way", "alike")


def main() -> int:
    """Print one line per tour; what is not proven within half a minute says so."""
    seconds = []
    for name, tour in tours():
        started = time.process_time()
        found = solve(tour, time_limit=30)
        busy = time.process_time() - started
        assert found.status == "infeasible" or check(tour, found) == []
        print(
            f"{name}: {found.status:9s} back after {found.makespan} (bound {found.bound}), waited {found.waiting}, "
            f"{found.seconds:.2f} s, of the processor {busy:.2f} s; {agreement(tour, found)}",
            flush=True,
        )
        if len(tour.stations) == 8:
            seconds.append(found.seconds)
    print(
        f"7 groups × 8 stations: median {statistics.median(seconds):.2f} s, worst {max(seconds):.2f} s, "
        f"{sum(each < 3 for each in seconds)} of {len(seconds)} below 3 s"
    )
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")
    return 0


def tours() -> Iterator[tuple[str, Tour]]:
    """Sample tours of growing size, then tours of other kinds."""
    for groups, stations, seeds in ((4, 6, 3), (5, 6, 3), (7, 8, 20)):
        for seed in range(seeds):
            yield f"{groups} groups × {stations} stations, seed {seed}", sample_tour(groups, stations, seed)
    for kind in KINDS:
        for seed in range(3):
            yield f"7 groups × 8 stations, {kind}, seed {seed}", other(kind, seed)


def other(kind: str, seed: int) -> Tour:
    """A sample tour with more windows, quiet slots, room for two, uneven visits, longer ways back, or equal visits."""
    tour, random = sample_tour(7, 8, seed), Random(f"{kind}/{seed}")
    stations = list(tour.stations)
    for place in random.sample(range(8), 3):
        begin = random.randint(20, 90)
        changes = {
            "windows": random.choice(({"opens": 15}, {"opens": 25}, {"closes": 115}, {"closes": 125})),
            "quiet": {"quiet": ((begin, begin + random.choice((5, 10, 15))),)},
            "room": {"capacity": 2},
        }
        stations[place] = replace(stations[place], **changes.get(kind, {}))
    if kind == "minutes":
        stations = [replace(each, minutes=random.randint(4, 15)) for each in stations]
    if kind == "alike":
        stations = [replace(each, minutes=10, capacity=1, quiet=()) for each in stations]
    walking = tour.walking
    if kind == "one-way":
        walking = tuple(
            tuple(way + random.randint(0, 2) * (one < two) for two, way in enumerate(row))
            for one, row in enumerate(walking)
        )
    return replace(tour, stations=tuple(stations), walking=walking)


def agreement(tour: Tour, found: Rotation) -> str:
    """What the model of start times says of the makespan by itself within ten seconds; it may never contradict."""
    made = StartTimes(tour)
    solver, status = ask(made.model, 10, from_below=True)
    if status == "infeasible":
        assert found.status == "infeasible"
        return "the second model agrees"
    if status not in ("optimal", "feasible"):
        return "the second model found nothing in time"
    if found.proven:
        assert found.makespan is not None
        assert solver.best_objective_bound <= found.makespan <= solver.objective_value
    return "the second model agrees" if status == "optimal" else "the second model does not contradict"


if __name__ == "__main__":
    sys.exit(main())
