"""The calendar feed: a personal address that reads without signing in, until it is renewed or closed."""

import pytest
from django.test import Client
from django_scopes import scope
from icalendar import Calendar

from tests import factories
from tests.days import day_of, months_ahead
from yixian.web.planning.actions.feed import close_calendar_link, renew_calendar_link
from yixian.web.planning.feed import token_of
from yixian.web.planning.models import CalendarLink, PlanChoice

FIRST, SECOND, THIRD = months_ahead(3)


@pytest.fixture
def published(plan, programme, hosts):
    """Three months: one announced, one cancelled, one without a meeting."""
    for host, month, state in zip(
        hosts, [FIRST, SECOND, THIRD], ["announced", "cancelled", ""], strict=False
    ):
        day = day_of(month, 15)
        meeting = state and factories.meeting(programme, host=host, state=state, held_on=day)
        PlanChoice.objects.create(
            federation=plan.federation, plan=plan, month=month, host=host, day=day, meeting=meeting or None
        )
    plan.state = "published"
    plan.save()
    return plan


def feed(link, status=200):
    response = Client().get(f"/planning/feed/{token_of(link)}.ics")
    assert response.status_code == status
    return response


def test_the_feed_has_every_month(published, chair):
    response = feed(renew_calendar_link(by=chair))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(response.content).walk("VEVENT")
    assert [str(event["status"]) for event in events] == ["CONFIRMED", "CANCELLED", "TENTATIVE"]
    assert events[0].decoded("dtstart").isoformat() == f"{FIRST}-15T01:00:00+00:00"
    assert events[2].decoded("dtstart") == day_of(THIRD, 15)
    assert str(events[2]["summary"]) == "现场例会：第3示例单位"


def test_no_plan_is_an_empty_calendar(chair, programme):
    assert Calendar.from_ical(feed(renew_calendar_link(by=chair)).content).walk("VEVENT") == []


def test_renewing_stops_the_address_before(published, chair):
    old = renew_calendar_link(by=chair)
    token = token_of(old)
    new = renew_calendar_link(by=chair)
    assert token != token_of(new)
    assert Client().get(f"/planning/feed/{token}.ics").status_code == 404
    feed(new)


def test_a_closed_address_and_one_who_left_read_nothing(published, chair):
    link = renew_calendar_link(by=chair)
    close_calendar_link(by=chair)
    close_calendar_link(by=chair)
    feed(link, status=404)
    link = renew_calendar_link(by=chair)
    chair.is_active = False
    chair.save()
    feed(link, status=404)


@pytest.mark.parametrize("token", ["1x1.forged", "1x1", "x", "1.2.3"])
def test_a_forged_address_reads_nothing(published, chair, token):
    renew_calendar_link(by=chair)
    assert Client().get(f"/planning/feed/{token}.ics").status_code == 404


def test_another_federation_reads_its_own_plan_only(published, stranger):
    assert Calendar.from_ical(feed(renew_calendar_link(by=stranger)).content).walk("VEVENT") == []


def test_the_page_makes_shows_and_closes_the_address(published, chair, signed_in, get_page):
    client = signed_in(chair)
    assert "No address yet" in get_page(client, "/planning/feed/").content.decode()
    assert client.post("/planning/feed/").status_code == 302
    with scope(federation=chair.federation_id):
        link = CalendarLink.objects.get()
    assert f"/planning/feed/{token_of(link)}.ics" in get_page(client, "/planning/feed/").content.decode()
    assert client.post("/planning/feed/closing/").status_code == 302
    assert "No address yet" in get_page(client, "/planning/feed/").content.decode()
