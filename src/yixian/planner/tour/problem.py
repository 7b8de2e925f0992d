"""What is asked about a tour, and what is answered; all times are whole minutes from the beginning."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Station:
    """A stop: minutes per visit, groups it takes at a time, when it is open, and slots not to be disturbed.

    `opens` and `closes` bound the whole visit; None means until the end. `quiet` are (from, to) slots in which
    nobody may be there.
    """

    id: str
    minutes: int
    capacity: int = 1
    opens: int = 0
    closes: int | None = None
    quiet: tuple[tuple[int, int], ...] = ()
    name: str = ""


@dataclass(frozen=True)
class Tour:
    """Groups and stations. Every group visits every station once, in any order.

    `walking[i][j]` is minutes from station i to station j in the order of `stations`; `from_start[i]` and
    `to_end[i]` are minutes from the meeting point and back. Empty means no walking. `latest` is the last minute.
    """

    groups: tuple[str, ...]
    stations: tuple[Station, ...]
    walking: tuple[tuple[int, ...], ...] = ()
    from_start: tuple[int, ...] = ()
    to_end: tuple[int, ...] = ()
    latest: int = 480

    def walk(self, one: int, two: int) -> int:
        """Minutes between two stations by their place."""
        return self.walking[one][two] if self.walking else 0

    def arrive(self, station: int) -> int:
        """Minutes from the meeting point."""
        return self.from_start[station] if self.from_start else 0

    def leave(self, station: int) -> int:
        """Minutes back."""
        return self.to_end[station] if self.to_end else 0

    @cached_property
    def place(self) -> dict[str, int]:
        """Where a station stands in `stations`."""
        return {station.id: number for number, station in enumerate(self.stations)}


@dataclass(frozen=True, slots=True)
class Visit:
    """One group at one station from `start` to `end`."""

    group: str
    station: str
    start: int
    end: int


@dataclass(frozen=True)
class Rotation:
    """The visits, when the last group is back, the minutes that groups wait, and whether it is proven.

    `waiting` sums what groups stand between two visits, beyond the way; a group may set off later than another.
    """

    status: str
    visits: tuple[Visit, ...] = ()
    makespan: int | None = None
    waiting: int | None = None
    bound: int | None = None
    seconds: float = 0.0

    @property
    def proven(self) -> bool:
        """No rotation is back earlier, and none that is back as early waits less."""
        return self.status == "optimal"

    def of_group(self, group: str) -> list[Visit]:
        """A group's visits in order."""
        return sorted((visit for visit in self.visits if visit.group == group), key=lambda visit: visit.start)

    def at_station(self, station: str) -> list[Visit]:
        """A station's visits in order."""
        return sorted(
            (visit for visit in self.visits if visit.station == station), key=lambda visit: visit.start
        )
