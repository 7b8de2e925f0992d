"""Asking those who can answer, being answered, saying what helped."""

import pytest

from tests import factories
from tests.factories_learning import question
from tests.factories_problems import capture
from yixian.web.learning.actions import question as actions
from yixian.web.learning.models import Answer, Question
from yixian.web.learning.queries import question as queries
from yixian.web.learning.queries.agenda import question_lines
from yixian.web.learning.queries.one_question import PER_PAGE, who_can_answer
from yixian.web.organisations.models import Strength
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry


def verbs():
    return list(AuditEntry.objects.order_by("serial").values_list("verb", flat=True))


@pytest.fixture
def topic(district):
    return factories.topic(district)


@pytest.fixture
def strong(host, topic):
    """The host is strong in the topic."""
    return Strength.objects.create(federation=host.federation, member=host, topic=topic, note="有练兵台")


def test_ask(chair, guest, topic):
    made = actions.ask_question(by=chair, text=" 怎么练兵？ ", topic=topic)
    assert (made.text, made.member, made.state, verbs()) == ("怎么练兵？", guest, "open", ["learning.ask"])


def test_ask_needs_words_and_ones_own_topic(chair, sibling):
    with pytest.raises(BadInput):
        actions.ask_question(by=chair, text=" ")
    with pytest.raises(Refused):
        actions.ask_question(by=chair, text="问", topic=factories.topic(sibling))


def test_the_auditor_does_not_ask(auditor):
    with pytest.raises(Refused):
        actions.ask_question(by=auditor, text="问")


def test_from_a_released_record_on_behalf_of_who_recorded_it(officer, chair, meeting):
    record = capture(chair, meeting, "question", "怎么练兵？")
    made = actions.ask_from_record(by=officer, capture=record)
    assert (made.asked_by, made.meeting, made.capture) == (chair, meeting, record)
    assert AuditEntry.objects.get().on_behalf_of == chair.name
    with pytest.raises(DomainError):
        actions.ask_from_record(by=officer, capture=record)


@pytest.mark.parametrize("values", [{"hold": "held"}, {"hold": "withheld"}, {"text": " "}])
def test_from_other_records_is_refused(officer, chair, meeting, values):
    record = capture(chair, meeting, **{"kind": "question", **values})
    with pytest.raises(DomainError):
        actions.ask_from_record(by=officer, capture=record)


def test_answer_mark_settle_and_ask_again(chair, coordinator):
    asked = question(chair)
    answer = actions.answer_question(by=coordinator, question=asked, text="每周一练")
    assert asked.state == "answered"
    actions.mark_helped(by=chair, answer=answer)
    actions.settle_question(by=chair, question=asked)
    assert (asked.state, asked.settled_at is not None, answer.helped) == ("settled", True, True)
    actions.reopen_question(by=chair, question=asked)
    assert (asked.state, asked.settled_at) == ("open", None)
    assert verbs() == [
        "learning.answer",
        "learning.mark_helped",
        "learning.settle",
        "learning.reopen_question",
    ]


def test_nobody_answers_the_own_question_or_a_settled_one(chair, coordinator):
    with pytest.raises(DomainError):
        actions.answer_question(by=chair, question=question(chair), text="好")
    with pytest.raises(DomainError):
        actions.answer_question(by=coordinator, question=question(chair, state="settled"), text="好")


@pytest.mark.parametrize("who", ["coordinator", "delegate", "auditor", "stranger"])
def test_only_who_asked_or_the_office_settles(request, chair, who):
    with pytest.raises(Refused):
        actions.settle_question(by=request.getfixturevalue(who), question=question(chair))


def test_marking_twice_writes_once(chair, coordinator):
    answer = actions.answer_question(by=coordinator, question=question(chair), text="好")
    actions.mark_helped(by=chair, answer=answer)
    actions.mark_helped(by=chair, answer=answer)
    assert verbs() == ["learning.answer", "learning.mark_helped"]


def test_who_can_answer_are_members_strong_in_the_topic(
    chair, guest, host, coordinator, topic, strong, sibling
):
    Strength.objects.create(federation=guest.federation, member=guest, topic=topic)
    gone = factories.member(guest.federation, is_active=False)
    Strength.objects.create(federation=guest.federation, member=gone, topic=topic)
    leader = factories.cadre(host, "何主席", post="chair")
    helpers = who_can_answer(chair, question(chair, topic=topic), {"chair": "主席"})
    assert [(each.member_id, each.person, each.post, each.note) for each in helpers] == [
        (host.pk, leader.name, "主席", "有练兵台")
    ]
    assert who_can_answer(chair, question(chair), {}) == []


def test_questions_wait_for_those_who_can_answer(chair, coordinator, officer, topic, strong):
    asked = question(chair, topic=topic)
    question(chair, "别的")
    waiting = {
        who.name: list(Question.objects.filter(queries.waiting_for(who)))
        for who in (chair, coordinator, officer)
    }
    assert waiting[coordinator.name] == [asked]
    assert (waiting[chair.name], len(waiting[officer.name])) == ([], 2)
    actions.answer_question(by=coordinator, question=asked, text="好")
    assert list(Question.objects.filter(queries.waiting_for(coordinator))) == []


def test_each_view_is_counted_and_shown_as_it_is_filtered(chair, coordinator, officer, topic, strong):
    question(chair, "甲", topic=topic)
    question(coordinator, "乙", state="answered")
    question(chair, "丙", state="settled")
    for who in (chair, coordinator, officer):
        shown = {}
        for view in queries.VIEWS:
            found = [row[1] for row in queries.questions(who, queries.Filters(view))]
            assert [row[1] for row in queries.chosen(who, queries.Filters(view), len(found))[:]] == found
            shown[view] = len(found)
        assert queries.counts(who) == shown
    assert queries.counts(coordinator) == {"waiting": 1, "open": 2, "mine": 1, "settled": 1}


@pytest.mark.parametrize("number", [1, 40])
def test_the_list_takes_the_same_queries_for_any_number(
    signed_in, get_page, coordinator, chair, topic, number
):
    for turn in range(number):
        asked = question(chair, f"问{turn}", topic=topic)
        Answer.objects.create(federation=asked.federation, question=asked, text="答", by=coordinator)
    page = get_page(signed_in(coordinator), "/learning/questions/", most=6)
    assert page.context["page"].paginator.count == number


@pytest.mark.parametrize("number", [1, 20])
def test_a_question_takes_the_same_queries_for_any_number(
    signed_in, get_page, coordinator, chair, topic, strong, number
):
    asked = question(chair, topic=topic)
    for _turn in range(number):
        Answer.objects.create(federation=asked.federation, question=asked, text="答", by=coordinator)
    page = get_page(signed_in(chair), f"/learning/questions/{asked.pk}/", most=8)
    assert page.context["page"].answers.paginator.count == number
    assert page.content.decode().count("<article") == min(number, PER_PAGE)
    last = (
        get_page(signed_in(chair), f"/learning/questions/{asked.pk}/?page=2", most=8).context["page"].answers
    )
    assert len(last) == (number - PER_PAGE if number > PER_PAGE else number)


def test_ask_answer_and_settle_in_the_browser(
    signed_in, get_page, chair, coordinator, topic, meeting, sibling
):
    asker, helper = signed_in(chair), signed_in(coordinator)
    foreign = factories.topic(sibling)
    assert asker.post("/learning/questions/new/", {"text": "问", "topic": foreign.pk}).status_code == 422
    url = asker.post("/learning/questions/new/", {"text": "怎么练兵？", "topic": topic.pk}).url
    assert helper.post(f"{url}answers/", {"text": ""}).status_code == 422
    helper.post(f"{url}answers/", {"text": "每周一练"})
    answer = Answer.objects.get()
    asker.post(f"{url}answers/{answer.pk}/thanks/", {"helped": "1"})
    asker.post(f"{url}settlement/")
    page = get_page(asker, url)
    assert (page.context["question"].state, page.context["page"].answers[0].helped) == ("settled", True)
    assert helper.post(f"{url}reopening/").status_code == 403


@pytest.mark.parametrize("earlier", [0, PER_PAGE - 1, PER_PAGE, 2 * PER_PAGE + 1])
def test_one_lands_where_ones_answer_stands(signed_in, chair, coordinator, earlier):
    asked = question(chair)
    for turn in range(earlier):
        Answer.objects.create(federation=asked.federation, question=asked, by=coordinator, text=f"答{turn}")
    client = signed_in(coordinator)
    to = client.post(f"/learning/questions/{asked.pk}/answers/", {"text": "我的办法"}).headers["Location"]
    made = Answer.objects.latest("pk")
    assert to.endswith(f"#answer-{made.pk}")
    page = client.get(to).content.decode()
    assert ("我的办法" in page, f'id="answer-{made.pk}"' in page) == (True, True)


def test_a_marked_answer_changes_its_place_and_one_goes_with_it(signed_in, chair, coordinator):
    asked = question(chair, state="answered")
    said = [
        Answer.objects.create(
            federation=asked.federation,
            question=asked,
            by=coordinator,
            text=f"答{turn}",
            helped=turn % 3 == 0,
        )
        for turn in range(3 * PER_PAGE + 1)
    ]
    client, places = signed_in(chair), []
    for helped in ("1", "0"):
        url = f"/learning/questions/{asked.pk}/answers/{said[-2].pk}/thanks/"
        to = client.post(url, {"helped": helped}).headers["Location"]
        places.append(to.partition("?")[2])
        assert f'id="answer-{said[-2].pk}"' in client.get(to).content.decode()
    assert places == [f"page=2#answer-{said[-2].pk}", f"page=4#answer-{said[-2].pk}"]


def test_an_answer_of_another_question_is_not_there(signed_in, chair, coordinator):
    first, second = question(chair), question(chair)
    answer = actions.answer_question(by=coordinator, question=first, text="好")
    assert (
        signed_in(chair).post(f"/learning/questions/{second.pk}/answers/{answer.pk}/thanks/").status_code
        == 404
    )


def test_another_federation_sees_nothing(signed_in, get_page, stranger, chair):
    asked = question(chair, "甲区的问题")
    client = signed_in(stranger)
    assert "甲区的问题" not in get_page(client, "/learning/questions/").content.decode()
    get_page(client, f"/learning/questions/{asked.pk}/", status=404)


def test_unanswered_questions_stand_on_the_next_agenda(chair, meeting, stranger):
    question(chair, "怎么练兵？")
    question(chair, "本次问的", meeting=meeting)
    question(chair, "已答", state="answered")
    question(stranger, "邻区问的")
    lines = question_lines(meeting)
    assert [(each.kind, each.minutes, each.note) for each in lines] == [("questions", 5, "怎么练兵？")]
    Question.objects.all().delete()
    assert question_lines(meeting) == []


def test_a_meetings_questions_stand_on_its_page(signed_in, get_page, chair, meeting):
    question(chair, "本次问的", meeting=meeting)
    question(chair, "别处问的")
    html = get_page(signed_in(chair), f"/learning/meetings/{meeting.pk}/questions/").content.decode()
    assert ("本次问的" in html, "别处问的" in html) == (True, False)
