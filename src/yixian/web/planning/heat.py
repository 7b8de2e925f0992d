"""Classes of heat for prices: 0 costs nothing, 1 to 5 are fifths of what costs something. Pure."""

from bisect import bisect_left
from collections.abc import Iterable

CLASSES = 5


def steps(prices: Iterable[int | None]) -> list[int]:
    """The dearest price of classes 1 to 5, ascending; fewer where prices are too few to tell apart."""
    dear = sorted(price for price in prices if price)
    ends = (number * len(dear) // CLASSES for number in range(1, CLASSES + 1))
    bounds = {dear[end - 1] for end in ends if end}
    return sorted(bounds)


def heat(price: int, bounds: list[int]) -> int:
    """The class of a price."""
    return bisect_left(bounds, price) + 1 if price > 0 else 0
