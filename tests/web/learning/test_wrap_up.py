"""The wrap-up: what becomes of each released record, and what each record became."""

import pytest

from tests import factories
from tests.factories_learning import experience
from tests.factories_problems import capture, problem
from yixian.web.learning.actions import wrap_up as actions
from yixian.web.learning.models import CaptureOutcome, Question
from yixian.web.learning.queries.wrap_up import wrap_up_page
from yixian.web.meetings.actions import minutes as minutes_actions
from yixian.web.meetings.queries.minutes_text import parse
from yixian.web.shared.errors import DomainError, Refused
from yixian.web.shared.models import AuditEntry


@pytest.fixture
def held(meeting):
    meeting.state = "wrapped_up"
    meeting.save()
    return meeting


def verbs():
    return list(AuditEntry.objects.order_by("serial").values_list("verb", flat=True))


def test_decide_and_decide_again(officer, chair, held):
    record = capture(chair, held, "note", "灯光明亮")
    actions.decide_record(by=officer, capture=record, kind="nothing")
    actions.decide_record(by=officer, capture=record, kind="minutes")
    assert CaptureOutcome.objects.get().kind == "minutes"
    actions.undo_decision(by=officer, capture=record)
    assert (CaptureOutcome.objects.count(), verbs()) == (
        0, ["learning.decide_record", "learning.decide_record", "learning.undo_decision"],
    )  # fmt: skip


def test_deciding_the_same_twice_writes_once(officer, chair, held):
    record = capture(chair, held, "note")
    for _turn in range(2):
        actions.decide_record(by=officer, capture=record, kind="nothing")
    actions.undo_decision(by=officer, capture=record)
    actions.undo_decision(by=officer, capture=record)
    assert verbs() == ["learning.decide_record", "learning.undo_decision"]


def test_a_draft_of_minutes_gets_the_line_at_once(officer, chair, held):
    minutes = minutes_actions.draft_minutes(by=officer, meeting=held)
    actions.decide_record(by=officer, capture=capture(chair, held, "note", "灯光明亮"), kind="minutes")
    minutes.refresh_from_db()
    assert next(each.text for each in parse(minutes.body) if each.key == "records") == "灯光明亮"


def test_published_minutes_are_left_alone(officer, chair, held):
    minutes = minutes_actions.draft_minutes(by=officer, meeting=held)
    minutes_actions.publish_minutes(by=officer, minutes=minutes)
    actions.decide_record(by=officer, capture=capture(chair, held, "note", "灯光明亮"), kind="minutes")
    minutes.refresh_from_db()
    assert "灯光明亮" not in minutes.body


@pytest.mark.parametrize("hold", ["held", "withheld", "quarantined"])
def test_only_released_records_are_decided(officer, chair, held, hold):
    with pytest.raises(DomainError):
        actions.decide_record(by=officer, capture=capture(chair, held, hold=hold), kind="nothing")


@pytest.mark.parametrize("who", ["chair", "coordinator", "auditor", "stranger", "city_officer"])
def test_the_office_decides(request, chair, held, who):
    with pytest.raises(Refused):
        actions.decide_record(by=request.getfixturevalue(who), capture=capture(chair, held), kind="nothing")


def test_each_record_says_what_became_of_it(officer, chair, held, host):
    records = [capture(chair, held, "note", words) for words in ("一", "二", "三", "四", "五")]
    made = problem(chair, "通道", capture=records[0])
    written = experience(host, "分色看板")
    written.captures.add(records[1])
    asked = Question.objects.create(federation=held.federation, text="问", asked_by=chair, capture=records[2])
    CaptureOutcome.objects.create(federation=held.federation, capture=records[3], kind="nothing")
    became = {
        each.row.text: [thing.url for thing in each.became]
        for each in wrap_up_page(officer, held, "all", "").records
    }
    assert became == {
        "一": [f"/problems/{made.pk}/"], "二": [f"/learning/experiences/{written.pk}/"],
        "三": [f"/learning/questions/{asked.pk}/"], "四": [""], "五": [],
    }  # fmt: skip
    page = wrap_up_page(officer, held, "left", "")
    assert ([each.row.text for each in page.records], page.decided, page.total) == (["五"], 4, 5)
    assert len(wrap_up_page(officer, held, "all", "").records) == 5


def test_what_is_held_is_only_counted(signed_in, get_page, officer, chair, held):
    capture(chair, held, "note", "机密字样", hold="held")
    capture(chair, held, "note", "机密字样", hold="withheld")
    page = get_page(signed_in(officer), f"/learning/wrap-up/{held.pk}/?show=all")
    assert "机密字样" not in page.content.decode()
    assert (page.context["page"].waiting, page.context["page"].withheld) == (1, 1)


@pytest.mark.parametrize("number", [1, 40])
def test_the_triage_takes_the_same_queries_for_any_number(
    signed_in, get_page, officer, chair, held, host, number
):
    written = experience(host)
    for turn in range(number):
        written.captures.add(capture(chair, held, "note", f"记{turn}"))
    url = f"/learning/wrap-up/{held.pk}/?show=all"
    assert len(get_page(signed_in(officer), url, most=9).context["page"].records) == number


def test_deciding_without_reloading_answers_the_row_and_the_progress(signed_in, officer, chair, held):
    record = capture(chair, held, "note", "灯光明亮")
    url = f"/learning/wrap-up/{held.pk}/records/{record.pk}/"
    answer = signed_in(officer).post(url, {"what": "nothing"}, headers={"HX-Request": "true"})
    html = answer.content.decode()
    assert (html.count("<li"), 'id="wrap-up-progress"' in html, 'hx-swap-oob="true"' in html) == (
        1,
        True,
        True,
    )
    assert "<html" not in html


@pytest.mark.parametrize(
    ("what", "status"), [("minutes", 302), ("question", 302), ("undo", 302), ("fly", 422)]
)
def test_deciding_by_form(signed_in, officer, chair, held, what, status):
    record = capture(chair, held, "note", "灯光明亮")
    answer = signed_in(officer).post(f"/learning/wrap-up/{held.pk}/records/{record.pk}/", {"what": what})
    assert answer.status_code == status


def test_a_record_of_another_meeting_or_a_held_one_is_not_there(
    signed_in, officer, chair, held, programme, host
):
    elsewhere = capture(chair, factories.meeting(programme, host=host), "note")
    waiting = capture(chair, held, "note", hold="held")
    for record in (elsewhere, waiting):
        url = f"/learning/wrap-up/{held.pk}/records/{record.pk}/"
        assert signed_in(officer).post(url, {"what": "nothing"}).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("auditor", 403), ("stranger", 404)])
def test_others_do_not_open_the_triage(request, signed_in, get_page, held, who, status):
    get_page(signed_in(request.getfixturevalue(who)), f"/learning/wrap-up/{held.pk}/", status=status)
