"""What the planner is asked is what the database holds."""

from datetime import date

from tests import factories
from tests.days import day_of, last_day, month_from_now, months_ahead
from yixian.web.planning.actions.offers import add_blackout, offer_to_host
from yixian.web.planning.actions.runs import request_run
from yixian.web.planning.models import CalendarDay, PlanChoice
from yixian.web.planning.queries.problem import problem_from_db
from yixian.web.shared import jobs

FIRST, SECOND, THIRD = months_ahead(3)


def test_hosts_months_and_travel_come_from_the_roster(plan, hosts):
    problem = problem_from_db(plan)
    assert [host.id for host in problem.hosts] == [str(member.pk) for member in hosts]
    assert [month.id for month in problem.months] == [FIRST, SECOND, THIRD]
    assert problem.months[0].attendance == 50
    assert problem.travel[0] == (0, 8, 11, 14, 17, 19, 22, 25)


def test_a_member_without_a_venue_cannot_host(plan, district):
    factories.member(district, "无场地单位工会")
    assert [host.can_host for host in problem_from_db(plan).hosts] == [True] * 8 + [False]


def test_an_offer_names_its_months(plan, hosts):
    chair = hosts[0].people.get()
    offer_to_host(by=chair, member=hosts[0], earliest_month=SECOND, latest_month=THIRD)
    host = problem_from_db(plan).hosts[0]
    assert (host.volunteer, host.offer_months) == (True, (SECOND, THIRD))


def test_unsuitable_days_are_closed(plan, hosts, officer):
    add_blackout(
        by=officer, member=hosts[1], first_day=last_day(month_from_now(0)), last_day=day_of(FIRST, 2)
    )
    assert problem_from_db(plan).hosts[1].blackout_days == (f"{FIRST}-01", f"{FIRST}-02")


def test_an_announced_meeting_stays(plan, programme, hosts):
    factories.meeting(programme, host=hosts[2], state="announced", held_on=day_of(SECOND, 8))
    month = problem_from_db(plan).months[1]
    assert (month.announced_host, month.announced_day) == (str(hosts[2].pk), f"{SECOND}-08")


def test_a_meeting_of_the_plan_that_was_held_stays(plan, programme, hosts, officer, a_day):
    factories.meeting(programme, host=hosts[6], state="wrapped_up", held_on=a_day)
    month = problem_from_db(plan).months[1]
    assert (month.announced_host, month.announced_day, month.attendance) == (
        str(hosts[6].pk), a_day.isoformat(), 0,
    )  # fmt: skip
    request_run(by=officer, plan=plan)
    jobs.drain(1)
    choice = plan.choices.get(month=SECOND)
    assert (choice.host, choice.day) == (hosts[6], a_day)


def test_a_meeting_held_against_the_rules_of_today_closes_no_month(plan, programme, hosts, a_day):
    factories.meeting(programme, host=hosts[6], state="closed", held_on=a_day)
    hosts[6].venues.all().delete()
    assert [month.announced_host for month in problem_from_db(plan).months] == [None] * 3
    hosts[6].is_active = False
    hosts[6].save()
    assert [month.announced_host for month in problem_from_db(plan).months] == [None] * 3


def test_a_pin_stays(plan, hosts, a_day):
    PlanChoice.objects.create(
        federation=plan.federation, plan=plan, month=SECOND, host=hosts[3], day=a_day, is_pinned=True
    )
    month = problem_from_db(plan).months[1]
    assert (month.pinned_host, month.pinned_day) == (str(hosts[3].pk), a_day.isoformat())


def test_history_is_what_was_held(plan, programme, hosts):
    factories.meeting(programme, host=hosts[4], state="closed", held_on=date(2026, 6, 26))
    factories.meeting(programme, host=hosts[5], state="cancelled", held_on=date(2026, 7, 31))
    assert [(c.host, c.day) for c in problem_from_db(plan).history] == [(str(hosts[4].pk), "2026-06-26")]


def test_a_day_kept_by_hand_counts(plan, district, a_day):
    CalendarDay.objects.create(federation=district, date=a_day, kind="holiday", name="测试")
    assert not problem_from_db(plan).calendar[a_day.isoformat()].working


def test_another_federations_day_does_not(plan, sibling, district, a_day):
    from django_scopes import scope

    CalendarDay.objects.create(federation=sibling, date=a_day, kind="holiday", name="测试")
    with scope(federation=district.pk):
        assert problem_from_db(plan).calendar[a_day.isoformat()].working
