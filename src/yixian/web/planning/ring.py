"""Geometry of the year ring: twelve months round a circle. Pure; units of the picture's view box.

The view box is 800 × 800 with the centre at 0, 0; month one begins at the top, months go clockwise.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin

EDGE, RIM, OUTER, INNER, GAP = 396.0, 378.0, 372.0, 180.0, 0.012
MIDDLE = 284
LINE, ICON = 26, 34
MOST_LETTERS = 6


@dataclass(frozen=True)
class Segment:
    """One month's slice: its outline, its rim, and where its words stand, as the SVG writes them.

    A word that stands alone in the slice stands at `alone_y`.
    """

    path: str
    rim: str
    x: str
    alone_y: str
    number_y: str
    icon_x: str
    icon_y: str
    lines: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1024)
def segment(index: int, count: int, name: str) -> Segment:
    """The slice of month `index` (from 0) of `count`, with a host's name broken into at most two lines."""
    start, end = (2 * pi * (index + step) / count - pi / 2 for step in (0, 1))
    middle = (start + end) / 2
    x, y = MIDDLE * cos(middle), MIDDLE * sin(middle)
    words = _broken(name)
    first = y + 10 - (len(words) - 1) * LINE / 2
    lines = tuple((word, f"{first + row * LINE:.1f}") for row, word in enumerate(words))
    return Segment(
        path=_outline(start + GAP, end - GAP, OUTER, INNER),
        rim=_outline(start + GAP, end - GAP, EDGE, RIM),
        x=f"{x:.1f}",
        alone_y=f"{y + 14:.1f}",
        number_y=f"{first - LINE - 8:.1f}",
        icon_x=f"{x - ICON / 2:.1f}",
        icon_y=f"{first + len(words) * LINE - 12:.1f}",
        lines=lines,
    )


def _broken(name: str) -> list[str]:
    """At most two lines; what does not fit ends in an ellipsis."""
    if len(name) <= MOST_LETTERS:
        return [name]
    half = min(MOST_LETTERS, (len(name) + 1) // 2)
    rest = name[half:]
    return [name[:half], rest if len(rest) <= MOST_LETTERS else rest[: MOST_LETTERS - 1] + "…"]


def _outline(start: float, end: float, outer: float, inner: float) -> str:
    """The slice between two angles and two radii, as an SVG path."""
    points = [
        (r * cos(a), r * sin(a)) for r, a in ((outer, start), (outer, end), (inner, end), (inner, start))
    ]
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = points
    return (
        f"M{x1:.1f} {y1:.1f}A{outer:.0f} {outer:.0f} 0 0 1 {x2:.1f} {y2:.1f}"
        f"L{x3:.1f} {y3:.1f}A{inner:.0f} {inner:.0f} 0 0 0 {x4:.1f} {y4:.1f}Z"
    )
