"""A synthetic tour, for trying out, tests and benchmarks."""

from random import Random

from yixian.planner.tour.problem import Station, Tour


def sample_tour(groups: int = 7, stations: int = 8, seed: int = 7) -> Tour:
    """Stations on a shop floor with visits of 5, 10 or 15 minutes and ways of 1 to 5 minutes."""
    random = Random(f"{seed}/{groups}/{stations}")
    spots = [(random.uniform(0, 3), random.uniform(0, 2)) for _ in range(stations)]
    walking = tuple(
        tuple(0 if one == two else 1 + round(abs(one[0] - two[0]) + abs(one[1] - two[1])) for two in spots)
        for one in spots
    )
    edge = tuple(1 + round(one[0]) for one in spots)
    made = []
    for number in range(stations):
        quiet = ((30, 36),) if number == 1 else ()
        capacity = 2 if number == 0 else 1
        made.append(Station(f"s{number + 1}", random.choice((5, 10, 15)), capacity, quiet=quiet))
    return Tour(tuple(f"g{number + 1}" for number in range(groups)), tuple(made), walking, edge, edge)
