"""Tours and rotations as versioned JSON files."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from yixian.planner.files import FileError, read_json, text_of
from yixian.planner.tour.problem import Rotation, Station, Tour, Visit

Data = dict[str, Any]
Fault = tuple[str, str, str]


def tour_from_json(text: str) -> Tour:
    """A tour read and validated; raises FileError with path, found, expected."""
    data = read_json(text, "tour-problem-1")
    tour = Tour(
        groups=tuple(data["groups"]),
        stations=tuple(_station(each) for each in data["stations"]),
        walking=tuple(tuple(row) for row in data.get("walking", ())),
        from_start=tuple(data.get("from_start", ())),
        to_end=tuple(data.get("to_end", ())),
        **{name: data[name] for name in ("latest",) if name in data},
    )
    for path, found, expected in faults(tour):
        raise FileError(path, found, expected)
    return tour


def tour_to_json(tour: Tour) -> str:
    """The tour's file."""
    data: Data = {"format": "yixian-tour-problem", "version": 1, "groups": list(tour.groups)}
    data["stations"] = [
        {name: value for name, value in asdict(each).items() if value not in (None, "", ())}
        for each in tour.stations
    ]
    for name in ("walking", "from_start", "to_end"):
        if getattr(tour, name):
            data[name] = list(getattr(tour, name))
    return text_of(data | {"latest": tour.latest})


def rotation_from_json(text: str) -> Rotation:
    """A rotation read and validated by its schema; whether it is sound, `check` says."""
    data = read_json(text, "tour-plan-1")
    plain = ("status", "makespan", "waiting", "bound", "seconds")
    visits = tuple(Visit(**visit) for visit in data["visits"])
    return Rotation(visits=visits, **{name: data[name] for name in plain if name in data})


def rotation_to_json(rotation: Rotation) -> str:
    """The rotation's file."""
    data: Data = {"format": "yixian-tour-plan", "version": 1} | asdict(rotation)
    return text_of(data | {"visits": list(data["visits"])})


def faults(tour: Tour) -> Iterator[Fault]:
    """What the schema cannot say: names used twice, tables of another size, slots that end before they begin."""
    yield from _twice("$.groups", list(tour.groups))
    yield from _twice("$.stations", [station.id for station in tour.stations])
    size = len(tour.stations)
    for name in ("walking", "from_start", "to_end"):
        if getattr(tour, name) and len(getattr(tour, name)) != size:
            yield f"$.{name}", f"{len(getattr(tour, name))} entries", f"{size}, one for each station"
    for number, row in enumerate(tour.walking):
        if len(row) != size:
            yield f"$.walking[{number}]", f"{len(row)} entries", f"{size}, one for each station"
    for number, station in enumerate(tour.stations):
        for place, (start, end) in enumerate(station.quiet):
            if end <= start:
                yield (
                    f"$.stations[{number}].quiet[{place}]",
                    f"{start} to {end}",
                    "an end after its beginning",
                )


def _station(data: Data) -> Station:
    """A station with its slots as pairs."""
    return Station(**data | {"quiet": tuple((start, end) for start, end in data.get("quiet", ()))})


def _twice(path: str, names: list[str]) -> Iterator[Fault]:
    """Names that occur again."""
    for place, name in enumerate(names):
        if name in names[:place]:
            yield f"{path}[{place}]", repr(name), "each name only once"
