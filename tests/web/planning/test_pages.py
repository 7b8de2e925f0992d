"""The pages of planning: cheap, and different for the office and for members."""

import pytest

from tests import factories
from tests.days import day_of, month_from_now, months_ahead
from yixian.web.planning.models import Blackout, HostOffer, PlanChoice, YearPlan

FIRST, SECOND, THIRD = months_ahead(3)


@pytest.fixture
def published(plan, hosts):
    """A published plan."""
    for number, month in enumerate([FIRST, SECOND, THIRD]):
        day = day_of(month, 15)
        PlanChoice.objects.create(
            federation=plan.federation, plan=plan, month=month, host=hosts[number], day=day
        )
    plan.state = "published"
    plan.save()
    return plan


def test_everybody_sees_the_published_plan(published, signed_in, get_page, chair):
    page = get_page(signed_in(chair), "/planning/").content.decode()
    assert page.count('class="ring-slice') == 3
    assert "New version" not in page


def test_before_publication_members_see_what_will_be_here(plan, signed_in, get_page, chair):
    page = get_page(signed_in(chair), "/planning/").content.decode()
    assert "No plan is published yet" in page


def test_a_draft_is_not_there_for_members(plan, signed_in, get_page, chair, officer):
    get_page(signed_in(chair), f"/planning/plans/{plan.pk}/", status=404)
    get_page(signed_in(officer), f"/planning/plans/{plan.pk}/")


def test_the_office_starts_a_version(programme, hosts, signed_in, officer):
    client = signed_in(officer)
    data = {"programme": programme.pk, "first_month": SECOND, "months": "12", "note": ""}
    response = client.post("/planning/plans/new/", data)
    plan = YearPlan.objects.get()
    assert (response.status_code, response.url) == (302, f"/planning/plans/{plan.pk}/")
    assert plan.runs.get().state == "waiting"


def test_a_wrong_month_is_named(programme, signed_in, officer):
    data = {"programme": programme.pk, "first_month": "2027-13", "months": "12"}
    response = signed_in(officer).post("/planning/plans/new/", data)
    assert response.status_code == 422
    assert "Write year and month like 2027-01." in response.content.decode()


def test_a_foreign_programme_is_refused(sibling, signed_in, officer):
    foreign = factories.programme(sibling, "外区例会")
    data = {"programme": foreign.pk, "first_month": SECOND, "months": "12"}
    assert signed_in(officer).post("/planning/plans/new/", data).status_code == 422


@pytest.mark.parametrize("rows", [1, 60])
def test_lists_cost_the_same_however_long(rows, hosts, signed_in, get_page, officer):
    for number in range(rows):
        member = hosts[number % len(hosts)]
        HostOffer.objects.create(federation=member.federation, member=member, state="withdrawn")
        Blackout.objects.create(
            federation=member.federation,
            member=member,
            first_day=day_of(SECOND, 1),
            last_day=day_of(SECOND, 2),
        )
    client = signed_in(officer)
    for url in (
        "/planning/offers/",
        "/planning/unsuitable-days/",
        "/planning/plans/",
        "/planning/calendar/?year=2026",
    ):
        get_page(client, url, most=9)


def test_a_chair_offers_for_the_own_member_only(hosts, signed_in):
    chair = hosts[0].people.get()
    client = signed_in(chair)
    client.post("/planning/offers/new/", {"member": hosts[0].pk, "what": "新车间"})
    assert client.post("/planning/offers/new/", {"member": hosts[1].pk}).status_code == 422
    assert [(o.member, o.what) for o in HostOffer.objects.all()] == [(hosts[0], "新车间")]


def test_the_month_page_tells_why(published, signed_in, get_page, chair):
    page = get_page(signed_in(chair), f"/planning/plans/{published.pk}/months/{SECOND}/").content.decode()
    assert "第2示例单位" in page


def test_a_month_outside_the_plan_is_not_there(published, signed_in, get_page, chair):
    get_page(signed_in(chair), f"/planning/plans/{published.pk}/months/{month_from_now(13)}/", status=404)
