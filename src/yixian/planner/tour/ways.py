"""The shortest way through all stations, by dynamic programming over sets of stations."""

from functools import cache

from yixian.planner.tour.problem import Tour


def shortest_way(tour: Tour) -> int:
    """Minutes of walking that no group can go below: from the meeting point through all stations and back.

    Exact up to 12 stations; beyond that the sum of the shortest steps, which is never more.
    """
    if not tour.stations or not (tour.walking or tour.from_start or tour.to_end):
        return 0
    return _exact(tour) if len(tour.stations) <= 12 else _rough(tour)


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
