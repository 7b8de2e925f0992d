"""All rotations of tiny tours, minute by minute."""


def timed_routes(tour, horizon):
    """Every way of one group through all stations within the horizon, minute by minute: minutes waited and visits."""
    size = len(tour.stations)

    def longer(visits, free, waited):
        if len(visits) == size:
            if free + tour.leave(visits[-1][0]) <= horizon:
                yield waited, visits
            return
        for place in set(range(size)) - {visit[0] for visit in visits}:
            station = tour.stations[place]
            ready = free + tour.walk(visits[-1][0], place) if visits else tour.arrive(place)
            for begin in range(max(ready, station.opens), horizon - station.minutes + 1):
                end = begin + station.minutes
                if end <= (station.closes or horizon) and not any(
                    begin < until and since < end for since, until in station.quiet
                ):
                    more = begin - ready if visits else 0
                    yield from longer([*visits, (place, begin, end)], end, waited + more)

    return list(longer([], 0, 0))


def meet(one, two):
    """Two groups are at one station at the same time."""
    return any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in one for b in two)


def best(tour):
    """Least makespan, then least waiting, over all combinations of timed routes; every station takes one group."""
    for horizon in range(tour.latest + 1):
        routes = sorted(timed_routes(tour, horizon), key=lambda route: route[0])
        found = [(0, [])]
        for _ in tour.groups:
            found = [
                (waited + more, [*chosen, visits])
                for waited, chosen in found
                for more, visits in routes
                if not any(meet(visits, other) for other in chosen)
            ]
        if found:
            return horizon, min(waited for waited, _ in found)
    return None
