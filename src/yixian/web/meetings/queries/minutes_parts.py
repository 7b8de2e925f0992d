"""The parts of a draft of minutes: this app brings its own, the apps above add theirs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yixian.web.meetings.models import Meeting


@dataclass(frozen=True)
class Part:
    """One part: its heading, its place, and its paragraphs out of a meeting's records (none: left out)."""

    key: str
    heading: Any
    order: int
    lines: Callable[[Meeting], list[str]]


_PARTS: dict[str, Part] = {}


def register_part(*parts: Part) -> None:
    """Add parts (again: replace them)."""
    _PARTS.update({part.key: part for part in parts})


def parts_in_order() -> list[Part]:
    """Every part, as the paper has them."""
    return sorted(_PARTS.values(), key=lambda part: part.order)
