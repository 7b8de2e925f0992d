"""Is there a rotation in which groups wait at most so long? Asked of CP-SAT in yes-or-no variables.

To what holds for every rotation come the gap before each visit, and that each visit follows another after that gap.
"""

from typing import Any

from yixian.planner.tour.clauses import Choice, Clauses, Key
from yixian.planner.tour.leeway import Leeway
from yixian.planner.tour.problem import Tour

Table = list[list[int]]


class Patience(Clauses):
    """The model for the most minutes waited by all groups together, as in `leeway`; the minutes are minimised."""

    def __init__(self, tour: Tour, leeway: Leeway) -> None:
        super().__init__(tour, leeway)
        self.steps, self.first, self.last = self._known()
        for group in range(len(tour.groups)):
            self._order(group)
        if self.most:
            waiting = sum(each for levels in self.more for each in levels)
            self.model.add(waiting <= self.most)
            self.model.minimize(waiting)

    def _order(self, group: int) -> None:
        """Each visit but one follows another after a gap, each but one is followed; the gaps are what it waits."""
        model, gaps = self.model, self._gaps(group)
        firsts, lasts = ([model.new_bool_var("") for _ in self.places] for _ in range(2))
        model.add_exactly_one(firsts)
        model.add_exactly_one(lasts)
        for place in self.places:
            model.add_implication(firsts[place], gaps[place][0])
        for key, visit in self.begins.items():
            if key[0] == group:
                place, minute = key[1:]
                edge = (self.first[place][group][minute], 0, firsts[place])
                earlier = [*self._earlier(key), edge]
                self._one_of(key, visit, earlier)
                self._gap(visit, earlier, gaps[place])
                edge = (self.last[place][group][minute], 0, lasts[place])
                self._one_of(key, visit, [*self._later(key), edge])

    def _known(self) -> tuple[dict[Key, Table], list[Table], list[Table]]:
        """The least waiting by group and minute: of each step with a gap, of each station as the first, as the last."""
        reach = self.leeway.reach
        pairs = [(one, two) for one in self.places for two in self.places if one != two]
        keys = [(*pair, gap) for pair in pairs for gap in range(self.most + 1)]
        if reach is None:
            nothing = [[0] * (self.horizon + 1) for _ in self.tour.groups]
            return dict.fromkeys(keys, nothing), [nothing] * len(self.places), [nothing] * len(self.places)
        return (
            {key: reach.step(*key).T.tolist() for key in keys},
            [reach.first(place).T.tolist() for place in self.places],
            [reach.last(place).T.tolist() for place in self.places],
        )

    def _gaps(self, group: int) -> list[list[Any]]:
        """For each visit the minutes waited before it: exactly one of 0, 1, 2 …; all together the waiting."""
        model, more = self.model, self.more[group]
        found = [[model.new_bool_var("") for _ in range(self.most + 1)] for _ in self.places]
        for gaps in found:
            model.add_exactly_one(gaps)
            for gap in range(1, self.most + 1):
                model.add_implication(gaps[gap], more[gap - 1])
        if self.most:
            model.add(sum(gap * each for gaps in found for gap, each in enumerate(gaps)) == sum(more))
        return found

    def _earlier(self, key: Key) -> list[Choice]:
        """The visits that may come just before: least waiting of ways with that step, gap, variable."""
        group, place, minute = key
        found = []
        for other in self.places:
            begin = minute - self.tour.walk(other, place) - self.tour.stations[other].minutes
            for gap in range(self.most + 1) if other != place else ():
                visit = self.begins.get((group, other, begin - gap))
                if visit is not None:
                    found.append((self.steps[other, place, gap][group][begin - gap], gap, visit))
        return found

    def _later(self, key: Key) -> list[Choice]:
        """The visits that may come just after, likewise."""
        group, place, minute = key
        found = []
        for other in self.places:
            begin = minute + self.tour.stations[place].minutes + self.tour.walk(place, other)
            for gap in range(self.most + 1) if other != place else ():
                visit = self.begins.get((group, other, begin + gap))
                if visit is not None:
                    found.append((self.steps[place, other, gap][group][minute], gap, visit))
        return found

    def _gap(self, visit: Any, options: list[Choice], gaps: list[Any]) -> None:
        """At each gap before a visit, one of the visits so long before it."""
        for gap in range(self.most + 1) if self.most else ():
            able = [option for least, own, option in options if own == gap and least <= self.most]
            self.model.add_bool_or([visit.negated(), gaps[gap].negated(), *able])
