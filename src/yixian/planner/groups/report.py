"""The year's report: how many pairs have met, which met most often, and who has met fewest."""

from collections.abc import Sequence
from dataclasses import dataclass

from yixian.planner.groups.problem import Pair, Round, meetings


@dataclass(frozen=True)
class YearReport:
    """Pairs that met out of all pairs; the pair that met most often; and each person's number of others met."""

    pairs: int
    pairs_met: int
    most: Pair | None
    most_times: int
    met: tuple[tuple[str, int], ...]

    @property
    def share(self) -> float:
        """Pairs met as a fraction of all pairs."""
        return self.pairs_met / self.pairs if self.pairs else 1.0


def year_report(people: Sequence[str], rounds: Sequence[Round]) -> YearReport:
    """The report over rounds held; `met` begins with those who have met fewest."""
    known = set(people)
    count = {two: times for two, times in meetings(rounds).items() if known.issuperset(two)}
    most = max(sorted(count), key=lambda two: count[two], default=None)
    met = {person: sum(person in two for two in count) for person in people}
    return YearReport(
        pairs=len(people) * (len(people) - 1) // 2,
        pairs_met=len(count),
        most=most,
        most_times=count[most] if most else 0,
        met=tuple(sorted(met.items(), key=lambda item: (item[1], item[0]))),
    )
