"""The host's checklist and the coordinator's page."""

from datetime import date, timedelta

import pytest

from tests import factories
from yixian.web.meetings.actions import checklist
from yixian.web.meetings.checklists import BY_KIND, EVERYWHERE, checklist_for, tasks_for
from yixian.web.meetings.models import ChecklistItem
from yixian.web.meetings.queries.checklist import MOST_SHOWN, checklist_page
from yixian.web.meetings.rules.checklist import can_tick
from yixian.web.organisations.models import Venue
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry

TODAY = date(2026, 11, 20)


@pytest.fixture
def items(meeting):
    """The things of a meeting whose venue's kind is not known."""
    return checklist_for(meeting)


def test_every_kind_of_venue_has_tasks_of_its_own():
    assert set(BY_KIND) == set(Venue.Kind.values)
    for kind in Venue.Kind.values:
        keys = [task.key for task in tasks_for(kind)]
        assert len(keys) == len(set(keys)) > len(EVERYWHERE)


def test_tasks_are_due_before_the_meeting_in_the_site_s_words(meeting, items):
    first = items[0]
    assert (first.text, first.due_on) == ("确定一名联络人及联系电话", meeting.held_on - timedelta(days=14))
    assert [item.position for item in items] == list(range(1, len(items) + 1))


def test_a_meeting_without_a_day_has_tasks_without_days(meeting):
    meeting.held_on = None
    assert {item.due_on for item in checklist_for(meeting)} == {None}


def test_ticking_and_unticking(coordinator, items):
    item = checklist.tick_item(by=coordinator, item=items[0], is_done=True)
    checklist.tick_item(by=coordinator, item=item, is_done=True)
    assert (item.done_by, AuditEntry.objects.count()) == (coordinator, 1)
    checklist.tick_item(by=coordinator, item=item, is_done=False)
    assert (item.done_at, item.done_by) == (None, None)


def test_one_more_thing(coordinator, meeting, items):
    item = checklist.add_checklist_item(by=coordinator, meeting=meeting, text=" 准备茶水 ", due_on=TODAY)
    assert (item.text, item.position, item.key) == ("准备茶水", len(items) + 1, "")
    with pytest.raises(BadInput):
        checklist.add_checklist_item(by=coordinator, meeting=meeting, text=" ")


def test_the_first_thing_of_an_empty_list(officer, meeting):
    assert checklist.add_checklist_item(by=officer, meeting=meeting, text="准备茶水").position == 1


def test_a_change_of_place_adds_what_belongs_to_it(coordinator, meeting, host, items):
    meeting.venue = factories.venue(host, kind="museum")
    made = checklist.fill_checklist(by=coordinator, meeting=meeting)
    assert {item.key for item in made} == {"guide-booked", "opening-hours", "flash", "sound"}
    assert checklist.fill_checklist(by=coordinator, meeting=meeting) == []


def test_what_does_not_apply_is_taken_away(coordinator, meeting, items):
    checklist.remove_checklist_item(by=coordinator, item=items[0])
    assert meeting.checklist.count() == len(items) - 1


def test_things_are_the_coordinator_s_and_the_office_s(officer, coordinator, chair, auditor, meeting, items):
    assert [can_tick(each, meeting) for each in (officer, coordinator, chair, auditor)] == [
        True,
        True,
        False,
        False,
    ]
    with pytest.raises(Refused):
        checklist.tick_item(by=chair, item=items[0], is_done=True)


@pytest.mark.parametrize("state", ["closed", "cancelled"])
def test_a_closed_meeting_s_list_stays(coordinator, meeting, state):
    meeting.state = state
    with pytest.raises(DomainError):
        checklist.fill_checklist(by=coordinator, meeting=meeting)


def test_page_puts_what_is_late_first(coordinator, officer, meeting):
    days = {"迟": -1, "快": 2, "远": 9, "无": None, "好": -5}
    for text, days_left in days.items():
        due = TODAY + timedelta(days=days_left) if days_left is not None else None
        item = checklist.add_checklist_item(by=officer, meeting=meeting, text=text, due_on=due)
        if text == "好":
            checklist.tick_item(by=officer, item=item, is_done=True)
    page = checklist_page(coordinator, meeting, today=TODAY)
    assert [(row.text, row.state) for row in page.rows] == [
        ("迟", "late"), ("快", "soon"), ("远", "open"), ("无", "open"), ("好", "done"),
    ]  # fmt: skip
    assert (page.done, page.total, page.late) == (1, 5, 1)


@pytest.mark.parametrize("number", [1, 30])
def test_page_takes_the_same_queries_whatever_the_rows(
    get_page, signed_in, coordinator, officer, meeting, number
):
    for _ in range(number):
        checklist.add_checklist_item(by=officer, meeting=meeting, text="准备")
    page = get_page(signed_in(coordinator), f"/meetings/{meeting.pk}/checklist/", most=6).context["page"]
    assert page.total == number


def test_a_very_long_list_shows_what_comes_first_and_says_how_much_more(
    get_page, signed_in, coordinator, meeting
):
    ChecklistItem.objects.bulk_create(
        ChecklistItem(federation_id=meeting.federation_id, meeting=meeting, position=number, text="准备")
        for number in range(MOST_SHOWN + 7)
    )
    response = get_page(signed_in(coordinator), f"/meetings/{meeting.pk}/checklist/")
    page, html = response.context["page"], response.content.decode()
    assert (len(page.rows), page.hidden, page.total) == (MOST_SHOWN, 7, MOST_SHOWN + 7)
    assert "7 more things" in html


def test_ticking_by_the_buttons(signed_in, coordinator, meeting, items):
    client, url = signed_in(coordinator), f"/meetings/{meeting.pk}/checklist/"
    answer = client.post(f"{url}{items[0].pk}/", {"done": "1"}, headers={"hx-request": "true"})
    assert answer.content.decode().lstrip().startswith('<div id="checklist"')
    assert client.post(f"{url}{items[0].pk}/", {"done": "0"}).url == url
    assert client.post(f"{url}{items[0].pk}/removal/").url == url
    assert client.post(f"{url}tasks/").url == url
    assert client.post(url, {"text": ""}).status_code == 422
    assert client.post(url, {"text": "准备茶水", "due_on": "2026-11-20"}).url == url
    assert ChecklistItem.objects.get(text="准备茶水").due_on == TODAY
