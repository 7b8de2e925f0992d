"""The standby host of a month: named while there is time, and called when the host falls through."""

import pytest

from tests.days import day_of, last_day, months_ahead, working_day
from yixian.web.meetings.models import Meeting
from yixian.web.planning.actions.plans import draft_plan, pin_choice, publish_plan
from yixian.web.planning.actions.runs import request_run
from yixian.web.planning.actions.standby import call_standby, name_standby
from yixian.web.planning.models import Blackout, YearPlan
from yixian.web.shared import jobs
from yixian.web.shared.errors import BadInput, DomainError, Refused

FIRST, MONTH, THIRD = months_ahead(3)


@pytest.fixture
def published(solved, officer):
    """The solved plan, in force."""
    publish_plan(by=officer, plan=solved)
    return solved


@pytest.fixture
def spare(published, hosts):
    """A member that has no month."""
    taken = set(published.choices.values_list("host_id", flat=True))
    return next(host for host in hosts if host.pk not in taken)


def _host_of(plan, month=MONTH):
    return plan.choices.get(month=month).host


def test_the_standby_host_steps_in(published, spare, officer, staff):
    name_standby(by=staff, plan=published, month=MONTH, member=spare)
    new = call_standby(by=officer, plan=published, month=MONTH)
    published.refresh_from_db()
    choice = new.choices.get(month=MONTH)
    assert (choice.host, choice.standby, choice.is_pinned) == (spare, None, True)
    assert (new.state, published.state) == ("published", "replaced")
    assert Meeting.objects.get(month=MONTH).host == spare
    assert new.choices.count() == 3


def test_a_member_with_a_month_does_not_stand_by(published, officer):
    with pytest.raises(BadInput, match="a month of its own"):
        name_standby(by=officer, plan=published, month=MONTH, member=_host_of(published, THIRD))


def test_a_member_that_cannot_host_then_is_refused_with_the_rule(published, spare, officer):
    Blackout.objects.create(
        federation=spare.federation, member=spare, first_day=day_of(MONTH, 1), last_day=last_day(MONTH)
    )
    with pytest.raises(DomainError, match="would break a rule"):
        name_standby(by=officer, plan=published, month=MONTH, member=spare)


def test_who_left_meanwhile_does_not_step_in(published, spare, officer):
    name_standby(by=officer, plan=published, month=MONTH, member=spare)
    type(spare).objects.filter(pk=spare.pk).update(is_active=False)
    with pytest.raises(DomainError, match="no longer an active member"):
        call_standby(by=officer, plan=published, month=MONTH)
    assert YearPlan.objects.filter(state="published").get() == published


def test_nobody_steps_in_where_nobody_was_named(published, officer):
    with pytest.raises(DomainError, match="No standby host"):
        call_standby(by=officer, plan=published, month=MONTH)


def test_an_announced_month_keeps_its_host(published, spare, officer):
    name_standby(by=officer, plan=published, month=MONTH, member=spare)
    Meeting.objects.filter(month=MONTH).update(state="announced")
    with pytest.raises(DomainError, match="announced or past"):
        call_standby(by=officer, plan=published, month=MONTH)


def test_drafts_have_no_standby_hosts(solved, hosts, officer):
    with pytest.raises(DomainError, match="published plan"):
        name_standby(by=officer, plan=solved, month=MONTH, member=hosts[0])


def test_calling_is_for_the_office(published, spare, staff, chair):
    name_standby(by=staff, plan=published, month=MONTH, member=spare)
    with pytest.raises(Refused):
        call_standby(by=staff, plan=published, month=MONTH)
    with pytest.raises(Refused):
        name_standby(by=chair, plan=published, month=MONTH, member=None)


def test_standby_hosts_go_on_in_the_next_version_where_the_host_stays(published, spare, hosts, officer):
    for month in (MONTH, THIRD):
        name_standby(by=officer, plan=published, month=month, member=spare)
    taken = {spare.pk, *published.choices.values_list("host_id", flat=True)}
    free = next(host for host in hosts if host.pk not in taken)
    second = draft_plan(by=officer, programme=published.programme, first_month=FIRST, months=3)
    for choice in published.choices.exclude(month=THIRD):
        pin_choice(by=officer, plan=second, month=choice.month, host=choice.host, day=choice.day)
    pin_choice(by=officer, plan=second, month=THIRD, host=free, day=working_day(THIRD, near=19))
    request_run(by=officer, plan=second)
    jobs.drain()
    second.refresh_from_db()
    publish_plan(by=officer, plan=second)
    standbys = dict(second.choices.values_list("month", "standby_id"))
    assert standbys == {FIRST: None, MONTH: spare.pk, THIRD: None}


def test_the_month_page_names_and_calls(published, spare, signed_in, get_page, officer, chair):
    url = f"/planning/plans/{published.pk}/months/{MONTH}/"
    office = signed_in(officer)
    assert office.post(f"{url}standby/", {"standby": spare.pk}).status_code == 302
    assert "Let the standby host step in" in get_page(office, url).content.decode()
    page = get_page(signed_in(chair), url).content.decode()
    assert (spare.short_name in page, "step in?" in page) == (True, False)
    response = office.post(f"{url}standby/call/")
    new = YearPlan.objects.get(state="published")
    assert (response.url, _host_of(new)) == (f"/planning/plans/{new.pk}/months/{MONTH}/", spare)
