"""A small integer linear model in plain Python, so that rules and terms need no solver to be written or tested."""

from collections.abc import Iterable
from dataclasses import dataclass, field

INFINITY = float("inf")


@dataclass(slots=True)
class Expr:
    """A linear expression: coefficients by variable number, and a constant."""

    terms: dict[int, int] = field(default_factory=dict)
    constant: int = 0

    def add(self, variable: int, coefficient: int = 1) -> None:
        """Add `coefficient` × variable."""
        self.terms[variable] = self.terms.get(variable, 0) + coefficient

    def extend(self, other: "Expr", factor: int = 1) -> None:
        """Add another expression times `factor`."""
        for variable, coefficient in other.terms.items():
            self.add(variable, factor * coefficient)
        self.constant += factor * other.constant

    def value(self, values: list[int]) -> int:
        """The expression's value where variable i has values[i]."""
        return self.constant + sum(
            values[variable] * coefficient for variable, coefficient in self.terms.items()
        )


@dataclass(slots=True)
class Row:
    """lower ≤ Σ coefficient × variable ≤ upper."""

    terms: dict[int, int]
    lower: float
    upper: float


@dataclass(slots=True)
class Linear:
    """Variables (all integer unless said otherwise), rows, and an objective to be minimised."""

    lower: list[int] = field(default_factory=list)
    upper: list[int] = field(default_factory=list)
    integer: list[bool] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    objective: Expr = field(default_factory=Expr)

    def var(self, lower: int = 0, upper: int = 1, *, integer: bool = True) -> int:
        """A new variable's number."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.integer.append(integer)
        return len(self.lower) - 1

    def row(
        self, terms: Iterable[tuple[int, int]], *, lower: float = -INFINITY, upper: float = INFINITY
    ) -> int:
        """A new row's number; coefficients of the same variable are added up."""
        merged: dict[int, int] = {}
        for variable, coefficient in terms:
            merged[variable] = merged.get(variable, 0) + coefficient
        self.rows.append(Row(merged, lower, upper))
        return len(self.rows) - 1

    def equal(self, terms: Iterable[tuple[int, int]], value: int) -> int:
        """A new row that holds exactly."""
        return self.row(terms, lower=value, upper=value)
