"""What the planner answers: choices, proof, values of the terms, and, where there is no plan, why not."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from yixian.planner.problem import Choice


class Status(StrEnum):
    """How far a solve came: only OPTIMAL is proven; FEASIBLE says how large the gap is."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TermValue:
    """What one soft term comes to in a plan: `value` in the term's unit, and `points` = weight × value."""

    code: str
    unit: str
    weight: int
    value: int

    @property
    def points(self) -> int:
        """Penalty points: fewer is better."""
        return self.weight * self.value


@dataclass(frozen=True, slots=True)
class SolverRun:
    """One solver's word on the problem: name, status, value, proven bound and seconds."""

    name: str
    status: str
    objective: int | None
    bound: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Conflict:
    """One rule (in one month; '' is the whole plan) out of a set that cannot all hold."""

    rule: str
    month: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """One rule to be relaxed so that a plan exists: for which month and host or day, and who can grant it."""

    rule: str
    month: str
    host: str
    day: str
    granted_by: str
    price: int


@dataclass(frozen=True)
class Plan:
    """The outcome of a solve; `objective` and `bound` are points and equal when proven optimal.

    `gap` is (objective − bound) / objective, as a fraction. `core` and `repairs` are filled when infeasible.
    `calendar_gaps` are the years whose holiday notice has not been imported. With levels, `level_values`
    are the points reached on each level in order. `drawn` says that the lot among equally good plans was drawn
    to the end, so that everybody gets this same plan.
    """

    status: Status
    choices: tuple[Choice, ...] = ()
    objective: int | None = None
    bound: int | None = None
    gap: float | None = None
    seconds: float = 0.0
    seed: str = ""
    solvers: tuple[SolverRun, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()
    terms: tuple[TermValue, ...] = ()
    level_values: tuple[int, ...] = ()
    core: tuple[Conflict, ...] = ()
    repairs: tuple[Repair, ...] = ()
    calendar_gaps: tuple[int, ...] = ()
    drawn: bool = False

    @cached_property
    def by_month(self) -> dict[str, Choice]:
        """The choice for each month."""
        return {choice.month: choice for choice in self.choices}

    @property
    def proven(self) -> bool:
        """Nobody can find a plan with fewer points."""
        return self.status is Status.OPTIMAL


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a running solve stands: `best` and `bound` in points, None while unknown."""

    stage: str
    seconds: float
    best: int | None = None
    bound: int | None = None


@dataclass(frozen=True, slots=True)
class Breach:
    """One hard rule broken by a plan, or one figure that the plan states wrongly."""

    rule: str
    month: str = ""
    host: str = ""
    day: str = ""
    found: str = ""
    expected: str = ""
