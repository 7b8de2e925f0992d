"""Geometry of the year ring: twelve months round a circle. Pure; units of the picture's view box.

The view box is 800 × 800 with the centre at 0, 0; month one begins at the top, months go clockwise.
"""

from dataclasses import dataclass
from math import cos, pi, sin

OUTER, INNER, GAP = 392.0, 196.0, 0.012
LINE = 26
MOST_LETTERS = 6


@dataclass(frozen=True)
class Segment:
    """One month's slice: its outline, and where its words stand."""

    path: str
    x: float
    y: float
    number_y: float
    icon_x: float
    icon_y: float
    lines: list[tuple[str, float]]


def segment(index: int, count: int, name: str) -> Segment:
    """The slice of month `index` (from 0) of `count`, with a host's name broken into at most two lines."""
    start, end = (2 * pi * (index + step) / count - pi / 2 for step in (0, 1))
    middle = (start + end) / 2
    x, y = 300 * cos(middle), 300 * sin(middle)
    words = _broken(name)
    first = y + 18 - (len(words) - 1) * LINE / 2
    lines = [(word, round(first + row * LINE, 1)) for row, word in enumerate(words)]
    return Segment(
        path=_outline(start + GAP, end - GAP),
        x=round(x, 1),
        y=round(y, 1),
        number_y=round(first - LINE - 4, 1),
        icon_x=round(x - 13, 1),
        icon_y=round(first + len(words) * LINE - 14, 1),
        lines=lines,
    )


def _broken(name: str) -> list[str]:
    """At most two lines; what does not fit ends in an ellipsis."""
    if len(name) <= MOST_LETTERS:
        return [name]
    half = min(MOST_LETTERS, (len(name) + 1) // 2)
    rest = name[half:]
    return [name[:half], rest if len(rest) <= MOST_LETTERS else rest[: MOST_LETTERS - 1] + "…"]


def _outline(start: float, end: float) -> str:
    """The slice between two angles and the two radii, as an SVG path."""
    points = [
        (r * cos(a), r * sin(a)) for r, a in ((OUTER, start), (OUTER, end), (INNER, end), (INNER, start))
    ]
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = points
    return (
        f"M{x1:.1f} {y1:.1f}A{OUTER:.0f} {OUTER:.0f} 0 0 1 {x2:.1f} {y2:.1f}"
        f"L{x3:.1f} {y3:.1f}A{INNER:.0f} {INNER:.0f} 0 0 0 {x4:.1f} {y4:.1f}Z"
    )
