"""The public lot that decides between equally good plans: anyone can recompute it from the seed."""

from hashlib import sha256

from yixian.planner.linear import Expr
from yixian.planner.model import YearModel


def ticket(seed: str, host: str, month: str) -> int:
    """The first 16 bits of SHA-256(seed | host | month); the plan with the lowest sum wins."""
    return int.from_bytes(sha256(f"{seed}|{host}|{month}".encode()).digest()[:2], "big")


def tickets(model: YearModel) -> Expr:
    """The sum of the tickets of the hosts chosen."""
    value = Expr()
    for (month, host), variable in model.x.items():
        value.add(variable, ticket(model.problem.seed, host, month))
    return value
