"""Votes and answers on a phone without a line: kept, sent later, counted once; a late vote is told so."""

import pytest
from playwright.sync_api import expect

from tests.faults import proxy as line
from tests.faults.ground import Ground
from tests.faults.phone import Phone
from tests.faults.proxy import Proxy

COUNTING = """SELECT c.text FROM meetings_vote v JOIN meetings_ballotchoice c ON c.id = v.choice_id
              JOIN meetings_ballot b ON b.id = v.ballot_id WHERE v.person_id = ? AND b.question = ?"""


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    made = Ground(tmp_path_factory.mktemp("votes")).start()
    yield made
    made.stop()


@pytest.fixture
def proxy(ground):
    made = Proxy(ground.port)
    yield made
    made.close()


@pytest.fixture
def desk(browser, ground):
    """The coordinator at a desk, on the page of votes."""
    address = f"http://127.0.0.1:{ground.port}"
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en")
    context.add_cookies([{"name": "yixian", "value": ground.facts["coordinator"], "url": address}])
    page = context.new_page()
    page.goto(f"{address}/meetings/{ground.facts['meeting']}/votes/")
    yield page
    context.close()


def put(desk, question: str) -> None:
    """Prepare a vote and open it."""
    desk.locator("[name=question]").fill(question)
    desk.locator("[name=choices]").fill("车间\n展馆\n都行")
    desk.locator("form .btn-primary").click()
    card(desk, question).locator("button", has_text="Open the vote").click()
    expect(card(desk, question).locator(".state-now")).to_be_visible()


def close(desk, question: str) -> None:
    """Close it, and say yes."""
    card(desk, question).locator("button", has_text="Close the vote").click()
    desk.locator("dialog[open] button", has_text="Close the vote").click()
    expect(card(desk, question).locator(".state-good")).to_be_visible()


def card(page, question: str):
    return page.locator("section.card", has_text=question)


def cut_off(phone: Phone, proxy: Proxy) -> None:
    proxy.fault(line.refuse)
    phone.context.set_offline(True)


def come_back(phone: Phone, proxy: Proxy) -> None:
    proxy.heal()
    phone.context.set_offline(False)


def arrive(phone: Phone) -> None:
    phone.page.locator("[data-check-in]").click()
    expect(phone.page.locator("[data-arrival]")).to_contain_text("checked in")


@pytest.mark.parametrize("worker", ["block", "allow"])
def test_votes_without_a_line_count_once_and_the_last_one(browser, ground, proxy, desk, worker):
    number, question = ["block", "allow"].index(worker), f"下次看什么？{worker}"
    put(desk, question)
    phone = Phone.of(browser, ground, proxy, number, service_workers=worker).open()
    if worker == "allow":
        phone.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        phone.until(lambda: phone.page.evaluate("() => caches.has('yixian-field-page')"))
    cut_off(phone, proxy)
    page, vote = phone.page, card(phone.page, question)
    vote.locator("[data-choice]", has_text="车间").click()
    expect(page.locator("body")).to_contain_text("Check in first")
    page.locator("[data-check-in]").click()
    expect(page.locator("[data-arrival]")).to_have_text("Check-in: on this phone")
    vote.locator("[data-choice]", has_text="车间").click()
    expect(vote.locator("[data-vote-note]")).to_have_text("Your vote: on this phone")
    if worker == "allow":
        phone.open()
    vote.locator("[data-choice]", has_text="展馆").click()
    expect(vote.locator("[aria-pressed=true]")).to_have_text("展馆")
    phone.has("kept", 3)
    assert ground.rows(COUNTING, phone.person["pk"], question) == []
    proxy.heal()
    proxy.fault(line.twice, "POST", "/items/")
    phone.context.set_offline(False)
    phone.has("confirmed", 3).sees("all arrived")
    expect(vote.locator("[data-vote-note]")).to_have_text("Your vote: counted")
    assert ground.rows(COUNTING, phone.person["pk"], question) == [("展馆",)]
    expect(card(desk, question)).to_contain_text("1 votes")
    phone.close()


def test_vote_that_comes_after_the_close_is_told_so(browser, ground, proxy, desk):
    put(desk, "何时再来？")
    phone = Phone.of(browser, ground, proxy, 2).open()
    arrive(phone)
    vote = card(phone.page, "何时再来？")
    cut_off(phone, proxy)
    vote.locator("[data-choice]", has_text="都行").click()
    expect(vote.locator("[data-vote-note]")).to_have_text("Your vote: on this phone")
    close(desk, "何时再来？")
    come_back(phone, proxy)
    late = "The vote was over already. This one was not counted."
    expect(vote.locator("[data-vote-note]")).to_have_text(f"Your vote: not taken. {late}", timeout=20_000)
    phone.has("refused", 1)
    assert ground.rows(COUNTING, phone.person["pk"], "何时再来？") == []
    vote.locator(".vote-over summary").click(timeout=30_000)
    expect(vote.locator(".vote-bars")).to_be_visible()
    expect(vote.locator("[data-vote-note]")).to_contain_text(late)
    phone.close()


def test_question_is_answered_without_a_line(browser, ground, proxy, desk):
    phone = Phone.of(browser, ground, proxy, 3).open()
    page = phone.page
    cut_off(phone, proxy)
    page.locator("[data-questions] summary").click()
    page.locator("[data-answer]").click()
    expect(page.locator("#answer [data-asked]")).to_have_text("题目由谁来出？")
    page.locator("#answer .btn-primary").click()
    expect(page.locator("#answer [data-answer-status]")).to_contain_text("Write your answer first.")
    page.locator("#answer textarea").fill("由班组长轮流出。")
    page.locator("#answer .btn-primary").click()
    expect(page.locator("#answer")).to_be_hidden()
    expect(page.locator("[data-answered]")).to_have_text("My answer: on this phone")
    come_back(phone, proxy)
    phone.has("confirmed", 1)
    expect(page.locator("[data-answered]")).to_have_text("My answer: confirmed")
    said = "SELECT text FROM learning_answer WHERE by_id = ?"
    assert ground.rows(said, phone.person["pk"]) == [("由班组长轮流出。",)]
    phone.close()
