"""What the year plan asks of people stands on their first page, as long as the plan still has it."""

import pytest
from django.utils import timezone

from yixian.web.planning.models import Confirmation, PlanChoice, Swap, Told, YearPlan
from yixian.web.planning.months import later, month_of

HOME = "/"


@pytest.fixture
def month():
    return later(month_of(timezone.localdate()), 2)


@pytest.fixture
def plan(programme, guest, officer, month):
    """A plan in force in which the guest has a month."""
    own = {"federation": programme.federation}
    plan = YearPlan.objects.create(
        programme=programme, version=1, first_month=month, months=12, state=YearPlan.State.PUBLISHED, **own
    )
    PlanChoice.objects.create(plan=plan, month=month, host=guest, day=f"{month}-10", **own)
    return plan


@pytest.fixture
def asked(plan, guest, officer, month):
    """The guest's month, to be confirmed."""
    return Confirmation.objects.create(
        federation=plan.federation, programme=plan.programme, month=month, member=guest, day=f"{month}-10",
        asked_by=officer, asked_at=timezone.now(),
    )  # fmt: skip


def swap(plan, member, other, state):
    months = {"month": plan.first_month, "other_month": later(plan.first_month, 1)}
    days = {"day": f"{months['month']}-10", "other_day": f"{months['other_month']}-10"}
    return Swap.objects.create(
        federation=plan.federation,
        plan=plan,
        member=member,
        other=other,
        points=0,
        state=state,
        **months,
        **days,
    )


def seen(client, get_page):
    return get_page(client, HOME).context["page"].asked


def waiting(client, get_page):
    return {todo.text: (todo.count, todo.url) for todo in get_page(client, HOME).context["page"].todos}


def test_nothing_is_asked_of_a_member_without_a_plan(signed_in, chair, get_page):
    assert seen(signed_in(chair), get_page) == (0, 0, 0)


def test_a_chair_is_asked_about_month_swap_and_news(asked, plan, host, guest, signed_in, chair, get_page):
    swap(plan, host, guest, Swap.State.ASKED)
    Told.objects.create(federation=plan.federation, plan=plan, member=guest, moves=[])
    client = signed_in(chair)
    assert seen(client, get_page) == (1, 1, 1)
    body = get_page(client, HOME).content.decode()
    assert all(f'href="/planning/{page}' in body for page in ("confirmations/", "swaps/", '"'))


def test_who_may_not_answer_is_not_asked(asked, signed_in, delegate, get_page):
    assert seen(signed_in(delegate), get_page) == (0, 0, 0)


def test_a_month_that_another_host_has_now_is_not_asked_about(asked, plan, host, signed_in, chair, get_page):
    plan.choices.update(host=host)
    assert seen(signed_in(chair), get_page) == (0, 0, 0)


def test_the_office_hears_of_a_host_that_cannot_and_of_a_swap(
    asked, plan, host, guest, signed_in, officer, get_page
):
    swap(plan, host, guest, Swap.State.AGREED)
    Confirmation.objects.update(state=Confirmation.State.DECLINED)
    found = waiting(signed_in(officer), get_page)
    assert found["host cannot keep its month"] == (1, "/planning/confirmations/")
    assert found["swap that two hosts agree on waits for you"] == (1, "/planning/swaps/")
    plan.choices.update(host=host)
    assert "host cannot keep its month" not in waiting(signed_in(officer), get_page)
