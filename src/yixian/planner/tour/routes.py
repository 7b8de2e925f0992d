"""The cheapest way of one group through all stations without waiting, when each minute at a station has a price.

Dynamic programming over (stations seen, last station, minute of its end), for all minutes at once. Needs numpy, which
comes with the solver.
"""

from itertools import combinations
from typing import Any

from yixian.planner.tour.problem import Tour
from yixian.planner.tour.turns import beginnings

CLOSED = 1e6
Route = list[tuple[int, int]]


class Routes:
    """Tables for one tour and horizon; states of the same stage and last station stand one after another."""

    def __init__(self, tour: Tour, horizon: int) -> None:
        import numpy as np

        self.np, self.tour, self.horizon = np, tour, horizon
        self.size = len(tour.stations)
        self.width = horizon + 1
        self.pad = max((max(row) for row in tour.walking), default=0)
        self.open = np.zeros((self.size, self.width), bool)
        for place in range(self.size):
            self.open[place, beginnings(tour, place, horizon)] = True
        self.row: dict[tuple[int, int], int] = {}
        self.stages = [self._stage(number) for number in range(1, self.size + 1)]
        self.ends = np.full((len(self.row), self.pad + self.width), CLOSED, np.float32)
        self.ready = np.lib.stride_tricks.sliding_window_view(self.ends.reshape(-1), self.width)

    def _stage(self, number: int) -> tuple[Any, list[tuple[int, slice, slice]]]:
        """Where the states of a stage come from, and for each last station its rows among all and among these."""
        begun, sources, parts = len(self.row), [], []
        for last in range(self.size):
            first = len(self.row)
            others = [place for place in range(self.size) if place != last]
            for before in combinations(others, number - 1):
                seen = sum(1 << place for place in before)
                self.row[seen | 1 << last, last] = len(self.row)
                sources.append([self._source(seen, place, last) for place in before])
            parts.append((last, slice(first, len(self.row)), slice(first - begun, len(self.row) - begun)))
        return self.np.array(sources), parts

    def _source(self, seen: int, place: int, last: int) -> int:
        """Where in the long line of states the minutes begin at which a group from `place` is ready at `last`."""
        return self.row[seen, place] * (self.pad + self.width) + self.pad - self.tour.walk(place, last)

    def prices(self, minutes: Any) -> Any:
        """What a visit costs by station and beginning, given the price of each minute at each station."""
        np = self.np
        before = np.concatenate([np.zeros((self.size, 1)), np.cumsum(minutes, axis=1)], axis=1)
        found = np.full((self.size, self.width), CLOSED, np.float32)
        for place, station in enumerate(self.tour.stations):
            begin = np.nonzero(self.open[place])[0]
            found[place, begin] = before[place, begin + station.minutes] - before[place, begin]
        return found

    def cheapest(self, prices: Any) -> Route | None:
        """Stations and beginnings in order of the cheapest way at these prices of visits; None if there is none."""
        self._fill(prices)
        everything = (1 << self.size) - 1
        best, last, end = CLOSED / 2, -1, -1
        for place in range(self.size):
            line = self.ends[self.row[everything, place], self.pad :]
            minute = int(line.argmin())
            if line[minute] < best:
                best, last, end = line[minute], place, minute
        return self._traced(last, end) if last >= 0 else None

    def _fill(self, prices: Any) -> None:
        """The least price of every state."""
        stations, pad, width = self.tour.stations, self.pad, self.width
        for number, (sources, parts) in enumerate(self.stages):
            ready = self.ready[sources].min(axis=1) if number else None
            for last, rows, own in parts:
                minutes = stations[last].minutes
                cost = prices[last] if ready is None else ready[own] + prices[last]
                self.ends[rows, pad + minutes :] = cost[..., : width - minutes]

    def _traced(self, last: int, end: int) -> Route:
        """The way to a state, from the tables."""
        seen, found = (1 << self.size) - 1, []
        while True:
            begin = end - self.tour.stations[last].minutes
            found.append((last, begin))
            seen ^= 1 << last
            if not seen:
                return found[::-1]
            last, end = min(
                (
                    (place, begin - self.tour.walk(place, last))
                    for place in range(self.size)
                    if seen >> place & 1
                ),
                key=lambda state: self.ends[self.row[seen, state[0]], self.pad + state[1]],
            )
