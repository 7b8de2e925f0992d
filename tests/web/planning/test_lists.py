"""Rows that are written in one go: escaped, paged, and only what the reader may see and do."""

import pytest

from tests.days import day_of, months_ahead
from yixian.web.planning.models import Blackout, HostOffer, YearPlan

_first, SECOND, THIRD = months_ahead(3)


@pytest.fixture
def offers(hosts):
    """An open offer of each host, with words that are not markup."""
    return [
        HostOffer.objects.create(
            federation=host.federation, member=host, what="<b>新车间</b>", earliest_month=THIRD
        )
        for host in hosts
    ]


def test_words_are_no_markup(offers, hosts, signed_in, get_page, officer):
    page = get_page(signed_in(officer), "/planning/offers/", most=9).content.decode()
    assert (page.count("&lt;b&gt;新车间&lt;/b&gt;"), page.count("<b>新车间")) == (8, 0)


def test_everybody_withdraws_what_is_theirs(offers, hosts, signed_in, get_page, officer, auditor):
    for person, buttons in ((officer, 8), (hosts[0].people.get(), 1), (auditor, 0)):
        page = get_page(signed_in(person), "/planning/offers/", most=9).content.decode()
        assert page.count("/withdrawal/") == buttons


def test_pages_follow_each_other_without_a_gap(hosts, signed_in, get_page, officer):
    for number in range(30):
        HostOffer.objects.create(federation=officer.federation, member=hosts[0], what=f"第{number:02}次")
    client = signed_in(officer)
    shown = [
        number
        for page in (1, 2)
        for number in range(30)
        if f"第{number:02}次" in get_page(client, f"/planning/offers/?page={page}", most=9).content.decode()
    ]
    assert sorted(shown) == list(range(30))


def test_a_state_narrows_the_offers(offers, signed_in, get_page, officer):
    HostOffer.objects.filter(pk=offers[0].pk).update(state="withdrawn")
    page = get_page(signed_in(officer), "/planning/offers/?state=withdrawn", most=9).content.decode()
    assert page.count("新车间") == 1


def test_a_chair_reads_the_own_days_only(hosts, signed_in, get_page, officer):
    for host in hosts:
        Blackout.objects.create(
            federation=host.federation, member=host, first_day=day_of(SECOND, 1), last_day=day_of(SECOND, 2)
        )
    for person, rows in ((officer, 8), (hosts[0].people.get(), 1)):
        page = get_page(signed_in(person), "/planning/unsuitable-days/", most=9).content.decode()
        assert page.count("/removal/") == rows


def test_versions_stand_with_their_points(plan, signed_in, get_page, officer):
    YearPlan.objects.filter(pk=plan.pk).update(certificate={"objective": 417})
    page = get_page(signed_in(officer), "/planning/plans/", most=9).content.decode()
    assert page.count('data-label="Points" class="num">417<') == 1
