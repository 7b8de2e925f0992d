"""A month that demands a kind of venue gets that kind."""

from collections.abc import Iterator

from yixian.planner.plan import Breach
from yixian.planner.problem import Host, Month, Problem
from yixian.planner.rules.base import Choices, Rule

CODE = "venue_kind"


def allows_host(problem: Problem, month: Month, host: Host) -> bool:
    """Nothing is demanded, or the host's venue is of the kind demanded."""
    return not month.venue_kind or host.venue_kind == month.venue_kind


def breaches(problem: Problem, choices: Choices) -> Iterator[Breach]:
    """Meetings in another kind of venue than demanded."""
    demanded = {month.id: month.venue_kind for month in problem.months if month.venue_kind}
    for choice in choices:
        host = problem.host_by_id.get(choice.host)
        if host is not None and choice.month in demanded and host.venue_kind != demanded[choice.month]:
            expected = demanded[choice.month]
            yield Breach(CODE, choice.month, choice.host, choice.day, host.venue_kind, expected)


RULE = Rule(CODE, granted_by="office", price=15, breaches=breaches, allows_host=allows_host)
