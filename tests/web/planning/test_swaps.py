"""A swap of months: asked by one host, answered by the other, decided by the office or its standing order."""

import pytest

from tests.days import day_of, last_day, months_ahead
from yixian.web.meetings.models import Meeting, Programme
from yixian.web.planning.actions.plans import publish_plan
from yixian.web.planning.actions.swaps import answer_swap, ask_swap, decide_swap, order_swaps, withdraw_swap
from yixian.web.planning.models import Blackout, Swap, YearPlan
from yixian.web.planning.queries.exchange import exchange
from yixian.web.planning.queries.swaps import swaps_visible_to, swaps_waiting_for
from yixian.web.shared import jobs
from yixian.web.shared.errors import BadInput, DomainError, Refused

FIRST, BETWEEN, SECOND = months_ahead(3)


@pytest.fixture
def published(solved, officer):
    """The solved plan, in force."""
    publish_plan(by=officer, plan=solved)
    return solved


@pytest.fixture
def chairs(published):
    """The chairs of the hosts of three months, by month."""
    return {choice.month: choice.host.people.get() for choice in published.choices.select_related("host")}


@pytest.fixture
def swap(published, chairs):
    """The first month's host asks the third's."""
    return ask_swap(by=chairs[FIRST], plan=published, month=FIRST, other_month=SECOND, why="月底盘点")


@pytest.fixture
def agreed(swap, chairs):
    """Both hosts agree."""
    return answer_swap(by=chairs[SECOND], swap=swap, agrees=True, answer="可以")


def test_what_both_hosts_and_the_office_want_takes_effect(published, chairs, agreed, officer):
    decide_swap(by=officer, swap=agreed, approves=True)
    agreed.refresh_from_db()
    new = agreed.result
    hosts = {choice.month: choice.host_id for choice in new.choices.all()}
    assert (hosts[FIRST], hosts[SECOND]) == (chairs[SECOND].member_id, chairs[FIRST].member_id)
    published.refresh_from_db()
    assert (agreed.state, new.state, new.version, published.state) == ("done", "published", 2, "replaced")
    meetings = {meeting.month: meeting.host_id for meeting in Meeting.objects.all()}
    assert meetings == hosts


def test_the_new_version_keeps_the_third_month_and_pins_what_was_agreed(published, agreed, officer):
    decide_swap(by=officer, swap=agreed, approves=True)
    (third,) = published.choices.exclude(month__in=(FIRST, SECOND))
    kept = agreed.result.choices.get(month=third.month)
    assert (kept.host_id, kept.day, kept.reasons) == (third.host_id, third.day, third.reasons)
    pins = {choice.month: choice.is_pinned for choice in agreed.result.choices.all()}
    assert (pins[FIRST], pins[SECOND], pins[third.month]) == (True, True, third.is_pinned)


def test_the_new_version_states_its_points_and_can_be_priced(published, agreed, officer):
    before = published.certificate["objective"]
    decide_swap(by=officer, swap=agreed, approves=True)
    certificate = agreed.result.certificate
    assert certificate["objective"] == before + agreed.points
    assert (certificate["proven"], certificate["checked"]) == (False, True)
    jobs.drain()
    assert YearPlan.objects.get(pk=agreed.result_id).board.state == "done"


def test_under_a_standing_order_agreeing_is_enough(published, chairs, swap, officer):
    order_swaps(by=officer, programme=published.programme, at_once=True)
    swap.plan.programme.refresh_from_db()
    answer_swap(by=chairs[SECOND], swap=swap, agrees=True)
    assert (swap.state, swap.decided_by, swap.result.made_by) == ("done", officer, officer)


def test_an_order_ends_with_the_office_of_who_gave_it(published, chairs, swap, officer):
    order_swaps(by=officer, programme=published.programme, at_once=True)
    type(officer).objects.filter(pk=officer.pk).update(is_active=False)
    swap.plan.programme.refresh_from_db()
    answer_swap(by=chairs[SECOND], swap=swap, agrees=True)
    assert swap.state == "agreed"


def test_an_order_is_taken_back(published, officer):
    order_swaps(by=officer, programme=published.programme, at_once=True)
    order_swaps(by=officer, programme=published.programme, at_once=False)
    assert Programme.objects.get().settings["swaps_by"] is None


def test_a_swap_that_breaks_a_rule_is_refused_with_the_rule(published, chairs):
    other = chairs[SECOND].member
    Blackout.objects.create(
        federation=other.federation, member=other, first_day=day_of(FIRST, 1), last_day=last_day(FIRST)
    )
    with pytest.raises(DomainError, match="would break a rule"):
        ask_swap(by=chairs[FIRST], plan=published, month=FIRST, other_month=SECOND)


def test_the_rules_are_checked_once_more_before_it_takes_effect(agreed, chairs, officer):
    other = chairs[SECOND].member
    Blackout.objects.create(
        federation=other.federation, member=other, first_day=day_of(FIRST, 1), last_day=last_day(FIRST)
    )
    with pytest.raises(DomainError, match="would break a rule"):
        decide_swap(by=officer, swap=agreed, approves=True)
    agreed.refresh_from_db()
    assert agreed.state == "agreed"


def test_a_plan_that_changed_meanwhile_is_not_changed_back(published, agreed, hosts, officer):
    free = next(h for h in hosts if h.pk not in set(published.choices.values_list("host_id", flat=True)))
    published.choices.filter(month=FIRST).update(host=free)
    with pytest.raises(DomainError, match="The plan has changed since"):
        decide_swap(by=officer, swap=agreed, approves=True)


def test_an_announced_month_is_not_swapped(published, chairs):
    Meeting.objects.filter(month=SECOND).update(state="announced")
    with pytest.raises(BadInput, match="not announced"):
        ask_swap(by=chairs[FIRST], plan=published, month=FIRST, other_month=SECOND)


def test_a_month_is_in_one_swap_at_a_time(published, chairs, swap):
    with pytest.raises(DomainError, match="in a swap already"):
        ask_swap(by=chairs[SECOND], plan=published, month=SECOND, other_month=BETWEEN)
    withdraw_swap(by=chairs[FIRST], swap=swap)
    ask_swap(by=chairs[SECOND], plan=published, month=SECOND, other_month=BETWEEN)
    assert Swap.objects.count() == 2


def test_everybody_speaks_for_their_own(published, chairs, swap, officer):
    with pytest.raises(BadInput, match="your own union"):
        ask_swap(by=chairs[FIRST], plan=published, month=BETWEEN, other_month=SECOND)
    with pytest.raises(Refused):
        answer_swap(by=chairs[FIRST], swap=swap, agrees=True)
    with pytest.raises(Refused):
        withdraw_swap(by=chairs[SECOND], swap=swap)
    with pytest.raises(Refused):
        decide_swap(by=chairs[SECOND], swap=swap, approves=True)
    with pytest.raises(DomainError, match="waits for the other host"):
        decide_swap(by=officer, swap=swap, approves=True)


def test_it_waits_for_one_at_a_time(chairs, swap, officer):
    people = (chairs[FIRST], chairs[SECOND], officer)
    assert [len(swaps_waiting_for(each)) for each in people] == [0, 1, 0]
    answer_swap(by=chairs[SECOND], swap=swap, agrees=True)
    assert [len(swaps_waiting_for(each)) for each in people] == [0, 0, 1]


def test_other_hosts_do_not_see_it(chairs, swap, officer, auditor):
    people = (chairs[FIRST], chairs[SECOND], chairs[BETWEEN], officer, auditor)
    assert [swaps_visible_to(each).count() for each in people] == [1, 1, 0, 1, 1]


def test_the_checker_lifts_the_pins_of_the_two_months_only(published, chairs):
    published.choices.update(is_pinned=True)
    found = exchange(published, FIRST, chairs[SECOND].member_id)
    assert (found.breaches, sorted(found.hosts)) == ([], [FIRST, SECOND])


def test_the_pages_lead_from_asking_to_effect(published, chairs, signed_in, get_page, officer):
    asks, answers, office = (signed_in(each) for each in (chairs[FIRST], chairs[SECOND], officer))
    form = get_page(asks, "/planning/swaps/new/").content.decode()
    assert form.count("<option") == 3
    assert f">{chairs[SECOND].member.short_name} " in form
    response = asks.post("/planning/swaps/new/", {"month": FIRST, "other_month": SECOND, "why": "盘点"})
    url = response.url
    assert "waits for you" in get_page(answers, "/planning/").content.decode()
    assert "Do you agree?" in get_page(answers, url).content.decode()
    answers.post(f"{url}answer/", {"verdict": "agree"})
    assert "Let the swap take effect" in get_page(office, url).content.decode()
    office.post(f"{url}decision/", {"verdict": "approve"})
    assert "To the version with the swap" in get_page(asks, url).content.decode()
    assert Swap.objects.get().state == "done"


@pytest.mark.parametrize("rows", [1, 40])
def test_the_list_costs_the_same_however_long(rows, swap, signed_in, get_page, officer):
    kept = Swap.objects.get()
    for _each in range(rows - 1):
        kept.pk, kept.state = None, "declined"
        kept.save(force_insert=True)
    page = get_page(signed_in(officer), "/planning/swaps/", most=9).content.decode()
    assert page.count("row-link") == min(rows, 25)
