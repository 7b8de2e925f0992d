"""The federations below: whether the method works, where, and what spread. Figures only, no names, no records."""

from dataclasses import dataclass
from typing import Any

from yixian.web.accounts.models import Person


@dataclass(frozen=True)
class UpperHome:
    """The first page of a federation above."""

    rows: list[dict[str, Any]]


def upper_home(person: Person) -> UpperHome:
    """The children with their figures."""
    return UpperHome([])
