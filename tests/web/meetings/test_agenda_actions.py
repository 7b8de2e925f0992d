"""The agenda: built by rule, arranged by hand, run on the day."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests import factories, factories_meetings, factories_problems
from yixian.web.meetings.actions import agenda, running
from yixian.web.meetings.actions.agenda import ItemFacts
from yixian.web.meetings.queries.agenda import agenda_page, duration_words
from yixian.web.meetings.rules.agenda import can_change_agenda, can_run_agenda
from yixian.web.problems.models import Problem
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry
from yixian.web.shared.templatetags.ui_dates import clock

FRAME = ["opening", "tour", "questions", "discussion", "closing"]


def sources(meeting):
    return [item.source or item.title for item in meeting.agenda.all()]


@pytest.fixture
def built(officer, meeting):
    """A meeting with the agenda that every meeting has."""
    agenda.build_agenda(by=officer, meeting=meeting)
    return meeting


def test_build_puts_what_is_there_into_the_usual_order(officer, meeting, chair, coordinator, district):
    factories.station(meeting, minutes=15)
    factories.station(meeting, minutes=20)
    speaks = factories_meetings.report(meeting, chair, experience="", wants_to_speak=True)
    tells = factories_meetings.report(meeting, factories_meetings.chairs(district, 1)[0])
    factories_meetings.report(meeting, coordinator, handed_in=False)
    agenda.build_agenda(by=officer, meeting=meeting)
    rows = [(item.source, item.minutes) for item in meeting.agenda.all()]
    assert rows == [
        ("opening", 5), (f"report:{speaks.pk}", 5), (f"report:{tells.pk}", 5), ("tour", 35),
        ("questions", 15), ("discussion", 20), ("closing", 10),
    ]  # fmt: skip
    assert [item.position for item in meeting.agenda.all()] == [1, 2, 3, 4, 5, 6, 7]
    assert meeting.agenda.get(source=f"report:{speaks.pk}").speaker == chair


def test_build_takes_experiences_only_as_long_as_there_is_time(officer, meeting, district):
    for number, chair in enumerate(factories_meetings.chairs(district, 25)):
        factories_meetings.report(meeting, chair, wants_to_speak=number == 24)
    agenda.build_agenda(by=officer, meeting=meeting)
    page = agenda_page(officer, meeting)
    assert (page.minutes, page.fits, page.left_out) == (180, True, 7)


def test_build_speaks_of_whoever_comes(officer, meeting, chair, delegate):
    invitation = factories_meetings.invitation(meeting, chair)
    factories_meetings.reply(invitation, "delegate", attendee=delegate)
    report = factories_meetings.report(meeting, chair)
    agenda.build_agenda(by=officer, meeting=meeting)
    assert meeting.agenda.get(source=f"report:{report.pk}").speaker == delegate


def test_build_again_changes_nothing(officer, built):
    agenda.build_agenda(by=officer, meeting=built)
    assert (sources(built), AuditEntry.objects.count()) == (FRAME, 1)


def test_build_again_keeps_hand_edits_and_order(officer, built, chair):
    items = {item.source: item for item in built.agenda.all()}
    facts = ItemFacts("走进总装车间", 60, "tour", None, "戴安全帽")
    agenda.change_agenda_item(by=officer, item=items["tour"], facts=facts)
    agenda.remove_agenda_item(by=officer, item=items["questions"])
    ids = [items[name].pk for name in ("tour", "opening", "discussion", "closing")]
    agenda.order_agenda(by=officer, meeting=built, order=ids)
    report = factories_meetings.report(built, chair)
    factories.station(built, minutes=15)
    agenda.build_agenda(by=officer, meeting=built)
    assert sources(built) == ["tour", "opening", f"report:{report.pk}", "discussion", "closing"]
    assert built.agenda.get(source="tour").minutes == 60


def test_build_again_drops_what_is_gone_unless_it_was_edited(officer, meeting, chair, district):
    gone = factories_meetings.report(meeting, chair)
    edited = factories_meetings.report(meeting, factories_meetings.chairs(district, 1)[0])
    agenda.build_agenda(by=officer, meeting=meeting)
    item = meeting.agenda.get(source=f"report:{edited.pk}")
    agenda.change_agenda_item(by=officer, item=item, facts=ItemFacts("我来讲", 7, "report"))
    gone.delete()
    edited.delete()
    agenda.build_agenda(by=officer, meeting=meeting)
    assert [each.title for each in meeting.agenda.all()][1:2] == ["我来讲"]
    assert meeting.agenda.count() == 6


def test_open_problems_found_before_the_day_are_one_line_and_closed_or_later_ones_none(
    officer, host, meeting
):
    before, day = meeting.held_on - timedelta(days=20), meeting.held_on
    first = factories_problems.problem(officer, "照明不足", found_on=before)
    second = factories_problems.problem(officer, "通道被占用", found_on=before, due_on=day)
    factories_problems.problem(officer, "已经解决", found_on=before, state="closed")
    factories_problems.problem(officer, "当天才发现", found_on=day)
    agenda.build_agenda(by=officer, meeting=meeting)
    assert sources(meeting) == ["opening", "problems:open", "tour", "questions", "discussion", "closing"]
    line = meeting.agenda.get(source="problems:open")
    assert (line.kind, line.minutes, line.note) == ("problems", 5, "通道被占用；照明不足")
    Problem.objects.filter(pk__in=[first.pk, second.pk]).update(state="closed")
    agenda.build_agenda(by=officer, meeting=meeting)
    assert sources(meeting) == FRAME


def test_a_removed_item_is_put_back_where_it_stood(officer, built):
    agenda.remove_agenda_item(by=officer, item=built.agenda.get(source="tour"))
    agenda.remove_agenda_item(by=officer, item=built.agenda.get(source="closing"))
    agenda.build_agenda(by=officer, meeting=built)
    assert sources(built) == ["opening", "questions", "discussion"]
    agenda.restore_agenda_item(by=officer, meeting=built, number=0)
    agenda.restore_agenda_item(by=officer, meeting=built)
    assert (sources(built), built.agenda_removed) == (FRAME, [])
    with pytest.raises(BadInput):
        agenda.restore_agenda_item(by=officer, meeting=built)


def test_a_restored_item_forgets_people_and_reports_that_are_gone(officer, meeting, chair):
    report = factories_meetings.report(meeting, chair)
    agenda.build_agenda(by=officer, meeting=meeting)
    agenda.remove_agenda_item(by=officer, item=meeting.agenda.get(report=report))
    report.delete()
    chair.delete()
    item = agenda.restore_agenda_item(by=officer, meeting=meeting)
    assert (item.report, item.speaker) == (None, None)


def test_an_item_by_hand_stands_where_its_kind_does(officer, built):
    item = agenda.add_agenda_item(by=officer, meeting=built, facts=ItemFacts(" 茶歇 ", 10, "break"))
    assert sources(built) == ["opening", "茶歇", *FRAME[1:]]
    assert (item.title, item.is_edited) == ("茶歇", True)


@pytest.mark.parametrize("facts", [ItemFacts(" ", 5), ItemFacts("x", 0), ItemFacts("x", 481)])
def test_an_item_needs_a_title_and_sensible_minutes(officer, built, facts):
    with pytest.raises(BadInput):
        agenda.add_agenda_item(by=officer, meeting=built, facts=facts)


def test_a_speaker_of_another_federation_is_refused(officer, built, stranger):
    with pytest.raises(BadInput):
        agenda.add_agenda_item(by=officer, meeting=built, facts=ItemFacts("x", 5, speaker=stranger))


def test_changing_nothing_leaves_the_item_unedited(officer, built):
    item = built.agenda.get(source="opening")
    same = ItemFacts(item.title, item.minutes, item.kind, item.speaker, item.note)
    agenda.change_agenda_item(by=officer, item=item, facts=same)
    item.refresh_from_db()
    assert item.is_edited is False


def test_the_same_order_says_nothing(officer, built):
    ids = list(built.agenda.values_list("pk", flat=True))
    agenda.order_agenda(by=officer, meeting=built, order=ids)
    assert AuditEntry.objects.count() == 1


@pytest.mark.parametrize("state", ["wrapped_up", "closed", "cancelled"])
def test_the_agenda_of_a_meeting_that_is_over_stays(officer, built, state):
    built.state = state
    assert can_change_agenda(officer, built) is False
    with pytest.raises(DomainError):
        agenda.build_agenda(by=officer, meeting=built)


def test_the_agenda_is_the_office_s(coordinator, chair, meeting):
    assert can_change_agenda(chair, meeting) is False
    with pytest.raises(Refused):
        agenda.build_agenda(by=coordinator, meeting=meeting)


@pytest.fixture
def under_way(officer, built):
    """The meeting on the day."""
    built.state = "under_way"
    built.save()
    return built


def test_beginning_an_item_ends_the_one_before(officer, under_way):
    first, second = under_way.agenda.all()[:2]
    running.start_item(by=officer, item=first)
    running.start_item(by=officer, item=second)
    first.refresh_from_db()
    assert (first.ended_at, second.ended_at) == (second.started_at, None)
    running.start_item(by=officer, item=second)
    running.finish_item(by=officer, item=second)
    running.finish_item(by=officer, item=second)
    assert second.ended_at is not None
    running.reopen_item(by=officer, item=second)
    running.reopen_item(by=officer, item=second)
    assert (second.started_at, second.ended_at) == (None, None)


def test_an_item_that_has_begun_is_not_taken_off(officer, under_way):
    item = under_way.agenda.first()
    running.start_item(by=officer, item=item)
    with pytest.raises(BadInput):
        agenda.remove_agenda_item(by=officer, item=item)


def test_items_run_only_while_the_meeting_does(officer, chair, built):
    item = built.agenda.first()
    assert can_run_agenda(officer, built) is False
    with pytest.raises(DomainError):
        running.start_item(by=officer, item=item)
    built.state = "under_way"
    assert (can_run_agenda(officer, built), can_run_agenda(chair, built)) == (True, False)


def test_times_follow_from_the_start(officer, built):
    rows = agenda_page(officer, built).items
    assert [clock(row.starts) for row in rows] == [
        "09:00",
        "09:05",
        "09:45",
        "10:00",
        "10:20",
    ]


def test_what_is_late_moves_what_comes_after(officer, under_way):
    day = timezone.get_default_timezone()
    nine = datetime(2026, 11, 26, 9, tzinfo=day)
    first = under_way.agenda.first()
    first.started_at = nine + timedelta(minutes=4)
    first.save()
    rows = agenda_page(officer, under_way, now=nine + timedelta(minutes=15)).items
    assert [(row.state, row.is_late, clock(row.expected)) for row in rows][:3] == [
        ("now", True, "09:04"), ("next", True, "09:15"), ("next", True, "09:55"),
    ]  # fmt: skip
    on_time = agenda_page(officer, under_way, now=nine + timedelta(minutes=5)).items
    assert [row.is_late for row in on_time][1:3] == [True, True]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (90, "距会议结束还有1小时30分钟。"),
        (181, "比会议时间多1分钟，请缩短或删减。"),
        (180, "正好与会议时间相符。"),
    ],
)
def test_the_length_is_said_in_words(officer, meeting, minutes, words):
    factories_meetings.agenda_item(meeting, minutes=minutes)
    page = agenda_page(officer, meeting)
    assert (page.fit_words, page.fits) == (words, minutes <= 180)


def test_durations_in_words():
    assert [duration_words(minutes) for minutes in (5, 60, 65)] == ["5分钟", "1小时", "1小时5分钟"]


def test_a_meeting_without_times_takes_the_usual_ones(officer, meeting):
    meeting.starts_at = meeting.ends_at = meeting.held_on = None
    factories_meetings.agenda_item(meeting, minutes=180)
    page = agenda_page(officer, meeting)
    assert (page.fits, f"{page.items[0].starts:%H:%M}") == (True, "09:00")
