"""The tour: in which order, and when, each group visits each station. Times are minutes from the beginning.

solve(Tour) -> Rotation          least makespan, then least waiting, proven unless time runs out
check(Tour, Rotation) -> list    every rule broken, found without a solver
overload(Tour) -> list           stations whose load cannot fit their window, to be told before solving
retime(Tour, Rotation, …)        the same orders with new times when a station runs over; no solver needed
"""

from yixian.planner.tour.problem import Rotation, Station, Tour, Visit

__all__ = ["Rotation", "Station", "Tour", "Visit"]
