"""Weeks ahead each host is asked once more whether it keeps its month."""

from datetime import timedelta

import pytest

from tests.days import TODAY, in_words, months_ahead
from yixian.web.meetings.models import Meeting
from yixian.web.planning.actions.confirmations import (
    answer_confirmation,
    ask_confirmation,
    ask_hosts_due,
    order_confirmations,
)
from yixian.web.planning.actions.plans import publish_plan
from yixian.web.planning.actions.standby import call_standby, name_standby
from yixian.web.planning.models import Confirmation
from yixian.web.planning.queries.confirmations import confirmations_visible_to, confirmations_waiting_for
from yixian.web.shared import daily, jobs
from yixian.web.shared.errors import DomainError, Refused

FIRST, MONTH = months_ahead(2)


@pytest.fixture
def published(solved, officer):
    """The solved plan, in force."""
    publish_plan(by=officer, plan=solved)
    return solved


@pytest.fixture
def asked(published, officer):
    """The host of the second month is asked."""
    return ask_confirmation(by=officer, plan=published, month=MONTH)


@pytest.fixture
def chair_of_host(asked):
    """The chair who answers."""
    return asked.member.people.get()


def _day(plan, month=MONTH):
    return plan.choices.get(month=month).day


def test_hosts_are_asked_once_when_the_time_has_come(published):
    six_weeks = timedelta(weeks=6)
    asked = [
        ask_hosts_due(by=None, plan=published, today=today)
        for today in (
            _day(published) - six_weeks - timedelta(days=1),
            _day(published) - six_weeks,
            _day(published) - six_weeks,
        )
    ]
    # The first month's host is within the six weeks on the first of these days already.
    assert asked == [1, 1, 0]
    months = list(Confirmation.objects.order_by("month").values_list("month", "state"))
    assert months == [(FIRST, "asked"), (MONTH, "asked")]


def test_the_office_sets_how_long_ahead(published, officer):
    near = _day(published, FIRST) - timedelta(weeks=2)
    order_confirmations(by=officer, programme=published.programme, weeks=1)
    assert ask_hosts_due(by=None, plan=published, today=near) == 0
    order_confirmations(by=officer, programme=published.programme, weeks=2)
    assert ask_hosts_due(by=None, plan=published, today=near) == 1


def test_never_is_never(published, officer):
    order_confirmations(by=officer, programme=published.programme, weeks=0)
    day_before = _day(published) - timedelta(days=1)
    assert ask_hosts_due(by=None, plan=published, today=day_before) == 0


def test_the_worker_asks_every_day(published):
    assert daily.DAILY["planning.ask_hosts"] == 7
    published.choices.filter(month=MONTH).update(day=TODAY + timedelta(days=20), month="2099-01")
    Meeting.objects.filter(month=MONTH).update(month="2099-01")
    jobs.enqueue("planning.ask_hosts", federation_id=None)
    jobs.drain()
    assert Confirmation.objects.filter(month="2099-01").count() == 1


def test_an_announced_month_is_not_asked_about(published, officer):
    Meeting.objects.filter(month=MONTH).update(state="announced")
    with pytest.raises(DomainError, match="months to come"):
        ask_confirmation(by=officer, plan=published, month=MONTH)


def test_the_host_s_chair_answers(published, asked, chair_of_host, officer, chair):
    for somebody in (officer, chair):
        with pytest.raises(Refused):
            answer_confirmation(by=somebody, confirmation=asked, keeps=True)
    answer_confirmation(by=chair_of_host, confirmation=asked, keeps=True, words="照常")
    asked.refresh_from_db()
    assert (asked.state, asked.words, asked.answered_by) == ("confirmed", "照常", chair_of_host)


def test_it_waits_for_the_chair_and_then_for_the_office(published, asked, chair_of_host, officer, auditor):
    people = (chair_of_host, officer, auditor)
    assert [len(confirmations_waiting_for(each, published)) for each in people] == [1, 0, 0]
    answer_confirmation(by=chair_of_host, confirmation=asked, keeps=False, words="检修")
    assert [len(confirmations_waiting_for(each, published)) for each in people] == [0, 1, 0]


def test_when_another_host_has_the_month_nothing_waits_and_nobody_answers(
    published, asked, chair_of_host, hosts, officer
):
    answer_confirmation(by=chair_of_host, confirmation=asked, keeps=False)
    taken = set(published.choices.values_list("host_id", flat=True))
    spare = next(host for host in hosts if host.pk not in taken)
    name_standby(by=officer, plan=published, month=MONTH, member=spare)
    new = call_standby(by=officer, plan=published, month=MONTH)
    assert confirmations_waiting_for(officer, new) == []
    with pytest.raises(DomainError, match="no longer asks this"):
        answer_confirmation(by=chair_of_host, confirmation=asked, keeps=True)


def test_asking_again_opens_the_answer_anew(published, asked, chair_of_host, officer):
    answer_confirmation(by=chair_of_host, confirmation=asked, keeps=True)
    ask_confirmation(by=officer, plan=published, month=MONTH)
    asked.refresh_from_db()
    assert (asked.state, Confirmation.objects.count()) == ("asked", 1)


def test_other_hosts_do_not_see_it(asked, chair_of_host, chair, officer, auditor):
    people = (chair_of_host, chair, officer, auditor)
    assert [confirmations_visible_to(each).count() for each in people] == [1, 0, 1, 1]


def test_the_pages_lead_from_asking_to_the_answer(published, signed_in, get_page, officer):
    host = published.choices.get(month=MONTH).host
    office, host_chair = signed_in(officer), signed_in(host.people.get())
    month = f"/planning/plans/{published.pk}/months/{MONTH}/"
    assert "Ask now" in get_page(office, month).content.decode()
    office.post(f"{month}confirmation/")
    assert "Do you keep the month?" in get_page(host_chair, "/planning/").content.decode()
    url = f"/planning/confirmations/{Confirmation.objects.get().pk}/"
    assert "We keep the month" in get_page(host_chair, url).content.decode()
    assert host_chair.post(f"{url}answer/", {"verdict": "decline", "words": "检修"}).status_code == 302
    page = get_page(office, "/planning/").content.decode()
    assert f"{host.short_name} cannot host in {in_words(MONTH)}" in page
    assert "检修" in get_page(office, "/planning/confirmations/", most=9).content.decode()
    assert office.post("/planning/confirmations/order/", {"weeks": "9"}).status_code == 302
    assert office.post("/planning/confirmations/order/", {"weeks": "99"}).status_code == 422
