"""Made-up words for the sample: read once, drawn by chance that is the same everywhere."""

import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

FILE = Path(__file__).with_name("data") / "content.json"


@cache
def content() -> dict[str, list[Any]]:
    """Every list of words by its name."""
    words: dict[str, list[Any]] = json.loads(FILE.read_text(encoding="utf-8"))
    return words


class Draw:
    """Chance with a fixed seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def one(self, name: str) -> Any:
        """One entry of a list of words."""
        return self.random.choice(content()[name])

    def some(self, things: list[Any], most: int) -> list[Any]:
        """Up to `most` different things, at least one where there is one."""
        return self.random.sample(things, min(len(things), self.random.randint(1, max(1, most))))

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return self.random.random() < share
