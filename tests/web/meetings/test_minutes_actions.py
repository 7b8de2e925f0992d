"""Minutes: drafted from the records, edited, published, taken back."""

from datetime import date

import pytest
from django.utils import timezone
from hypothesis import example, given
from hypothesis import strategies as st

from tests import factories
from tests.factories_learning import experience, question
from tests.factories_problems import capture, problem
from yixian.web.learning.models import Answer, CaptureOutcome
from yixian.web.meetings.actions import minutes as actions
from yixian.web.meetings.models import AgendaItem, CheckIn, Invitation, Minutes, Reply, Report
from yixian.web.meetings.queries.minutes import paper_of
from yixian.web.meetings.queries.minutes_text import Section, compose, parse
from yixian.web.shared.errors import DomainError, Refused
from yixian.web.shared.models import AuditEntry


def verbs():
    return list(AuditEntry.objects.order_by("serial").values_list("verb", flat=True))


def invite(member, meeting, answer=None, person=None):
    own = {"federation": meeting.federation}
    invitation = Invitation.objects.create(meeting=meeting, member=member, person=person, **own)
    if answer:
        Reply.objects.create(invitation=invitation, answer=answer, **own)


def arrive(person, meeting):
    CheckIn.objects.create(
        federation=meeting.federation, meeting=meeting, person=person, method="desk", at=timezone.now()
    )


@pytest.fixture
def held(meeting, chair, officer, host, guest):
    """A wrapped-up meeting with everything on record."""
    meeting.state, meeting.venue = "wrapped_up", factories.venue(host)
    meeting.save()
    away = factories.member(meeting.federation, "甲三化工工会")
    invite(guest, meeting, "coming", chair)
    invite(away, meeting, "apology", factories.cadre(away, "丁请假"))
    arrive(chair, meeting)
    arrive(officer, meeting)
    own = {"federation": meeting.federation, "meeting": meeting}
    AgendaItem.objects.create(position=1, kind="opening", title="开场", **own)
    AgendaItem.objects.create(position=2, kind="break", title="茶歇", **own)
    Report.objects.create(member=guest, experience="班前会很管用", handed_in_at=timezone.now(), **own)
    Report.objects.create(member=away, review="草稿未交", **own)
    return meeting


def texts(meeting):
    return {each.key: each.text for each in parse(Minutes.objects.get(meeting=meeting).body)}


def test_the_draft_says_what_is_on_record(officer, chair, coordinator, held, host):
    problem(chair, "通道被占用", state="assigned", owner=coordinator, due_on=date(2026, 12, 20), meeting=held)
    experience(host, "分色看板", summary="红黄绿", meeting=held)
    asked = question(chair, "怎么练兵？", meeting=held)
    Answer.objects.create(federation=held.federation, question=asked, text="每周一练", by=coordinator)
    note = capture(chair, held, "note", "灯光明亮")
    CaptureOutcome.objects.create(federation=held.federation, capture=note, kind="minutes")
    actions.draft_minutes(by=officer, meeting=held)
    said = texts(held)
    for key, words in {
        "overview": ("甲区总工会", "甲一机械有限公司工会", "总装车间", "十一月现场例会"),
        "agenda": ("1. 开场",),
        "reports": ("甲二食品有限公司", "班前会很管用"),
        "experiences": ("分色看板", "红黄绿"),
        "problems": ("1. 通道被占用", "何联络"),
        "questions": ("怎么练兵？", "每周一练"),
        "records": ("灯光明亮",),
        "attendance": ("甲主席", "郑主任", "丁请假"),
    }.items():
        assert [word in said[key] for word in words] == [True] * len(words)
    assert ("茶歇" in said["agenda"], "草稿未交" in said["reports"]) == (False, False)
    assert verbs() == ["meetings.draft_minutes"]


@pytest.mark.parametrize("hold", ["held", "withheld", "quarantined"])
def test_what_is_not_released_stays_out_of_the_draft(officer, chair, held, hold):
    record = capture(chair, held, "note", "机密字样", hold=hold)
    CaptureOutcome.objects.create(federation=held.federation, capture=record, kind="minutes")
    actions.draft_minutes(by=officer, meeting=held)
    assert "机密字样" not in Minutes.objects.get().body


def test_drafting_twice_keeps_what_was_written(officer, held):
    first = actions.draft_minutes(by=officer, meeting=held)
    actions.save_minutes(by=officer, minutes=first, sections=[Section("overview", "概况", "改过的话")])
    assert actions.draft_minutes(by=officer, meeting=held).body == first.body
    anew = actions.draft_minutes(by=officer, meeting=held, anew=True)
    assert "改过的话" not in anew.body


@pytest.mark.parametrize("state", ["planned", "announced", "open", "cancelled"])
def test_no_minutes_before_the_meeting(officer, held, state):
    held.state = state
    with pytest.raises(DomainError):
        actions.draft_minutes(by=officer, meeting=held)


@pytest.mark.parametrize("who", ["chair", "coordinator", "auditor", "stranger", "city_officer"])
def test_minutes_are_written_by_the_office(request, held, who):
    with pytest.raises(Refused):
        actions.draft_minutes(by=request.getfixturevalue(who), meeting=held)


def test_published_minutes_are_not_changed_until_taken_back(officer, held):
    minutes = actions.draft_minutes(by=officer, meeting=held)
    actions.publish_minutes(by=officer, minutes=minutes)
    assert (minutes.state, minutes.published_by) == ("published", officer)
    for change in (
        lambda: actions.save_minutes(by=officer, minutes=minutes, sections=[]),
        lambda: actions.draft_minutes(by=officer, meeting=held, anew=True),
        lambda: actions.add_to_minutes(by=officer, minutes=minutes, key="records", heading="记录", line="话"),
        lambda: actions.publish_minutes(by=officer, minutes=minutes),
    ):
        with pytest.raises(DomainError):
            change()
    actions.withdraw_minutes(by=officer, minutes=minutes)
    assert (minutes.state, minutes.published_at) == ("draft", None)


def test_empty_minutes_are_not_published(officer, held):
    minutes = actions.draft_minutes(by=officer, meeting=held)
    actions.save_minutes(by=officer, minutes=minutes, sections=[Section("overview", "概况", " ")])
    with pytest.raises(DomainError):
        actions.publish_minutes(by=officer, minutes=minutes)


def test_a_line_is_added_before_the_attendance(officer, held):
    minutes = actions.draft_minutes(by=officer, meeting=held)
    for line in ("灯光明亮", "地面整洁"):
        actions.add_to_minutes(by=officer, minutes=minutes, key="records", heading="现场记录", line=line)
    sections = parse(minutes.body)
    assert [each.key for each in sections][-2:] == ["records", "attendance"]
    assert sections[-2].paragraphs == ["灯光明亮", "地面整洁"]


def test_the_paper_sets_the_attendance_apart(officer, held):
    minutes = actions.draft_minutes(by=officer, meeting=held)
    sections = [
        Section("overview", "会议概况", "召开了会议。\n\n很好。"),
        Section("attendance", "参会人员", "出席（1人）：甲主席\n随行人员"),
    ]
    actions.save_minutes(by=officer, minutes=minutes, sections=sections)
    paper = paper_of(held, minutes)
    assert [(each.heading, list(each.paragraphs)) for each in paper.sections] == [
        ("会议概况", ["召开了会议。", "很好。"])
    ]
    assert list(paper.attendance) == [("出席（1人）", "甲主席"), ("", "随行人员")]


# Few characters, but all that the marks are made of: a line that looks like one turns up often.
TEXT = st.text("# ag-1甲\n\r\t", max_size=60)


@example([("overview", "1\r\r\n1")])
@given(st.lists(st.tuples(st.sampled_from(["overview", "agenda", "records"]), TEXT), max_size=4))
def test_sections_survive_being_kept_as_one_text(pairs):
    sections = [Section(key, "标题", text) for key, text in pairs]
    once = parse(compose(sections))
    assert [each.key for each in once] == [key for key, _text in pairs]
    assert parse(compose(once)) == once
