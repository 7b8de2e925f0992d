"""Meetings come into being and move through their life."""

from datetime import date, time

import pytest

from tests import factories, factories_meetings
from yixian.web.meetings.actions import lifecycle, planning
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.rules.lifecycle import can_announce, can_change, can_move, can_plan
from yixian.web.meetings.states import MEETING, STEPS, TONES
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry

DAY = date(2026, 3, 18)


def verbs():
    return [entry.verb for entry in AuditEntry.objects.order_by("serial")]


def test_plan_meeting_makes_the_month_s_meeting(officer, programme, host):
    made = planning.plan_meeting(by=officer, programme=programme, month="2026-03", held_on=DAY, host=host)
    assert (made.state, made.title, made.starts_at, made.ends_at) == (
        "planned", "2026年3月现场例会", time(9), time(12),
    )  # fmt: skip
    assert (len(made.code), made.events.count(), verbs()) == (6, 1, ["meetings.plan"])


def test_plan_meeting_again_changes_nothing(officer, programme, host):
    facts = {"programme": programme, "month": "2026-03", "held_on": DAY, "host": host}
    made = planning.plan_meeting(by=officer, **facts)
    again = planning.plan_meeting(by=officer, **facts)
    assert (again.pk, Meeting.objects.count(), verbs()) == (made.pk, 1, ["meetings.plan"])


def test_plan_meeting_moves_a_meeting_that_is_only_planned(officer, programme, host, guest, coordinator):
    facts = {"programme": programme, "month": "2026-03"}
    made = planning.plan_meeting(by=officer, held_on=DAY, host=host, **facts)
    Meeting.objects.filter(pk=made.pk).update(coordinator=coordinator, venue=factories.venue(host))
    moved = planning.plan_meeting(by=officer, held_on=date(2026, 3, 19), host=guest, **facts)
    moved.refresh_from_db()
    assert (moved.pk, moved.held_on, moved.host, moved.coordinator, moved.venue) == (
        made.pk, date(2026, 3, 19), guest, None, None,
    )  # fmt: skip


def test_plan_meeting_leaves_an_announced_meeting_alone(officer, programme, host, guest):
    facts = {"programme": programme, "month": "2026-03", "held_on": DAY}
    made = planning.plan_meeting(by=officer, host=host, **facts)
    Meeting.objects.filter(pk=made.pk).update(state="announced")
    assert planning.plan_meeting(by=officer, host=host, **facts).pk == made.pk
    with pytest.raises(DomainError, match="2026年3月现场例会"):
        planning.plan_meeting(by=officer, host=guest, **facts)


def test_plan_meeting_after_a_cancelled_one_makes_a_new_one(officer, programme, host):
    facts = {"programme": programme, "month": "2026-03", "held_on": DAY, "host": host}
    first = planning.plan_meeting(by=officer, **facts)
    lifecycle.cancel_meeting(by=officer, meeting=first, reason="台风")
    assert planning.plan_meeting(by=officer, **facts).pk != first.pk


def test_plan_meeting_is_for_the_office(chair, programme, host):
    with pytest.raises(Refused):
        planning.plan_meeting(by=chair, programme=programme, month="2026-03", held_on=DAY, host=host)
    assert (can_plan(chair), Meeting.objects.count()) == (False, 0)


def test_create_meeting_without_a_title_is_named_after_its_month(officer, programme, host, district):
    topic = factories.topic(district)
    facts = {"held_on": DAY, "starts_at": time(14), "ends_at": time(16), "host": host, "topics": [topic]}
    made = planning.create_meeting(by=officer, programme=programme, facts=facts)
    assert (made.title, made.month, list(made.topics.all())) == ("2026年3月现场例会", "2026-03", [topic])


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"starts_at": time(12), "ends_at": time(9)}, "结束时间须晚于开始时间"),
        ({"venue": "guest"}, "不属于承办单位"),
        ({"coordinator": "chair"}, "联络人须为承办单位的人员"),
    ],
)
def test_create_meeting_with_parts_that_do_not_fit(officer, programme, host, guest, chair, facts, sentence):
    named = {"guest": factories.venue(guest), "chair": chair}
    facts = {name: named.get(value, value) for name, value in facts.items()}
    with pytest.raises(BadInput, match=sentence):
        planning.create_meeting(
            by=officer, programme=programme, facts={"held_on": DAY, "host": host, **facts}
        )


def test_change_meeting_before_the_announcement_stays_out_of_the_timeline(officer, meeting):
    planning.change_meeting(by=officer, meeting=meeting, facts={"held_on": DAY})
    assert (meeting.month, meeting.events.count(), verbs()) == ("2026-03", 0, ["meetings.change"])


def test_change_meeting_after_the_announcement_is_told(officer, meeting, guest):
    meeting.state = "announced"
    meeting.save()
    planning.change_meeting(
        by=officer, meeting=meeting, facts={"held_on": DAY, "host": guest, "starts_at": time(10)}
    )
    assert [event.note for event in meeting.events.all()] == [
        "日期由2026年11月26日（周四）改为2026年3月18日（周三）；开始时间由09:00改为10:00；"
        f"承办单位由甲一机械有限公司改为{guest.short_name}"
    ]
    assert AuditEntry.objects.get().changes["host"] == ["甲一机械有限公司", guest.short_name]


def test_change_meeting_moves_the_days_of_the_checklist(officer, meeting, chair):
    factories_meetings.announced(meeting, officer)
    before = list(meeting.checklist.values_list("due_on", flat=True))
    planning.change_meeting(by=officer, meeting=meeting, facts={"held_on": date(2026, 12, 1)})
    after = list(meeting.checklist.values_list("due_on", flat=True))
    assert {(b - a).days for a, b in zip(before, after, strict=True)} == {5}


@pytest.mark.parametrize("facts", [{"host": None}, {"held_on": None}])
def test_change_meeting_keeps_what_an_announced_one_needs(officer, meeting, facts):
    meeting.state = "open"
    with pytest.raises(BadInput):
        planning.change_meeting(by=officer, meeting=meeting, facts=facts)


def test_change_meeting_to_the_same_says_nothing(officer, meeting):
    planning.change_meeting(by=officer, meeting=meeting, facts={"held_on": meeting.held_on, "topics": []})
    assert verbs() == []


@pytest.mark.parametrize("state", ["under_way", "wrapped_up", "closed", "cancelled"])
def test_facts_of_a_meeting_that_began_stay(officer, meeting, state):
    meeting.state = state
    assert can_change(officer, meeting) is False
    with pytest.raises(DomainError):
        planning.change_meeting(by=officer, meeting=meeting, facts={"held_on": DAY})


STEPS_TAKEN = [
    ("open_meeting", "announced", "open"),
    ("start_meeting", "open", "under_way"),
    ("start_meeting", "announced", "under_way"),
    ("wrap_up_meeting", "under_way", "wrapped_up"),
    ("close_meeting", "wrapped_up", "closed"),
    ("reopen_meeting", "closed", "wrapped_up"),
]


@pytest.mark.parametrize(("step", "before", "after"), STEPS_TAKEN)
def test_a_step_moves_the_meeting_and_is_told(officer, meeting, step, before, after):
    meeting.state = before
    meeting.save()
    getattr(lifecycle, step)(by=officer, meeting=meeting)
    meeting.refresh_from_db()
    event = meeting.events.get()
    assert (meeting.state, event.state, event.by) == (after, after, officer)
    assert AuditEntry.objects.get().changes == {"state": [before, after]}


ALLOWED = {(step.removesuffix("_meeting"), before) for step, before, _after in STEPS_TAKEN}


@pytest.mark.parametrize("state", Meeting.State.values)
@pytest.mark.parametrize("verb", ["open", "start", "wrap_up", "close", "reopen"])
def test_a_step_from_another_state_is_refused(officer, auditor, meeting, verb, state):
    meeting.state = state
    assert can_move(officer, meeting, verb) is ((verb, state) in ALLOWED)
    assert can_move(auditor, meeting, verb) is False
    if (verb, state) not in ALLOWED:
        with pytest.raises(DomainError):
            getattr(lifecycle, f"{verb}_meeting")(by=officer, meeting=meeting)


@pytest.mark.parametrize("state", ["planned", "announced", "open"])
def test_cancel_meeting_keeps_the_reason_and_ends_the_links(officer, meeting, chair, state):
    factories_meetings.announced(meeting, officer)
    meeting.state = state
    lifecycle.cancel_meeting(by=officer, meeting=meeting, reason=" 台风 ")
    meeting.refresh_from_db()
    link = meeting.invitations.get(member=chair.member).link
    assert (meeting.state, meeting.cancelled_because, link.is_open) == ("cancelled", "台风", False)
    assert meeting.events.last().note == "台风"


def test_cancel_meeting_needs_a_reason(officer, meeting):
    with pytest.raises(BadInput):
        lifecycle.cancel_meeting(by=officer, meeting=meeting, reason="  ")


def test_cancel_meeting_is_not_for_staff(staff, meeting):
    assert can_move(staff, meeting, "cancel") is False
    with pytest.raises(Refused):
        lifecycle.cancel_meeting(by=staff, meeting=meeting, reason="台风")


@pytest.mark.parametrize("missing", ["held_on", "starts_at", "host"])
def test_announce_needs_day_time_and_host(officer, meeting, chair, missing):
    assert can_announce(officer, meeting) is True
    setattr(meeting, missing, None)
    assert can_announce(officer, meeting) is False


def test_every_state_has_a_tone_and_a_place():
    assert set(TONES) == set(Meeting.State.values)
    assert set(STEPS) | {"cancelled"} == set(Meeting.State.values)
    assert {t.target for t in MEETING.transitions.values()} | {"planned"} == set(Meeting.State.values)
