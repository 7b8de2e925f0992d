"""Is there any rotation back by the horizon, whatever is waited? Asked of CP-SAT in yes-or-no variables."""

from yixian.planner.tour.clauses import Clauses
from yixian.planner.tour.leeway import Leeway
from yixian.planner.tour.problem import Tour


class Fits(Clauses):
    """The model for one tour and horizon: to what holds for every rotation comes the way between any two visits."""

    def __init__(self, tour: Tour, leeway: Leeway) -> None:
        super().__init__(tour, leeway.whatever())
        for one in self.places:
            for two in range(one):
                self._ways(one, two)

    def _ways(self, one: int, two: int) -> None:
        """A visit leaves no time for another that begins before one could be there, or ends so that one could not."""
        stations = self.tour.stations
        before = stations[two].minutes + self.tour.walk(two, one)
        after = stations[one].minutes + self.tour.walk(one, two)
        for (group, place, minute), visit in self.begins.items():
            if place == one:
                keys = [(group, two, other) for other in range(minute - before + 1, minute + after)]
                near = [self.begins[key] for key in keys if key in self.begins]
                if near:
                    self.model.add_at_most_one([visit, *near])
