"""A synthetic problem with evidently made-up members, for trying out, tests and benchmarks."""

from random import Random

from yixian.planner.calendar import days_of_months
from yixian.planner.calendar_seed import days_of_year
from yixian.planner.dates import days_in, month_name, month_number, months_from, weekday
from yixian.planner.problem import Choice, Day, Host, Month, Problem, Settings

STEMS = "甲乙丙丁戊己庚辛壬癸"
INDUSTRIES = ("机械", "电子", "纺织", "食品", "医药", "物流", "化工", "文旅")
KINDS = ("workshop", "museum", "institute", "subdistrict", "building")
KIND_WEIGHTS = (50, 10, 12, 16, 12)
TOPICS = (
    "岗位练兵", "规范化管理", "企业文化", "队伍建设", "女职工工作", "安全生产",
    "职工书屋", "集体协商", "困难帮扶", "劳模工作室", "数字化办公", "心理关怀",
)  # fmt: skip
SUBDISTRICTS = ("东湾街道", "西湾街道", "南坡街道", "北坡街道", "上河镇", "下河镇", "中洲镇")


def sample_problem(members: int = 42, months: int = 12, seed: int = 7, first: str = "2027-01") -> Problem:
    """A problem of the given size; the same numbers give the same problem on every machine."""
    random = Random(f"{seed}/{members}/{months}")
    ids = months_from(first, months)
    places = [(random.uniform(0, 24), random.uniform(0, 18)) for _ in range(members)]
    hosts = tuple(_host(random, number, ids) for number in range(members))
    history = _history(random, hosts, first, min(12, members - 1))
    return Problem(
        title=f"示例（虚构数据）{members} × {months}",
        hosts=hosts,
        months=tuple(_month(random, month, number, hosts) for number, month in enumerate(ids)),
        days=_days(ids),
        history=history,
        travel=_travel(places),
        settings=Settings(min_gap_months=min(12, max(1, members * 2 // 3))),
        seed=f"sample-{seed}",
    )


def _host(random: Random, number: int, months: tuple[str, ...]) -> Host:
    """One made-up member."""
    industry = random.choice(INDUSTRIES)
    name = f"{STEMS[number % 10]}{STEMS[number // 10 % 10]}{industry}" + ("" if number < 100 else str(number))
    topics = random.sample(TOPICS, random.randint(3, 6))
    strong = random.randint(1, 3)
    volunteer = random.random() < 0.35
    ruled_out = random.sample(months, random.randint(0, min(3, len(months) // 4)))
    days = [day for month in random.sample(months, min(2, len(months))) for day in days_in(month)]
    return Host(
        id=f"m{number + 1:03d}",
        name=name,
        can_host=random.random() < 0.92,
        capacity=random.choice((40, 50, 60, 60, 80, 100, 150)),
        venue_kind=random.choices(KINDS, KIND_WEIGHTS)[0],
        industry=industry,
        subdistrict=random.choice(SUBDISTRICTS),
        volunteer=volunteer,
        offer_months=tuple(sorted(random.sample(months, min(3, len(months)))))
        if volunteer and random.random() < 0.4
        else (),
        last_hosted=_earlier(random, months[0]) if random.random() < 0.6 else None,
        member_since=_earlier(random, months[0]),
        blackout_months=tuple(sorted(ruled_out)),
        blackout_days=tuple(sorted(random.sample(days, min(len(days), random.randint(0, 4))))),
        strengths=tuple(topics[:strong]),
        needs=tuple(topics[strong:]),
        good_months=tuple(sorted(random.sample(range(1, 13), 5))) if random.random() < 0.5 else (),
        poor_months=tuple(sorted(random.sample(range(1, 13), 2))) if random.random() < 0.3 else (),
        preferred_weekdays=(random.randint(1, 5),) if random.random() < 0.2 else (),
    )


def _earlier(random: Random, first: str) -> str:
    """A month two to six years before the plan."""
    return month_name(month_number(first) - random.randint(25, 72))


def _month(random: Random, month: str, number: int, hosts: tuple[Host, ...]) -> Month:
    """A month with expected attendance; a few demand a kind of venue that many members have."""
    kind = (
        random.choice(("workshop", "subdistrict")) if number % 12 in (4, 9) and random.random() < 0.5 else ""
    )
    able = sum(host.can_host and host.venue_kind == kind and host.capacity >= 60 for host in hosts)
    return Month(month, random.choice((45, 48, 50, 52)), kind if able >= 8 else "")


def _days(months: tuple[str, ...]) -> tuple[Day, ...]:
    """The calendar of the months."""
    years = sorted({int(month[:4]) for month in months})
    table = [day for year in years for day in days_of_year(year)]
    return tuple(days_of_months(table, months).values())


def _history(random: Random, hosts: tuple[Host, ...], first: str, count: int) -> tuple[Choice, ...]:
    """Meetings of the months before, each at another host."""
    able = [host.id for host in hosts if host.can_host]
    chosen = random.sample(able, min(count, len(able) // 2))
    start = month_number(first) - len(chosen)
    rows = []
    for step, host in enumerate(chosen):
        month = month_name(start + step)
        fridays = [day for day in days_in(month) if weekday(day) == 5]
        rows.append(Choice(month, host, fridays[2]))
    return tuple(rows)


def _travel(places: list[tuple[float, float]]) -> tuple[tuple[int, ...], ...]:
    """Minutes between members: eight to set out and two per kilometre, the long way round a grid."""
    return tuple(
        tuple(
            0 if one == two else round(8 + 2 * (abs(one[0] - two[0]) + abs(one[1] - two[1])))
            for two in places
        )
        for one in places
    )
