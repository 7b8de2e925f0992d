"""Why a plan is as it is, as data: codes with numbers and names, to be put into words by `sentences` or the site."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from yixian.planner.plan import Breach, TermValue
from yixian.planner.problem import Choice


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for (or against) a choice: a code, and the numbers and names that belong to it."""

    code: str
    numbers: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Price:
    """What one term loses (positive) or gains (negative), in points, when something else is chosen."""

    term: str
    points: int


@dataclass(frozen=True)
class Alternative:
    """The best whole plan in which `month` goes to `host`: its price against the plan, in sum and per term.

    With `price` None it cannot be done at all, and `breaches` says which rules stand against it.
    `moved` are the months whose host would change too; `proven` is false if time ran out.
    """

    month: str
    host: str
    price: int | None
    terms: tuple[Price, ...] = ()
    moved: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    breaches: tuple[Breach, ...] = ()
    proven: bool = True


@dataclass(frozen=True)
class MonthReasons:
    """One month of a plan: its choice, what speaks for it, and what else could have been.

    `runner_up` is the best plan with another host in this month (often the same hosts in other months);
    `without` is the best plan in which this host has no turn at all.
    """

    choice: Choice
    reasons: tuple[Reason, ...]
    runner_up: Alternative | None = None
    without: Alternative | None = None

    @property
    def by_lot(self) -> bool:
        """An equally good plan has another host here, and the public lot decided between them."""
        return self.runner_up is not None and self.runner_up.price == 0


@dataclass(frozen=True)
class Explanation:
    """A plan explained: month by month, and what each term comes to in the whole plan."""

    months: tuple[MonthReasons, ...]
    terms: tuple[TermValue, ...]
    why_not: tuple[Alternative, ...] = ()
    notes: tuple[Reason, ...] = ()

    @cached_property
    def by_month(self) -> dict[str, MonthReasons]:
        """The explanation of each month."""
        return {each.choice.month: each for each in self.months}
