"""Database → planner: what a year plan is asked, read from the roster, history, offers and calendar."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from yixian.planner import Choice, Day, DayKind, Host, Month, Problem, Settings
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Member, Venue
from yixian.web.planning.distances import Point, travel_minutes
from yixian.web.planning.models import Blackout, CalendarDay, ChangeCurve, HostOffer, YearPlan
from yixian.web.planning.months import first_day, later, months_from
from yixian.web.planning.queries.days import days_of_year

SETTLED = (Meeting.State.ANNOUNCED, Meeting.State.OPEN, Meeting.State.UNDER_WAY)
OVER = (Meeting.State.WRAPPED_UP, Meeting.State.CLOSED)
HELD = (Meeting.State.UNDER_WAY, *OVER)
KINDS = {
    CalendarDay.Kind.WORKING: DayKind.WORKDAY,
    CalendarDay.Kind.MAKE_UP: DayKind.MAKEUP,
    CalendarDay.Kind.WEEKEND: DayKind.WEEKEND,
    CalendarDay.Kind.HOLIDAY: DayKind.HOLIDAY,
}


def problem_from_db(plan: YearPlan) -> Problem:
    """The planner's problem behind a draft: call it inside the plan's federation's scope."""
    members = list(
        Member.objects.filter(is_active=True)
        .order_by("pk")
        .prefetch_related("venues", "strengths", "needs", "offers")
    )
    months = months_from(plan.first_month, plan.months)
    settings = plan.programme.settings
    blocked, lost = _blocked_days(months), _cancelled(plan)
    problem = Problem(
        hosts=tuple(_host(member, months, blocked[member.pk], lost[member.pk]) for member in members),
        months=_months(plan, months, settings.get("attendance") or len(members)),
        days=calendar_days(months),
        history=_history(plan, months[0]),
        travel=travel_minutes([_point(member) for member in members]),
        settings=_settings(settings, len(members)),
        weights={
            code: int(points) for code, points in {**settings.get("weights", {}), **plan.weights}.items()
        },
        seed=settings.get("seed") or f"{plan.programme} {plan.first_month}",
        title=str(plan),
    )
    return with_what_was_held(problem, _held_months(plan, months))


def with_what_was_held(problem: Problem, held: list[Choice]) -> Problem:
    """Months whose meeting took place stay as they were, and nobody more is expected in them.

    What today's rules would not allow any more (its host has left, the gap was shorter) is left open.
    """
    from yixian.planner.rules import RULES

    known = [
        each for each in held if each.host in problem.host_by_id and each.day.startswith(f"{each.month}-")
    ]
    over = {choice.month: choice for choice in known}
    settled = replace(problem, months=tuple(_as_held(month, over.get(month.id)) for month in problem.months))
    broken = {
        breach.month
        for rule in RULES
        if rule.code != "one_meeting"
        for breach in rule.breaches(settled, known)
    }
    months = zip(problem.months, settled.months, strict=True)
    return replace(problem, months=tuple(old if old.id in broken else new for old, new in months))


def _as_held(month: Month, held: Choice | None) -> Month:
    if held is None:
        return month
    return Month(id=month.id, announced_host=held.host, announced_day=held.day)


def _held_months(plan: YearPlan, months: list[str]) -> list[Choice]:
    """Meetings of these months that are over, but for the one under way, which is settled anyway."""
    over = plan.programme.meetings.filter(
        month__in=months, state__in=OVER, held_on__isnull=False, host__isnull=False
    )
    found = over.order_by("held_on").values_list("month", "host_id", "held_on")
    return [Choice(month, str(host), day.isoformat()) for month, host, day in found]


def _settings(settings: dict[str, Any], members: int) -> Settings:
    """The programme's numbers; nobody hosts twice within a year unless there are too few members."""
    usual = Settings()
    return Settings(
        min_gap_days=settings.get("min_gap_days", usual.min_gap_days),
        min_gap_months=settings.get("min_gap_months", min(12, max(members - 1, 0))),
        preferred_weekdays=tuple(settings.get("weekdays", usual.preferred_weekdays)),
    )


def _host(member: Member, months: list[str], blocked: tuple[str, ...], lost: tuple[str, ...]) -> Host:
    """A member as the planner sees it: its largest venue stands for it."""
    venue = best_venue(member)
    offers = [offer for offer in member.offers.all() if offer.state != HostOffer.State.WITHDRAWN]
    return Host(
        id=str(member.pk),
        name=member.short_name,
        can_host=venue is not None,
        capacity=(venue.capacity or 0) if venue else 0,
        venue_kind=venue.kind if venue else "",
        industry=member.industry,
        subdistrict=str(member.subdistrict_id or ""),
        volunteer=bool(offers),
        offer_months=_offer_months(offers, months),
        member_since=member.joined_on.strftime("%Y-%m") if member.joined_on else None,
        blackout_months=lost,
        blackout_days=blocked,
        strengths=tuple(sorted(str(each.topic_id) for each in member.strengths.all())),
        needs=tuple(sorted(str(each.topic_id) for each in member.needs.all() if each.met_on is None)),
    )


def best_venue(member: Member) -> Venue | None:
    """The largest venue of a member; None when it has none."""
    return max(member.venues.all(), key=lambda venue: (venue.capacity or 0, -venue.pk), default=None)


def _offer_months(offers: list[HostOffer], months: list[str]) -> tuple[str, ...]:
    """The months that the offers name; none means any month will do."""
    named = {
        month
        for offer in offers
        for month in months
        if (offer.earliest_month or months[0]) <= month <= (offer.latest_month or months[-1])
    }
    return () if named == set(months) else tuple(sorted(named))


def _blocked_days(months: list[str]) -> dict[int, tuple[str, ...]]:
    """ISO dates on which each member cannot host, by member id."""
    first, last = first_day(months[0]), first_day(later(months[-1], 1)) - timedelta(days=1)
    blocked: dict[int, set[str]] = defaultdict(set)
    for blackout in Blackout.objects.filter(last_day__gte=first, first_day__lte=last):
        day = max(blackout.first_day, first)
        while day <= min(blackout.last_day, last):
            blocked[blackout.member_id].add(day.isoformat())
            day += timedelta(days=1)
    return defaultdict(tuple, {member: tuple(sorted(days)) for member, days in blocked.items()})


def _cancelled(plan: YearPlan) -> dict[int, tuple[str, ...]]:
    """The months that each member said it cannot keep when this version was arranged anew, by member id."""
    curve = ChangeCurve.objects.filter(plan=plan).only("cancelled", "federation_id").first()
    lost: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for month, member in sorted((curve.cancelled if curve else {}).items()):
        lost[member] += (month,)
    return lost


def _months(plan: YearPlan, months: list[str], attendance: int) -> tuple[Month, ...]:
    """The months to fill, with what is announced and what is pinned."""
    announced = {
        meeting.month: meeting
        for meeting in plan.programme.meetings.filter(month__in=months, state__in=SETTLED)
    }
    pinned = {choice.month: choice for choice in plan.choices.filter(is_pinned=True)}
    return tuple(_month(month, attendance, announced.get(month), pinned.get(month)) for month in months)


def _month(month: str, attendance: int, meeting: Meeting | None, pin: object) -> Month:
    return Month(
        id=month,
        attendance=attendance,
        announced_host=str(meeting.host_id) if meeting else None,
        announced_day=meeting.held_on.isoformat() if meeting and meeting.held_on else None,
        pinned_host=str(pin.host_id) if pin and not meeting else None,  # type: ignore[attr-defined]
        pinned_day=pin.day.isoformat() if pin and not meeting else None,  # type: ignore[attr-defined]
    )


def _history(plan: YearPlan, first_month: str) -> tuple[Choice, ...]:
    """Meetings held before the plan begins."""
    held = plan.programme.meetings.filter(
        state__in=HELD, held_on__lt=first_day(first_month), host__isnull=False
    ).order_by("held_on")
    return tuple(Choice(m.held_on.strftime("%Y-%m"), str(m.host_id), m.held_on.isoformat()) for m in held)


def calendar_days(months: list[str]) -> tuple[Day, ...]:
    """The kept calendar of the months' years; years nobody entered come from the packaged notices."""
    years = range(int(months[0][:4]), int(months[-1][:4]) + 1)
    kept = CalendarDay.objects.filter(date__gte=date(years[0], 1, 1), date__lte=date(years[-1], 12, 31))
    by_date = {
        row.date.isoformat(): Day(
            row.date.isoformat(), KINDS[CalendarDay.Kind(row.kind)], row.name, row.source
        )
        for row in kept
    }
    seeds = (day for year in years for _date, day in days_of_year(year))
    return tuple(by_date.get(day.date, day) for day in seeds)


def _point(member: Member) -> Point | None:
    if member.latitude is None or member.longitude is None:
        return None
    return float(member.latitude), float(member.longitude)
