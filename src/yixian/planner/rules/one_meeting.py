"""Each month has exactly one meeting, at a host that exists, on a day of that month."""

from collections import Counter
from collections.abc import Iterator

from yixian.planner.plan import Breach
from yixian.planner.problem import Problem
from yixian.planner.rules.base import Choices, Rule

CODE = "one_meeting"


def breaches(problem: Problem, choices: Choices) -> Iterator[Breach]:
    """Months without a meeting or with several, months nobody asked for, and days outside their month."""
    counted = Counter(choice.month for choice in choices)
    for month in problem.months:
        if counted[month.id] != 1:
            yield Breach(CODE, month.id, found=str(counted[month.id]), expected="1")
    for choice in choices:
        if choice.month not in problem.month_by_id:
            yield Breach(CODE, choice.month, choice.host, choice.day, found=choice.month)
        if choice.host not in problem.host_by_id:
            yield Breach(CODE, choice.month, choice.host, choice.day, found=choice.host)
        if choice.day[:7] != choice.month:
            yield Breach(CODE, choice.month, choice.host, choice.day, choice.day, choice.month)


RULE = Rule(CODE, granted_by="leadership", price=None, breaches=breaches)
