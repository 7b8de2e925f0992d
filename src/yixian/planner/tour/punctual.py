"""Is there a rotation in which nobody waits? Asked of CP-SAT in yes-or-no variables, one for each possible beginning.

begins[group, station, minute]. A visit is a group's first or follows another at once, and is its last or is followed
at once: such clauses reach further than differences of times, so that most answers take seconds.
"""

from typing import Any

from yixian.planner.tour.problem import Tour
from yixian.planner.tour.turns import beginnings, tightest, turns

Key = tuple[int, int, int]


class Punctual:
    """The model for one tour and horizon."""

    def __init__(self, tour: Tour, horizon: int) -> None:
        from ortools.sat.python import cp_model

        self.model: Any = cp_model.CpModel()
        self.tour, self.horizon = tour, horizon
        self.begins: dict[Key, Any] = {}
        for group in range(len(tour.groups)):
            self._visits(group)
            self._one_place(group)
        for group in range(len(tour.groups)):
            self._order(group)
        for place in range(len(tour.stations)):
            self._room(place)

    def begun(self, solver: Any) -> list[Key]:
        """The visits of a solution."""
        return [key for key, visit in self.begins.items() if solver.value(visit)]

    def _visits(self, group: int) -> None:
        """Each station once; groups are alike, so each keeps its turn at the station with the least room."""
        stations = range(len(self.tour.stations))
        windows = [turns(self.tour, place, self.horizon) for place in stations]
        busy = tightest(windows) if all(windows) else -1
        for place in stations:
            minutes = beginnings(self.tour, place, self.horizon)
            if place == busy:
                early, late = windows[place][group]
                minutes = [minute for minute in minutes if early <= minute <= late]
            for minute in minutes:
                self.begins[group, place, minute] = self.model.new_bool_var("")
            self.model.add_exactly_one(self.begins[group, place, minute] for minute in minutes)

    def _one_place(self, group: int) -> None:
        """A group is at one station at a time; leaving one takes at least the shortest way from it."""
        spans = {}
        for place, station in enumerate(self.tour.stations):
            others = [
                self.tour.walk(place, other) for other in range(len(self.tour.stations)) if other != place
            ]
            spans[place] = station.minutes + min(others, default=0)
        for minute in range(self.horizon):
            self.model.add_at_most_one(self._under_way(group, spans, minute))

    def _under_way(self, group: int, spans: dict[int, int], minute: int) -> list[Any]:
        """Visits of a group to these stations, of these lengths, that a minute falls into."""
        return [
            self.begins[group, place, begin]
            for place, span in spans.items()
            for begin in range(minute - span + 1, minute + 1)
            if (group, place, begin) in self.begins
        ]

    def _order(self, group: int) -> None:
        """Each visit follows another at once, but for one; and is followed at once, but for one."""
        model, tour, stations = self.model, self.tour, range(len(self.tour.stations))
        first = [model.new_bool_var("") for _ in stations]
        last = [model.new_bool_var("") for _ in stations]
        model.add_exactly_one(first)
        model.add_exactly_one(last)
        for (of, place, begin), visit in self.begins.items():
            if of != group:
                continue
            end, others = (
                begin + tour.stations[place].minutes,
                [other for other in stations if other != place],
            )
            before = [
                (group, other, begin - tour.walk(other, place) - tour.stations[other].minutes)
                for other in others
            ]
            after = [(group, other, end + tour.walk(place, other)) for other in others]
            for keys, edge in ((before, first[place]), (after, last[place])):
                near = [self.begins[key] for key in keys if key in self.begins]
                model.add_bool_or([~visit, edge, *near])

    def _room(self, place: int) -> None:
        """No more groups at a time than the station takes."""
        station = self.tour.stations[place]
        for minute in range(self.horizon):
            here = [
                visit
                for group in range(len(self.tour.groups))
                for visit in self._under_way(group, {place: station.minutes}, minute)
            ]
            if station.capacity == 1:
                self.model.add_at_most_one(here)
            elif here:
                self.model.add(sum(here) <= station.capacity)
