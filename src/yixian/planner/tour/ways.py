"""Shortest ways through all stations, by dynamic programming over sets of stations, and what follows from them."""

from functools import cache

from yixian.planner.tour.problem import Tour

EXACT = 12
BY_ENDS = 9


def shortest_way(tour: Tour) -> int:
    """Minutes of walking that no group can go below: from the meeting point through all stations and back.

    Exact up to 12 stations; beyond that the sum of the shortest steps, which is never more.
    """
    if not tour.stations or not (tour.walking or tour.from_start or tour.to_end):
        return 0
    return _exact(tour) if len(tour.stations) <= EXACT else _rough(tour)


def _rough(tour: Tour) -> int:
    """The shortest first step, and for each station the shortest step away from it."""
    places = range(len(tour.stations))
    steps = [min([tour.leave(one), *(tour.walk(one, two) for two in places if one != two)]) for one in places]
    return min(tour.arrive(one) for one in places) + sum(steps)


def _exact(tour: Tour) -> int:
    """Best way to end at each station having seen each set."""
    places = range(len(tour.stations))
    everything = (1 << len(tour.stations)) - 1

    @cache
    def rest(last: int, seen: int) -> int:
        if seen == everything:
            return tour.leave(last)
        return min(
            tour.walk(last, then) + rest(then, seen | 1 << then) for then in places if not seen >> then & 1
        )

    return min(tour.arrive(first) + rest(first, 1 << first) for first in places)


def least_makespan(tour: Tour) -> int:
    """Minutes before which the last group cannot be back, because groups cannot all begin or end at one station.

    The k-th group that begins at a station begins when those before it are through, and so at the end. The bound is
    the least horizon for which every group finds a first and a last station of its own turn. Up to 9 stations;
    beyond that, visits and the shortest way.
    """
    least = sum(station.minutes for station in tour.stations) + shortest_way(tour)
    if not 2 <= len(tour.stations) <= BY_ENDS:
        return least
    ways = {
        (first, last): way + sum(station.minutes for station in tour.stations)
        for first in range(len(tour.stations))
        for last, way in _from(tour, first).items()
    }
    turns = [(place, late) for place in range(len(tour.stations)) for late in _delays(tour, place)]
    while _matched(tour, ways, turns, least) < len(tour.groups):
        least += 1
    return least


def _from(tour: Tour, first: int) -> dict[int, int]:
    """The shortest way that begins at a station, by its last station, with the ways from and to the meeting point."""
    size = len(tour.stations)
    best = {(1 << first, first): tour.arrive(first)}
    for _ in range(size - 1):
        step: dict[tuple[int, int], int] = {}
        for (seen, last), way in best.items():
            for then in range(size):
                if not seen >> then & 1:
                    key, longer = (seen | 1 << then, then), way + tour.walk(last, then)
                    step[key] = min(step.get(key, longer), longer)
        best = step
    return {last: way + tour.leave(last) for (_, last), way in best.items()}


def _delays(tour: Tour, place: int) -> list[int]:
    """Minutes that each group has to wait if all begin (or end) at one station."""
    station = tour.stations[place]
    return [number // station.capacity * station.minutes for number in range(len(tour.groups))]


def _matched(tour: Tour, ways: dict[tuple[int, int], int], turns: list[tuple[int, int]], horizon: int) -> int:
    """How many groups can be given a first and a last turn within the horizon, by augmenting paths."""
    taken: dict[int, int] = {}

    def place(row: int, seen: set[int]) -> bool:
        first, late = turns[row]
        for column, (last, early) in enumerate(turns):
            if column in seen or ways.get((first, last), horizon + 1) + late + early > horizon:
                continue
            seen.add(column)
            if column not in taken or place(taken[column], seen):
                taken[column] = row
                return True
        return False

    return sum(place(row, set()) for row in range(len(turns)))
