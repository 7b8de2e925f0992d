"""The curve of changed months against points as a picture. Its twin is the table below it. Geometry is pure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from yixian.web.planning.queries.curve import Point

WIDTH, HEIGHT = 420, 270
LEFT, RIGHT, TOP, BOTTOM = 60, 408, 50, 206
BEFORE, AFTER = 26, 62
MOST_LINES = 4


def rounded_lines(low: int, high: int) -> list[int]:
    """Whole values for the lines of the grid, from under `low` to over `high`, at most about four."""
    step = 1
    while (high - low) / step > MOST_LINES:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return list(range(low // step * step, (high // step + 1) * step + 1, step))


def places(points: Sequence[tuple[int, int]]) -> tuple[list[tuple[float, float]], list[tuple[int, float]]]:
    """Where each (changes, points) stands, and each line of the grid with its value."""
    low, high = min(value for _, value in points), max(value for _, value in points)
    first, last = points[0][0], points[-1][0]
    lines = rounded_lines(low, high)
    tall = lines[-1] - lines[0]

    def y_of(value: int) -> float:
        return BOTTOM - (BOTTOM - TOP) * (value - lines[0]) / tall

    def x_of(changes: int) -> float:
        share = (changes - first) / (last - first) if last > first else 0.5
        return LEFT + BEFORE + (RIGHT - LEFT - BEFORE - AFTER) * share

    return [(x_of(changes), y_of(value)) for changes, value in points], [(v, y_of(v)) for v in lines]


def curve_picture(points: Sequence["Point"]) -> SafeString:
    """Steps downwards: what one more changed month brings. The chosen point is red; each leads to its line below."""
    at, lines = places([(each.changes, each.points) for each in points])
    grid = "".join(
        f'<path class="grid" d="M{LEFT} {y:.1f}H{RIGHT}"/>'
        f'<text class="small" x="{LEFT - 10}" y="{y + 4:.1f}" text-anchor="end">{value}</text>'
        for value, y in lines
    )
    steps = f"M{at[0][0]:.1f} {at[0][1]:.1f}" + "".join(f"H{x:.1f}V{y:.1f}" for x, y in at[1:])
    marks = "".join(_mark(each, x, y) for each, (x, y) in zip(points, at, strict=True))
    title = escape(_("Points of the best plan for each number of changed months"))
    upwards, along = escape(_("Points (fewer is better)")), escape(_("Months changed at most"))
    return mark_safe(
        f'<svg class="picture curve" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="{title}">'
        f'<text class="small" x="{LEFT - 40}" y="26">{upwards}</text>'
        f'{grid}<path class="axis" d="M{LEFT} {BOTTOM}H{RIGHT}"/><path class="curve-line" d="{steps}"/>{marks}'
        f'<text class="small" x="{(LEFT + RIGHT) / 2}" y="{BOTTOM + 50}" text-anchor="middle">'
        f"{along}</text></svg>"
    )


def _mark(each: "Point", x: float, y: float) -> str:
    kind = "curve-point is-chosen" if each.is_chosen else "curve-point"
    return (
        f'<text x="{x:.1f}" y="{BOTTOM + 24}" text-anchor="middle">{each.changes}</text>'
        f'<a class="{kind}" href="#point-{each.number}" tabindex="-1" aria-hidden="true">'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="22" class="curve-reach"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9" class="curve-dot"/>'
        f'<text class="title" x="{x + 14:.1f}" y="{y - 12:.1f}">{each.points}</text></a>'
    )
