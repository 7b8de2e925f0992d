"""When the turns of a station can be at the earliest and at the latest, and what follows for the last group back."""

from yixian.planner.tour.problem import Station, Tour


def closing(tour: Tour, place: int, horizon: int) -> int:
    """The minute by which visits of a station are over, so that everybody is back within the horizon."""
    station = tour.stations[place]
    latest = min(horizon, tour.latest)
    return min(latest - tour.leave(place), latest if station.closes is None else station.closes)


def is_open(station: Station, begin: int) -> bool:
    """A visit from this minute on disturbs no quiet slot."""
    return not any(begin < end and start < begin + station.minutes for start, end in station.quiet)


def beginnings(tour: Tour, place: int, horizon: int) -> list[int]:
    """Minutes at which a visit may begin."""
    station = tour.stations[place]
    first, last = max(station.opens, tour.arrive(place)), closing(tour, place, horizon) - station.minutes
    return [minute for minute in range(first, last + 1) if is_open(station, minute)]


def turns(tour: Tour, place: int, horizon: int) -> list[tuple[int, int]]:
    """The earliest and the latest beginning of each turn at a station; empty if not all groups get theirs.

    Visits of a station last equally long, so as many groups as it takes may begin together, batch by batch.
    """
    minutes, number = beginnings(tour, place, horizon), len(tour.groups)
    early = _spaced(tour.stations[place], minutes, number)
    late = [-each for each in _spaced(tour.stations[place], [-each for each in reversed(minutes)], number)]
    return list(zip(early, reversed(late), strict=True)) if len(early) == len(late) == number else []


def _spaced(station: Station, minutes: list[int], number: int) -> list[int]:
    """The first beginnings that leave each batch its minutes, one for each of `number` groups."""
    found: list[int] = []
    for minute in minutes:
        if not found or minute >= found[-1] + station.minutes:
            found += [minute] * station.capacity
    return found[:number]


def least_by_turns(tour: Tour) -> int:
    """The minute before which the last group cannot be back, whichever station is the busiest."""
    number = len(tour.groups)
    ends = [0]
    for place, station in enumerate(tour.stations):
        early = _spaced(station, beginnings(tour, place, tour.latest), number)
        if early:
            ends.append(early[-1] + station.minutes + tour.leave(place))
    return max(ends)


def tightest(windows: list[list[tuple[int, int]]]) -> int:
    """The station whose turns can move least: the best one to tell alike groups apart by; `windows` by `turns`."""
    return min(range(len(windows)), key=lambda place: sum(late - early for early, late in windows[place]))
