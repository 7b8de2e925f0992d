"""The list of meetings and the page of one."""

from datetime import date, timedelta

import pytest

from tests import factories, factories_meetings
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.lifecycle import meeting_page, next_step_for
from yixian.web.meetings.queries.meetings import (
    MeetingFilters,
    hosts_of_meetings,
    meetings_filtered,
    meetings_visible_to,
    next_meeting,
    years_of_meetings,
)

DAY = date(2026, 11, 26)


@pytest.mark.parametrize("number", [1, 30])
def test_list_takes_the_same_queries_whatever_the_rows(get_page, signed_in, officer, programme, host, number):
    for months in range(number):
        factories.meeting(programme, host=host, held_on=DAY + timedelta(days=months))
    response = get_page(signed_in(officer), "/meetings/", most=8)
    assert len(response.context["page"].object_list) == min(number, 24)


def test_list_shows_what_comes_next_first(signed_in, officer, programme, host):
    later = factories.meeting(programme, host=host, held_on=DAY)
    sooner = factories.meeting(programme, host=host, held_on=DAY - timedelta(days=30), state="open")
    past = factories.meeting(programme, host=host, held_on=DAY - timedelta(days=60), state="closed")
    called_off = factories.meeting(programme, host=host, state="cancelled")
    rows = {
        when: list(meetings_filtered(officer, MeetingFilters(when)))
        for when in ("upcoming", "past", "cancelled")
    }
    assert rows == {"upcoming": [sooner, later], "past": [past], "cancelled": [called_off]}


def test_list_is_narrowed_by_state_year_host_and_words(officer, programme, host, guest):
    wanted = factories.meeting(
        programme, host=guest, held_on=date(2025, 3, 18), state="closed", title="三月例会"
    )
    factories.meeting(programme, host=host, held_on=DAY, state="open")
    for filters in (
        {"state": "closed"},
        {"year": "2025"},
        {"host": str(guest.pk)},
        {"q": "三月"},
        {"q": "甲二"},
    ):
        assert list(meetings_filtered(officer, MeetingFilters("all", **filters))) == [wanted]
    assert years_of_meetings(officer) == [("2026", "2026"), ("2025", "2025")]
    assert set(hosts_of_meetings(officer)) == {(str(each.pk), each.short_name) for each in (host, guest)}


def test_filters_drop_what_they_do_not_know():
    query = {"when": "x", "state": "x", "year": "x", "host": "-1", "q": " a "}
    assert MeetingFilters.from_query(query) == MeetingFilters("upcoming", "", "", "", "a")


def test_a_stranger_sees_no_meeting(stranger, city_officer, meeting):
    assert list(meetings_visible_to(stranger)) == []
    assert list(meetings_visible_to(city_officer)) == []


def test_next_meeting_is_the_one_under_way_else_the_soonest(officer, programme, host):
    factories.meeting(programme, host=host, held_on=DAY - timedelta(days=365))
    soon = factories.meeting(programme, host=host, held_on=DAY)
    assert next_meeting(officer, today=DAY - timedelta(days=3)) == soon
    now = factories.meeting(programme, host=host, held_on=DAY - timedelta(days=4), state="under_way")
    assert next_meeting(officer, today=DAY - timedelta(days=3)) == now


@pytest.mark.parametrize("state", Meeting.State.values)
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_page_of_a_meeting_in_every_state(get_page, signed_in, officer, meeting, state, language):
    Meeting.objects.filter(pk=meeting.pk).update(state=state)
    response = get_page(signed_in(officer, **{"accept-language": language}), f"/meetings/{meeting.pk}/")
    assert response.content.decode().count("<h1>") == 1


def test_page_of_a_meeting_has_one_primary_button(get_page, signed_in, officer, meeting, chair):
    response = get_page(signed_in(officer), f"/meetings/{meeting.pk}/")
    assert response.content.decode().count("btn-primary") == 1
    assert response.context["page"].next_step.url == f"/meetings/{meeting.pk}/notice/"


@pytest.mark.parametrize(
    ("state", "url"),
    [
        ("announced", "opening"), ("open", "start"), ("under_way", "wrap-up"), ("wrapped_up", "closure"),
        ("closed", None), ("cancelled", None),
    ],
)  # fmt: skip
def test_next_step_of_the_office(officer, meeting, state, url):
    meeting.state = state
    step = next_step_for(officer, meeting)
    assert (step and step.url) == (f"/meetings/{meeting.pk}/{url}/" if url else None)


def test_next_step_without_a_host_is_to_fill_in_the_facts(officer, meeting):
    meeting.host = None
    assert next_step_for(officer, meeting).url == f"/meetings/{meeting.pk}/facts/"


def test_next_step_of_a_chair_is_to_answer_then_to_write(chair, auditor, meeting):
    base = f"/meetings/{meeting.pk}"
    assert next_step_for(chair, meeting) is None
    meeting.state = "open"
    assert (next_step_for(chair, meeting), next_step_for(auditor, meeting)) == (None, None)
    invitation = factories_meetings.invitation(meeting, chair)
    assert next_step_for(chair, meeting).url == f"{base}/reply/"
    factories_meetings.reply(invitation)
    assert next_step_for(chair, meeting).url == f"{base}/report/"
    factories_meetings.report(meeting, chair)
    assert next_step_for(chair, meeting) is None
    assert [step.url for step in meeting_page(chair, meeting).others] == [f"{base}/reply/", f"{base}/report/"]


def test_next_step_of_the_coordinator_is_the_checklist(
    get_page, signed_in, officer, coordinator, meeting, chair
):
    factories_meetings.announced(meeting, officer)
    step = get_page(signed_in(coordinator), f"/meetings/{meeting.pk}/").context["page"].next_step
    assert step.url == f"/meetings/{meeting.pk}/checklist/"


def test_steps_show_where_the_meeting_stands(officer, meeting):
    meeting.state = "open"
    steps = meeting_page(officer, meeting).steps
    assert [(step.is_done, step.is_current) for step in steps] == [
        (True, False), (True, False), (False, True), (False, False), (False, False), (False, False),
    ]  # fmt: skip


def test_the_code_is_shown_to_whoever_checks_others_in(officer, coordinator, chair, meeting):
    shown = [meeting_page(person, meeting).sees_code for person in (officer, coordinator, chair)]
    assert shown == [True, True, False]


def test_set_up_change_and_cancel_by_the_forms(signed_in, officer, programme, host):
    client = signed_in(officer)
    data = {"programme": programme.pk, "held_on": "2026-03-18", "starts_at": "09:00", "host": host.pk}
    made = client.post("/meetings/new/", data)
    meeting = Meeting.objects.get()
    assert (made.status_code, made.url) == (302, f"/meetings/{meeting.pk}/")
    changed = client.post(f"/meetings/{meeting.pk}/facts/", {**data, "held_on": "2026-03-19"})
    meeting.refresh_from_db()
    assert (changed.status_code, meeting.held_on) == (302, date(2026, 3, 19))
    assert client.post(f"/meetings/{meeting.pk}/cancellation/", {"reason": ""}).status_code == 422
    assert client.post(f"/meetings/{meeting.pk}/cancellation/", {"reason": "台风"}).status_code == 302
    meeting.refresh_from_db()
    assert meeting.state == "cancelled"


def test_a_host_of_another_federation_cannot_be_chosen(signed_in, officer, programme, sibling):
    foreign = factories.member(sibling)
    data = {"programme": programme.pk, "held_on": "2026-03-18", "starts_at": "09:00", "host": foreign.pk}
    response = signed_in(officer).post("/meetings/new/", data)
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["host"])


@pytest.mark.parametrize("page", ["new/", "{}/facts/", "{}/cancellation/"])
def test_forms_open(get_page, signed_in, officer, meeting, page):
    get_page(signed_in(officer), f"/meetings/{page.format(meeting.pk)}")


def test_steps_by_the_buttons(signed_in, officer, meeting, chair):
    client = signed_in(officer)
    factories_meetings.announced(meeting, officer)
    for step in ("opening", "start", "wrap-up", "closure", "reopening"):
        assert client.post(f"/meetings/{meeting.pk}/{step}/").status_code == 302
    meeting.refresh_from_db()
    assert meeting.state == "wrapped_up"
    assert client.post(f"/meetings/{meeting.pk}/start/").status_code == 409


def test_calendar_file(get_page, signed_in, chair, meeting):
    meeting.venue = factories.venue(meeting.host)
    meeting.save()
    response = get_page(signed_in(chair), f"/meetings/{meeting.pk}/calendar.ics")
    lines = response.content.decode().split("\r\n")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert [line for line in lines if line.startswith(("DTSTART", "DTEND", "SUMMARY"))] == [
        "SUMMARY:十一月现场例会", "DTSTART:20261126T010000Z", "DTEND:20261126T040000Z",
    ]  # fmt: skip
    Meeting.objects.filter(pk=meeting.pk).update(held_on=None)
    assert signed_in(chair).get(f"/meetings/{meeting.pk}/calendar.ics").status_code == 409


def test_an_archived_meeting_asks_for_nothing(get_page, signed_in, officer, programme, host):
    old = factories.meeting(
        programme, host=host, state="closed", is_archive=True, starts_at=None, ends_at=None
    )
    page = get_page(signed_in(officer), f"/meetings/{old.pk}/").context["page"]
    assert (page.next_step, page.others) == (None, [])
