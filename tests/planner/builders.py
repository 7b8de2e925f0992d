"""Tiny problems, and every plan of one by brute force."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random

from yixian.planner.calendar import days_of_months
from yixian.planner.calendar_seed import days_of_year
from yixian.planner.check import check
from yixian.planner.dates import months_from
from yixian.planner.days import place_days
from yixian.planner.plan import Plan, Status
from yixian.planner.problem import Choice, Host, Month, Problem, Settings
from yixian.planner.solve import term_values

KINDS = ("workshop", "museum", "institute")
INDUSTRIES = ("steel", "food", "toys")
TOPICS = ("a", "b", "c", "d")
MONTHS = months_from("2026-03", 4)
DAYS_2026 = days_of_year(2026)


def tiny(seed: int, hosts: int = 5, months: int = 4, **changes: object) -> Problem:
    """A random problem small enough to look at every plan."""
    random = Random(seed)
    ids = months_from("2026-03", months)
    names = [f"h{number}" for number in range(hosts)]
    problem = Problem(
        hosts=tuple(_host(random, name, ids) for name in names),
        months=tuple(Month(month, attendance=random.choice((30, 40))) for month in ids),
        days=tuple(days_of_months(DAYS_2026, ids).values()),
        history=(Choice("2026-02", random.choice(names), "2026-02-27"),),
        travel=tuple(
            tuple(0 if i == j else random.randint(5, 60) for j in range(hosts)) for i in range(hosts)
        ),
        settings=Settings(
            min_gap_days=random.choice((10, 20)), min_gap_months=random.choice((2, 3)), other_industries=2
        ),
        seed=f"tiny {seed}",
    )
    return replace(problem, **changes)


def _host(random: Random, name: str, months: tuple[str, ...]) -> Host:
    topics = random.sample(TOPICS, 3)
    return Host(
        id=name,
        can_host=random.random() < 0.9,
        capacity=random.choice((30, 40, 50)),
        venue_kind=random.choice(KINDS),
        industry=random.choice(INDUSTRIES),
        subdistrict=random.choice("xy"),
        volunteer=random.random() < 0.5,
        offer_months=random.choice(((), (months[0],))),
        last_hosted=random.choice((None, "2025-06", "2024-11")),
        blackout_months=random.choice(((), (random.choice(months),))),
        blackout_days=random.choice(((), ("2026-04-10", "2026-04-17", "2026-05-15"))),
        strengths=tuple(topics[:1]),
        needs=tuple(topics[1:]),
        good_months=random.choice(((), (3, 4))),
        poor_months=random.choice(((), (5,))),
        preferred_weekdays=random.choice(((), (2,))),
    )


def plan_from(problem: Problem, choices: tuple[Choice, ...]) -> Plan:
    """A plan that states the right figures for the choices."""
    terms = term_values(problem, choices)
    points = sum(term.points for term in terms)
    return Plan(Status.FEASIBLE, choices, points, None, terms=terms, seed=problem.seed)


def every_plan(problem: Problem) -> Iterator[Plan]:
    """Each sequence of hosts that breaks no rule, on its best days."""
    ids = [month.id for month in problem.months]
    for row in product([host.id for host in problem.hosts], repeat=len(ids)):
        choices = place_days(problem, dict(zip(ids, row, strict=True)))
        if choices is not None:
            plan = plan_from(problem, choices)
            if not check(problem, plan):
                yield plan


def fewest_points(problem: Problem) -> int | None:
    """The best value over every plan, or None if there is none."""
    return min((plan.objective or 0 for plan in every_plan(problem)), default=None)


def simple(hosts: int = 4, months: int = 3, **changes: object) -> Problem:
    """A plain problem in which every host can take every month: change what the test is about."""
    ids = months_from("2026-03", months)
    problem = Problem(
        hosts=tuple(Host(f"h{number}", capacity=50) for number in range(hosts)),
        months=tuple(Month(month, attendance=40) for month in ids),
        days=tuple(days_of_months(DAYS_2026, ids).values()),
        settings=Settings(min_gap_days=14, min_gap_months=3),
    )
    return replace(problem, **changes)


def with_host(problem: Problem, number: int, **changes: object) -> Problem:
    """The problem with one host changed."""
    hosts = list(problem.hosts)
    hosts[number] = replace(hosts[number], **changes)
    return replace(problem, hosts=tuple(hosts))


def with_month(problem: Problem, number: int, **changes: object) -> Problem:
    """The problem with one month changed."""
    months = list(problem.months)
    months[number] = replace(months[number], **changes)
    return replace(problem, months=tuple(months))
