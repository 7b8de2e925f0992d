"""Where each group's visits may begin if it waits at most so long, and how its turns at packed stations go together."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Self

from yixian.planner.tour.problem import Tour
from yixian.planner.tour.reach import FAR, MOST_STATIONS, Reach
from yixian.planner.tour.turns import beginnings, tightest, turns

MOST_CASES = 100


@dataclass
class Case:
    """Turns of one group at packed stations, and the least it waits on any way with them: [station, minute]."""

    turns: dict[int, int]
    least: Any


@dataclass
class Leeway:
    """What is known before any search; all figures are the least minutes that a group waits on any way with it.

    `least[group, station, minute]` is that of a beginning. At a packed station the windows of turns do not overlap;
    `cases` are the combinations of turns that are left for each group.
    """

    most: int
    windows: list[list[tuple[int, int]]]
    packed: list[int]
    least: Any
    cases: list[list[Case]]
    reach: Reach | None

    def within(self, tour: Tour, most: int) -> Self:
        """The same for groups that wait no longer than so much less; cases without a way are left out."""
        cases = [[case for case in cases if case.least.min() <= most] for cases in self.cases]
        known = len(tour.stations) <= MOST_STATIONS
        reach = Reach(tour, self.least.shape[-1] - 1, self.least <= most) if known else None
        return replace(self, most=most, cases=cases, reach=reach)

    def whatever(self) -> Self:
        """The same if nobody minds waiting: only what cannot be at all."""
        cases = [[Case(case.turns, _anything(case.least < FAR)) for case in cases] for cases in self.cases]
        return replace(self, most=0, least=_anything(self.least < FAR), cases=cases, reach=None)


def leeway(tour: Tour, horizon: int) -> Leeway | None:
    """What is known if everybody has to be back by the horizon; None if that cannot be.

    Groups are alike, so each keeps its turn at the station with the least room. With more stations than the tables
    hold, only the windows are known.
    """
    windows = [turns(tour, place, horizon) for place in range(len(tour.stations))]
    if not all(windows):
        return None
    busy = tightest(windows)
    packed = [
        place for place, station in enumerate(tour.stations) if _apart(windows[place], station.capacity)
    ]
    open_ = _open(tour, horizon)
    for group in range(len(tour.groups)):
        _only(open_[group, busy], windows[busy][group])
    if len(tour.stations) > MOST_STATIONS:
        return Leeway(FAR - 1, windows, packed, _anything(open_), [[] for _ in tour.groups], None)
    least, cases = Reach(tour, horizon, open_).through, []
    for group in range(len(tour.groups)):
        cases.append([Case({}, least[group])])
        for place in packed:
            if place != busy:
                cases[group] = _split(tour, cases[group], place, windows[place])
        if not cases[group]:
            return None
        least[group] = _stack([case.least for case in cases[group]]).min(axis=0)
    return Leeway(FAR - 1, windows, packed, least, cases, None)


def _apart(windows: list[tuple[int, int]], capacity: int) -> bool:
    """Turns follow each other so closely that a beginning tells its turn."""
    return capacity == 1 and all(one[1] < two[0] for one, two in pairwise(windows))


def _open(tour: Tour, horizon: int) -> Any:
    """[group, station, minute] Where a visit may begin."""
    import numpy as np

    found = np.zeros((len(tour.groups), len(tour.stations), horizon + 1), bool)
    for place in range(len(tour.stations)):
        found[:, place, beginnings(tour, place, horizon)] = True
    return found


def _anything(open_: Any) -> Any:
    """No waiting is known to be needed where a visit may begin."""
    import numpy as np

    return np.where(open_, 0, FAR)


def _stack(tables: list[Any]) -> Any:
    """One more axis in front."""
    import numpy as np

    return np.stack(tables)


def _only(minutes: Any, window: tuple[int, int]) -> None:
    """Close the minutes outside a window."""
    minutes[: window[0]] = minutes[window[1] + 1 :] = False


def _split(tour: Tour, cases: list[Case], place: int, windows: list[tuple[int, int]]) -> list[Case]:
    """Each case once for each turn at another station, without those for which there is no way."""
    halves = []
    for case in cases:
        for turn, (early, late) in enumerate(windows):
            open_ = case.least < FAR
            _only(open_[place], (early, late))
            if open_[place].any():
                halves.append(({**case.turns, place: turn}, open_))
    if not halves or len(halves) > MOST_CASES:
        return cases if halves else []
    found = Reach(tour, open_.shape[1] - 1, _stack([open_ for _, open_ in halves])).through
    split = [Case(taken, least) for (taken, _), least in zip(halves, found, strict=True)]
    return [case for case in split if case.least.min() < FAR]
