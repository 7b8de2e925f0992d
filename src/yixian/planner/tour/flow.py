"""Rotations in which nobody waits: groups walk their cheapest ways, and crowded minutes become dearer until none is."""

from dataclasses import replace
from typing import Any

from yixian.planner.tour.check import figures
from yixian.planner.tour.problem import Rotation, Tour, Visit
from yixian.planner.tour.routes import CLOSED, Route, Routes
from yixian.planner.tour.turns import tightest, turns

MOST_STATIONS = 9
STEPS = 300
DEARER = 0.2
NOISE = 0.02


def without_waiting(tour: Tour, horizon: int, attempt: int = 0) -> Rotation | None:
    """A rotation back by the horizon in which no group waits, if the search comes upon one; else nothing is known.

    Each step takes one of the groups that crowd a station and lets it walk the way that meets the least crowd; a
    minute that stays crowded gets dearer with every step. Groups are alike, so each keeps its turn at the station
    with the least room. Always the same answer for the same tour
    and attempt.
    """
    if not 1 <= len(tour.stations) <= MOST_STATIONS or not tour.groups:
        return None
    routes = _Search(tour, horizon).run(attempt)
    return _rotation(tour, routes) if routes else None


class _Search:
    """The groups' ways for one tour and horizon, and how many groups are where at each minute."""

    def __init__(self, tour: Tour, horizon: int) -> None:
        import numpy as np

        self.np, self.tour, self.horizon = np, tour, horizon
        self.routes = Routes(tour, horizon)
        self.minutes = [station.minutes for station in tour.stations]
        self.room = np.array([[station.capacity] for station in tour.stations])
        self.turns = [turns(tour, place, horizon) for place in range(len(tour.stations))]
        self.busy = tightest(self.turns)

    def run(self, attempt: int) -> list[Route] | None:
        """Ways that no two groups crowd; each attempt takes other steps, and more."""
        if not all(self.turns):
            return None
        np = self.np
        self.random = np.random.default_rng(attempt)
        self.here = np.zeros((len(self.minutes), self.horizon + 1), np.int64)
        self.price = np.ones(self.here.shape)
        found: list[Route] = []
        for group in range(len(self.tour.groups)):
            route = self._cheapest(group)
            if route is None:
                return None
            found.append(route)
            self._put(route, 1)
        return found if self._settled(found, STEPS * 2**attempt) else None

    def _settled(self, found: list[Route], steps: int) -> bool:
        """Whether steps have led to ways that no two groups crowd."""
        moved = -1
        for _ in range(steps):
            crowded = self.here > self.room
            if not crowded.any():
                return True
            options = [
                group for group, route in enumerate(found) if group != moved and self._meets(route, crowded)
            ]
            moved = int(self.random.choice(options)) if options else int(self.random.integers(len(found)))
            self._put(found[moved], -1)
            found[moved] = self._cheapest(moved) or found[moved]
            self._put(found[moved], 1)
            self.price += DEARER * self.np.maximum(0, self.here - self.room)
        return False

    def _meets(self, route: Route, crowded: Any) -> bool:
        """A way leads through a crowded minute."""
        return any(crowded[place, begin : begin + self.minutes[place]].any() for place, begin in route)

    def _put(self, route: Route, sign: int) -> None:
        """Count a group at its stations, or no longer."""
        for place, begin in route:
            self.here[place, begin : begin + self.minutes[place]] += sign

    def _cheapest(self, group: int) -> Route | None:
        """The way of a group that meets the least crowd."""
        np = self.np
        over = np.maximum(0, self.here + 1 - self.room)
        prices = self.routes.prices(over * self.price)
        first, last = self.turns[self.busy][group]
        prices[self.busy, :first] = prices[self.busy, last + 1 :] = CLOSED
        prices += NOISE * self.random.random(prices.shape, np.float32)
        return self.routes.cheapest(prices)


def _rotation(tour: Tour, routes: list[Route]) -> Rotation:
    """The ways as visits."""
    visits = tuple(
        Visit(name, tour.stations[place].id, begin, begin + tour.stations[place].minutes)
        for name, route in zip(tour.groups, routes, strict=True)
        for place, begin in route
    )
    ordered = tuple(sorted(visits, key=lambda visit: (tour.groups.index(visit.group), visit.start)))
    rotation = Rotation("optimal", ordered)
    makespan, waiting = figures(tour, rotation)
    return replace(rotation, makespan=makespan, waiting=waiting)
