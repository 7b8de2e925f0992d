"""Answers through the door: each becomes one answer of learning, however often it is sent."""

from tests import factories_capture as made
from tests.factories_learning import question
from tests.factories_votes import answer_item
from tests.web.field.test_door import results, send
from yixian.web.capture.models import Capture
from yixian.web.learning.actions.question import ask_from_record, settle_question
from yixian.web.learning.models import Answer, Question


def test_answer_is_taken_in_once_and_read_back(meeting, delegate, coordinator, signed_in):
    asked = question(delegate, meeting=meeting)
    client, sent = signed_in(coordinator), answer_item(asked)
    assert [results(send(client, sent)) for _each in range(2)] == [["stored"], ["duplicate"]]
    answer = Answer.objects.get()
    assert (answer.text, answer.by, answer.question.state) == ("每周一题。", coordinator, "answered")
    seen = client.get(f"/field/status/?ids={sent['id']}").json()["items"]
    assert seen == [{"id": sent["id"], "state": "confirmed", "digest": sent["digest"]}]
    assert results(send(client, answer_item(asked, "另一句。", id=sent["id"]))) == ["conflict"]
    assert Answer.objects.get().text == "每周一题。"


def test_late_duplicate_changes_nothing_whatever_became_of_the_question(
    meeting, delegate, coordinator, officer, signed_in
):
    asked = question(delegate, meeting=meeting)
    client, sent, late = signed_in(coordinator), answer_item(asked), answer_item(asked, "晚了。")
    send(client, sent)
    settle_question(by=officer, question=Question.objects.get())
    assert results(send(client, sent, late)) == ["duplicate", "refused"]
    Question.objects.all().delete()
    receipt = send(client, sent).json()["receipts"][0]
    assert (receipt["result"], Answer.objects.count()) == ("refused", 0)
    assert receipt["reason"].startswith("This question is not here any more")


def test_own_foreign_and_other_meetings_questions_are_refused(
    meeting, delegate, stranger, coordinator, signed_in
):
    asked, elsewhere = question(delegate, meeting=meeting), question(delegate)
    assert results(send(signed_in(delegate), answer_item(asked))) == ["refused"]
    assert results(send(signed_in(stranger), answer_item(asked))) == ["refused"]
    lost = made.item(meeting, kind="answer", text="答", question=elsewhere.pk)
    empty = answer_item(asked, "  ")
    assert results(send(signed_in(coordinator), lost, empty)) == ["refused", "refused"]
    assert Answer.objects.count() == 0


def test_phone_lists_a_question_only_after_its_release(
    meeting, chair, coordinator, officer, signed_in, get_page
):
    send(signed_in(chair), made.item(meeting, kind="question", text="题目由谁来出？"))
    client, capture = signed_in(coordinator), Capture.objects.get()
    assert "题目由谁来出" not in get_page(client, "/field/").content.decode()
    Capture.objects.update(hold="released")
    capture.refresh_from_db()
    asked = ask_from_record(by=officer, capture=capture)
    page = get_page(client, "/field/").content.decode()
    assert ("题目由谁来出？" in page, f'data-answer="{asked.pk}"' in page) == (True, True)
    own = get_page(signed_in(chair), "/field/").content.decode()
    assert ("题目由谁来出？" in own, f'data-answer="{asked.pk}"' in own) == (True, False)


def test_phone_takes_the_same_queries_whatever_was_asked(meeting, delegate, coordinator, signed_in, get_page):
    for number in range(45):
        question(delegate, text=f"第{number}问", meeting=meeting)
    page = get_page(signed_in(coordinator), "/field/").content.decode()
    assert page.count("data-answer=") == 40
