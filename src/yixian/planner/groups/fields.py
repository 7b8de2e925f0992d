"""Finite fields of prime power order, as tables of sums and products of the numbers 0 … q − 1."""

from functools import cache

Table = tuple[tuple[int, ...], ...]

# x^k reduced: the coefficients (lowest first) that replace it, for irreducible polynomials.
REDUCTIONS: dict[int, tuple[int, tuple[int, ...]]] = {
    4: (2, (1, 1)),
    8: (2, (1, 1, 0)),
    9: (3, (2, 0)),
    16: (2, (1, 1, 0, 0)),
    25: (5, (3, 0)),
    27: (3, (2, 1, 0)),
}


def is_prime(number: int) -> bool:
    """A prime number."""
    return number > 1 and all(number % factor for factor in range(2, int(number**0.5) + 1))


def is_field_order(number: int) -> bool:
    """A field of this order is known here."""
    return is_prime(number) or number in REDUCTIONS


@cache
def tables(order: int) -> tuple[Table, Table]:
    """Sums and products of the field; raises KeyError if the order is no prime power known here."""
    numbers = range(order)
    if is_prime(order):
        add = tuple(tuple((one + two) % order for two in numbers) for one in numbers)
        return add, tuple(tuple(one * two % order for two in numbers) for one in numbers)
    prime, reduction = REDUCTIONS[order]
    add = tuple(tuple(_sum(one, two, prime, len(reduction)) for two in numbers) for one in numbers)
    return add, tuple(tuple(_product(one, two, prime, reduction) for two in numbers) for one in numbers)


def _digits(number: int, prime: int, length: int) -> list[int]:
    """The coefficients of a polynomial written as a number in base p."""
    return [number // prime**place % prime for place in range(length)]


def _number(digits: list[int], prime: int) -> int:
    """The number for coefficients."""
    return sum(digit * prime**place for place, digit in enumerate(digits))


def _sum(one: int, two: int, prime: int, length: int) -> int:
    """Coefficient by coefficient."""
    both = zip(_digits(one, prime, length), _digits(two, prime, length), strict=True)
    return _number([(a + b) % prime for a, b in both], prime)


def _product(one: int, two: int, prime: int, reduction: tuple[int, ...]) -> int:
    """Polynomials multiplied and reduced."""
    length = len(reduction)
    found = [0] * (2 * length - 1)
    for i, a in enumerate(_digits(one, prime, length)):
        for j, b in enumerate(_digits(two, prime, length)):
            found[i + j] += a * b
    for high in range(2 * length - 2, length - 1, -1):
        for place, coefficient in enumerate(reduction):
            found[high - length + place] += found[high] * coefficient
    return _number([digit % prime for digit in found[:length]], prime)
