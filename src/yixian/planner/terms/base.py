"""The shape of a soft term: its points in the model, its value recomputed from a plan, its reason for a choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yixian.planner.explanation import Reason
from yixian.planner.linear import Expr
from yixian.planner.problem import Choice, Problem

if TYPE_CHECKING:
    from yixian.planner.model import YearModel

Choices = Sequence[Choice]


@dataclass(frozen=True)
class Term:
    """A soft term: something to be kept small.

    `unit` is what is counted; `weight` the points per unit unless the problem says otherwise. `add` writes the
    value as a linear expression into the model; `measure` counts it from a plan without the model; `reason`
    says what the term has to tell about one choice, or None. `by_turns`: only who has how many turns counts, not
    the months, so that the value stays when hosts exchange their months.
    """

    code: str
    unit: str
    weight: int
    add: Callable[[YearModel], Expr]
    measure: Callable[[Problem, Choices], int]
    reason: Callable[[Problem, Choices, Choice], Reason | None]
    by_turns: bool = False
