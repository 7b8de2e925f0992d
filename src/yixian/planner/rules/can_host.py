"""Only a member that has a place for the meeting can be its host."""

from collections.abc import Iterator

from yixian.planner.plan import Breach
from yixian.planner.problem import Host, Month, Problem
from yixian.planner.rules.base import Choices, Rule

CODE = "can_host"


def allows_host(problem: Problem, month: Month, host: Host) -> bool:
    """The member has a place."""
    return host.can_host


def breaches(problem: Problem, choices: Choices) -> Iterator[Breach]:
    """Meetings at members without a place."""
    homeless = {host.id for host in problem.hosts if not host.can_host}
    for choice in choices:
        if choice.host in homeless:
            yield Breach(CODE, choice.month, choice.host, choice.day)


RULE = Rule(CODE, granted_by="host", price=90, breaches=breaches, allows_host=allows_host)
