"""The least that a group waits on any way through each of its possible beginnings.

Dynamic programming over (stations seen, last station, minute), forwards and backwards, for several sets of possible
beginnings at once. Needs numpy, which comes with the solver.
"""

from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

from yixian.planner.tour.problem import Tour

MOST_STATIONS = 9
FAR = 10_000


class _Part(NamedTuple):
    """States of one size and last station, and per station before it: which of them, and the states before these."""

    last: int
    begun: int
    ended: int
    before: list[tuple[int, Any, Any]]


class Reach:
    """Tables for one tour and horizon, and `open_[case, station, minute]`: where a visit may begin in each case.

    `through[case, station, minute]` is the least waiting of a whole way with that beginning; FAR if there is none.
    """

    def __init__(self, tour: Tour, horizon: int, open_: Any) -> None:
        import numpy as np

        self.np, self.tour, self.width = np, tour, horizon + 1
        self.size = len(tour.stations)
        self.all = (1 << self.size) - 1
        self.row, self.parts = _states(self.size)
        places = range(self.size)
        walks = [[tour.walk(one, two) for two in places] for one in places]
        self.before = self._least(open_, walks)
        turned = [[walks[two][one] for two in places] for one in places]
        self.after = self._mirrored(self._least(self._turned(open_), turned))
        self.through = self._through(open_)

    def step(self, one: int, two: int, gap: int) -> Any:
        """[minute, case] The least waiting of ways from `one`, begun at a minute, straight to `two` with a gap."""
        later = self.tour.stations[one].minutes + self.tour.walk(one, two) + gap
        seen = [each for each in range(self.all + 1) if each >> one & 1 and not each >> two & 1]
        before = self.before[[self.row[each, one] for each in seen]]
        after = self.after[[self.row[self.all & ~each, two] for each in seen]]
        found = self.np.full(before.shape[1:], FAR, self.np.int16)
        if later < self.width:
            total = before[:, : self.width - later] + after[:, later:]
            found[: self.width - later] = total.min(axis=0) + gap
        return found

    def first(self, place: int) -> Any:
        """[minute, case] The least waiting of ways that begin at a station."""
        return self.after[self.row[self.all, place]]

    def last(self, place: int) -> Any:
        """[minute, case] The least waiting of ways that end at a station."""
        return self.before[self.row[self.all, place]]

    def _least(self, open_: Any, walks: list[list[int]]) -> Any:
        """[state, minute, case] The least waiting before a visit that begins at a minute, the last of its state."""
        np, cases = self.np, open_.shape[0]
        pad = max(map(max, walks))
        ends = np.full((len(self.row), pad + self.width, cases), FAR, np.int16)
        begins = np.full((len(self.row), self.width, cases), FAR, np.int16)
        may = np.moveaxis(open_, 0, -1)
        ramp = np.arange(self.width, dtype=np.int16)[:, None]
        for last, begun, ended, before in self.parts:
            least = np.full((ended - begun, self.width, cases), FAR if before else 0, np.int16)
            for place, own, rows in before:
                walk = walks[place][last]
                least[own] = np.minimum(least[own], ends[rows, pad - walk : pad - walk + self.width])
            if before:
                least = np.minimum.accumulate(least - ramp, axis=1) + ramp
            begins[begun:ended] = np.where(may[last], np.minimum(least, FAR), FAR)
            minutes = self.tour.stations[last].minutes
            ends[begun:ended, pad + minutes :] = begins[begun:ended, : self.width - minutes]
        return begins

    def _turned(self, open_: Any) -> Any:
        """The same beginnings with time running backwards: a visit begins where it ended."""
        found = self.np.zeros_like(open_)
        for place, station in enumerate(self.tour.stations):
            length = max(0, self.width - station.minutes)
            found[:, place, :length] = open_[:, place, :length][:, ::-1]
        return found

    def _mirrored(self, begins: Any) -> Any:
        """Tables of the turned time by the beginnings of the real time."""
        for part in self.parts:
            length = max(0, self.width - self.tour.stations[part.last].minutes)
            rows = begins[part.begun : part.ended]
            rows[:, :length] = rows[:, :length][:, ::-1].copy()
        return begins

    def _through(self, open_: Any) -> Any:
        """What waits before and after each beginning, over all ways to share the stations."""
        found = self.np.full(open_.shape, FAR, self.np.int16)
        for place in range(self.size):
            seen = [each for each in range(self.all + 1) if each >> place & 1]
            before = self.before[[self.row[each, place] for each in seen]]
            after = self.after[[self.row[self.all & ~each | 1 << place, place] for each in seen]]
            found[:, place] = self.np.minimum((before + after).min(axis=0), FAR).T
        return found


@cache
def _states(size: int) -> tuple[dict[tuple[int, int], int], list[_Part]]:
    """The number of each state (stations seen, last of them), and how states follow from those one station smaller."""
    import numpy as np

    row: dict[tuple[int, int], int] = {}
    parts = []
    for number in range(size):
        for last in range(size):
            begun = len(row)
            others = [place for place in range(size) if place != last]
            sets = [sum(1 << place for place in before) for before in combinations(others, number)]
            for seen in sets:
                row[seen | 1 << last, last] = len(row)
            before = []
            for place in others if number else ():
                own = [index for index, seen in enumerate(sets) if seen >> place & 1]
                before.append((place, np.array(own), np.array([row[sets[index], place] for index in own])))
            parts.append(_Part(last, begun, len(row), before))
    return row, parts
