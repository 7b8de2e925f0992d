"""The shape of a hard rule: what it filters or adds to the model, and, written separately, how it is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yixian.planner.plan import Breach
from yixian.planner.problem import Choice, Day, Host, Month, Problem

if TYPE_CHECKING:
    from yixian.planner.model import YearModel

Choices = Sequence[Choice]


@dataclass(frozen=True)
class Rule:
    """A hard rule.

    `allows_host` and `allows_day` filter pairs before the model is written; `add` writes rows that tie months
    together. `breaches` is the independent check and uses none of these. `price` says how dear it is to break
    the rule when no plan exists (None: never), `granted_by` who could allow it: host, office, leadership, nobody.
    """

    code: str
    granted_by: str
    price: int | None
    breaches: Callable[[Problem, Choices], Iterator[Breach]]
    allows_host: Callable[[Problem, Month, Host], bool] | None = None
    allows_day: Callable[[Problem, Month, Host, Day], bool] | None = None
    add: Callable[[YearModel], None] | None = None
    per_month: bool = True

    def key(self, month: str) -> str:
        """What a conflict calls the rule's instance: the month, or '' for a rule on the whole plan."""
        return month if self.per_month else ""
