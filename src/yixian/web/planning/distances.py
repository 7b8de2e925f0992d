"""Minutes from member to member, estimated from coordinates. Pure.

Straight line by the haversine formula on a sphere of 6,371 km, lengthened by 1.3 for roads (a usual
detour factor for towns), driven at 30 km/h, plus 5 minutes for parking. An estimate, and called so on screen.
"""

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0
DETOUR = 1.3
KM_PER_MINUTE = 0.5
PARKING_MINUTES = 5

Point = tuple[float, float]


def kilometres(a: Point, b: Point) -> float:
    """Great-circle distance between two (latitude, longitude) points in degrees, in kilometres."""
    lat_a, lon_a, lat_b, lon_b = map(radians, (*a, *b))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def travel_minutes(points: list[Point | None]) -> tuple[tuple[int, ...], ...]:
    """The table of minutes between all points; a point that is not known counts as the average journey.

    Returns an empty tuple when fewer than two points are known.
    """
    known = [point for point in points if point is not None]
    if len(known) < 2:
        return ()
    direct = [_minutes(a, b) for i, a in enumerate(known) for b in known[i + 1 :]]
    usual = round(sum(direct) / len(direct))
    return tuple(
        tuple(0 if i == j else _between(a, b, usual) for j, b in enumerate(points))
        for i, a in enumerate(points)
    )


def _between(a: Point | None, b: Point | None, usual: int) -> int:
    return usual if a is None or b is None else _minutes(a, b)


def _minutes(a: Point, b: Point) -> int:
    return round(kilometres(a, b) * DETOUR / KM_PER_MINUTE) + PARKING_MINUTES
