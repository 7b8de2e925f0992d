"""What holds for every rotation, in yes-or-no variables for CP-SAT: begins[group, station, minute].

Two things make the answers quick. A station without slack gives each of its turns to somebody, which clauses about two
visits at one minute only reach by trying all; and what the ways of a single group rule out is known beforehand.
"""

from itertools import pairwise
from typing import Any

from yixian.planner.tour.leeway import Leeway
from yixian.planner.tour.problem import Tour

Key = tuple[int, int, int]
Choice = tuple[int, int, Any]


class Clauses:
    """The model for one tour and what is known of it; `more[group][i]`: the group waits more than i minutes."""

    def __init__(self, tour: Tour, leeway: Leeway) -> None:
        from ortools.sat.python import cp_model

        self.model: Any = cp_model.CpModel()
        self.tour, self.leeway, self.most = tour, leeway, leeway.most
        self.horizon = leeway.least.shape[-1] - 1
        self.places = range(len(tour.stations))
        self.begins: dict[Key, Any] = {}
        self.whose: dict[Key, Any] = {}
        self.more = [[self.model.new_bool_var("") for _ in range(self.most)] for _ in tour.groups]
        for group in range(len(tour.groups)):
            self._visits(group)
            self._one_place(group)
        for place in self.places:
            self._room(place)
        for place in leeway.packed:
            self._turns(place)
        for group in range(len(tour.groups)):
            self._cases(group)

    def begun(self, solver: Any) -> dict[tuple[int, int], int]:
        """The beginning of each group at each station in a solution."""
        return {key[:2]: key[2] for key, visit in self.begins.items() if solver.value(visit)}

    def _visits(self, group: int) -> None:
        """Each station once, at a minute from which the group need not wait too long."""
        model, more = self.model, self.more[group]
        for less, much in pairwise(more):
            model.add_implication(much, less)
        for place in self.places:
            visits = []
            for minute, least in enumerate(self.leeway.least[group, place].tolist()):
                if least <= self.most:
                    self.begins[group, place, minute] = visit = model.new_bool_var("")
                    visits.append(visit)
                    if least:
                        model.add_implication(visit, more[least - 1])
            model.add_exactly_one(visits)

    def _one_place(self, group: int) -> None:
        """A group is at one station at a time; leaving one takes at least the shortest way from it."""
        spans = {}
        for place in self.places:
            ways = [self.tour.walk(place, other) for other in self.places if other != place]
            spans[place] = self.tour.stations[place].minutes + min(ways, default=0)
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
            elif len(here) > station.capacity:
                self.model.add(sum(here) <= station.capacity)

    def _turns(self, place: int) -> None:
        """Each turn is somebody's: whose[group, station, turn]."""
        groups = range(len(self.tour.groups))
        for turn, (early, late) in enumerate(self.leeway.windows[place]):
            for group in groups:
                keys = [(group, place, minute) for minute in range(early, late + 1)]
                visits = [self.begins[key] for key in keys if key in self.begins]
                self.whose[group, place, turn] = self.model.new_bool_var("")
                self.model.add(sum(visits) == self.whose[group, place, turn])
            self.model.add_exactly_one(self.whose[group, place, turn] for group in groups)

    def _cases(self, group: int) -> None:
        """A group's turns at packed stations are one of the combinations, and each visit goes with some of them."""
        cases = self.leeway.cases[group]
        if len(cases) < 2:
            return
        chosen = [self.model.new_bool_var("") for _ in cases]
        self.model.add_exactly_one(chosen)
        for choice, case in zip(chosen, cases, strict=True):
            for place, turn in case.turns.items():
                self.model.add_implication(choice, self.whose[group, place, turn])
            if least := int(case.least.min()):
                self.model.add_implication(choice, self.more[group][least - 1])
        tables = [case.least.tolist() for case in cases]
        for key, visit in self.begins.items():
            if key[0] == group:
                options = [
                    (table[key[1]][key[2]], 0, choice) for table, choice in zip(tables, chosen, strict=True)
                ]
                self._one_of(key, visit, options)

    def _one_of(self, key: Key, visit: Any, options: list[Choice]) -> None:
        """A visit goes with one of these; at each level of waiting, with one that needs no more."""
        before = -1
        for level in range(int(self.leeway.least[key]), self.most + 1):
            able = [option for least, _, option in options if least <= level]
            if len(able) != before:
                beyond = self.more[key[0]][level : level + 1]
                self.model.add_bool_or([visit.negated(), *able, *beyond])
                before = len(able)
