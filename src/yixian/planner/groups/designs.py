"""Rounds without a repeated pair, from algebra: transversal designs and rounds developed from a starter.

People are the numbers 0 … groups × size − 1; a round is a list of groups of such numbers.
"""

from dataclasses import dataclass

from yixian.planner.groups.fields import is_prime, tables

Numbers = tuple[int, ...]
NumberRound = tuple[Numbers, ...]


def transversal(order: int, size: int) -> tuple[NumberRound, ...]:
    """`order` rounds of `order` groups of `size`: person (column c, value v) has number c × order + v.

    In the round of slope a, group b takes from column c the value a·c + b, so that two people of different
    columns meet in exactly one round and two of the same column never. Needs size ≤ order, a prime power.
    """
    add, times = tables(order)
    return tuple(
        tuple(
            tuple(column * order + add[times[slope][column]][shift] for column in range(size))
            for shift in range(order)
        )
        for slope in range(order)
    )


def columns(order: int, size: int) -> NumberRound:
    """One more round for the same people: `size` groups of `order`, each column for itself."""
    return tuple(tuple(range(column * order, (column + 1) * order)) for column in range(size))


def everyone(order: int) -> tuple[NumberRound, ...]:
    """order + 2 rounds of `order` groups of order − 1 in which every pair meets, for an odd prime power.

    The transversal rounds seat all pairs of different columns. In two more rounds each column sits together but
    for its member 0, then but for its member 1; those left over make a group of their own. Now the zeros have met
    twice, and so have the ones: in the round of slope 0, where they are groups, they are mixed, so that 0 and 1
    of each column, the only pairs that still haven't met, do. This is the least number of rounds.
    """
    size = order - 1
    first, *others = transversal(order, size)
    zeros, ones, *rest = first
    half = size // 2
    mixed = (zeros[:half] + ones[:half], zeros[half:] + ones[half:], *rest)
    at_home = columns(order, size)
    without = [
        (*(tuple(each for each in column if each not in left) for column in at_home), left)
        for left in (zeros, ones)
    ]
    return (mixed, *others, *without)


def grid(side: int, size: int) -> tuple[NumberRound, ...]:
    """Three rounds of `side` groups of `side` for any order: rows, columns and diagonals of a square."""
    rows = tuple(tuple(row * side + column for column in range(side)) for row in range(side))
    downs = tuple(tuple(row * side + column for row in range(side)) for column in range(side))
    diagonals = tuple(
        tuple(row * side + (shift - row) % side for row in range(side)) for shift in range(side)
    )
    return (rows, downs, diagonals) if size == side else ()


@dataclass(frozen=True)
class Starter:
    """A few rounds from which the others follow by adding 1 modulo `modulus` within each class.

    Person (class c, residue r) has number c × modulus + r; the last `fixed` people never move. Each of
    `base` is a round that gives `modulus` rounds. Each of `blocks` is one group whose shifts are a round.
    `classes` adds the round in which every class is a group.
    """

    groups: int
    size: int
    modulus: int
    fixed: int = 0
    base: tuple[NumberRound, ...] = ()
    blocks: tuple[Numbers, ...] = ()
    classes: bool = False

    @property
    def rounds(self) -> tuple[NumberRound, ...]:
        """All rounds."""
        found = [self._shifted_round(each, step) for each in self.base for step in range(self.modulus)]
        found += [tuple(self._shifted(block, step) for step in range(self.modulus)) for block in self.blocks]
        if self.classes:
            found.append(columns(self.modulus, self.groups))
        return tuple(found)

    def _shifted_round(self, each: NumberRound, step: int) -> NumberRound:
        """A round after adding `step`."""
        return tuple(self._shifted(group, step) for group in each)

    def _shifted(self, group: Numbers, step: int) -> Numbers:
        """A group after adding `step`."""
        moving = self.groups * self.size - self.fixed
        return tuple(number if number >= moving else _added(number, step, self.modulus) for number in group)


def _added(number: int, step: int, modulus: int) -> int:
    """The person `step` further on in the same class."""
    residue = number % modulus
    return number - residue + (residue + step) % modulus


def fours(groups: int) -> Starter | None:
    """A starter for 3q + 1 people in groups of four so that every pair meets exactly once in q rounds.

    For a prime q = 4t + 1 (Bose). People are Z_q × {0, 1, 2} and one who never moves. Squares of one class sit with
    non-squares of the next: {±x²ⁱ in class j, ±x²ⁱ⁺ᵃ in class j + 1}, with a odd such that xᵃ + 1 over xᵃ − 1 is no
    square. None for other numbers of groups.
    """
    order, rest = divmod(4 * groups - 1, 3)
    if rest or order % 4 != 1 or not is_prime(order):
        return None
    logs = _logarithms(order)
    power = {log: number for number, log in logs.items()}
    shift = next(
        odd
        for odd in range(1, order - 1, 2)
        if power[odd] != order - 1 and (logs[power[odd] + 1] - logs[power[odd] - 1]) % 2
    )
    base: list[Numbers] = [(0, order, 2 * order, 3 * order)]
    for here, there in ((0, 1), (1, 2), (2, 0)):
        for number in range(0, (order - 1) // 2, 2):
            one, two = power[number], power[(number + shift) % (order - 1)]
            near, far = (one, order - one), (two, order - two)
            base.append((*(here * order + each for each in near), *(there * order + each for each in far)))
    return Starter(groups, 4, order, fixed=1, base=(tuple(base),))


def _logarithms(prime: int) -> dict[int, int]:
    """The exponent of each number 1 … p − 1 to the least primitive root."""
    for root in range(2, prime):
        logs = {pow(root, exponent, prime): exponent for exponent in range(prime - 1)}
        if len(logs) == prime - 1:
            return logs
    return {1: 0}
