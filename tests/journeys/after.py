"""Wrapping up and following up: release, problems, experiences, minutes, borrowing, digest, and the next time."""

from playwright.sync_api import expect

from tests.journeys.day import RECORDS
from tests.journeys.hand import Hand
from tests.journeys.story import SOON, Cast, today

EXPERIENCE = "班前十分钟练兵角"
LASTING = "电动车充电口不足"


def wrap_up(office: Hand, meeting: str) -> None:
    """The meeting is over."""
    office.open(f"/meetings/{meeting}/").send("/wrap-up/")


def release(coordinator: Hand, meeting: str) -> None:
    """The host withholds the note and releases the rest; the photo has been prepared by then."""
    page = f"/capture/meetings/{meeting}/release/"
    coordinator.comes(page, ".record-picture img").picture("release")
    note = coordinator.page.locator("li.record", has_text=RECORDS["note"])
    with coordinator.page.expect_response(lambda response: response.request.method == "POST"):
        note.locator("button[value=withhold]").click()
    coordinator.open(page)
    while coordinator.page.locator("button[value=release]:not([disabled])").count():
        coordinator.swap("button[value=release]:not([disabled])").open(page)


def decide_about_records(office: Hand, meeting: str, cast: Cast) -> str:
    """The problem gets an owner and a date, the question goes to the peers; another problem is entered by hand."""
    page = f"/learning/wrap-up/{meeting}/"
    office.open(page).sees(RECORDS["problem"]).picture("wrap-up")
    assert RECORDS["note"] not in office.page.content()
    row = office.page.locator("li.triage-row", has_text=RECORDS["problem"])
    with office.page.expect_navigation():
        row.locator("a[data-key=p]").click()
    office.fill(title="二号通道被占用", due_on=(today() + SOON).isoformat()).choose(owner=cast.office).save()
    problem = office.picture("problem").at(r"/problems/(\d+)/")
    office.open(page)
    asked = office.page.locator("li.triage-row", has_text=RECORDS["question"])
    with office.page.expect_response(lambda response: response.request.method == "POST"):
        asked.locator("button[data-key=q]").click()
    office.open("/problems/new/").fill(title=LASTING, due_on=(today() + SOON).isoformat())
    office.choose(owner=cast.office, meeting=meeting).save()
    return problem


def solve_and_confirm(office: Hand, delegate: Hand, problem: str) -> None:
    """The owner reports what was done; whoever raised it confirms on the phone, and only then it is closed."""
    office.open(f"/problems/{problem}/").fill(text="物料已移走，划了黄线。").send("/solution/")
    delegate.open(f"/problems/{problem}/").picture("confirm")
    delegate.send("/closure/")
    office.open(f"/problems/{problem}/").sees("物料已移走")
    office.open("/problems/").picture("problems")


def publish_experience_and_minutes(office: Hand, meeting: str) -> None:
    """What works is written up from the idea and published; the minutes are drafted from the records."""
    office.open(f"/learning/wrap-up/{meeting}/")
    row = office.page.locator("li.triage-row", has_text=RECORDS["idea"])
    with office.page.expect_navigation():
        row.locator("a[data-key=e]").click()
    office.fill(
        title=EXPERIENCE, summary="班前十分钟，人人练一题。", how="题目由班组长轮流出，周五讲评。"
    ).save()
    office.send("/publication/").picture("experience")
    office.open(f"/meetings/{meeting}/minutes/").send("/minutes/draft/")
    office.open(f"/meetings/{meeting}/minutes/").send("/minutes/publication/").picture("minutes")


def borrow(delegate: Hand) -> None:
    """The delegate's member wants to borrow it."""
    delegate.open("/learning/").press(f"a:has-text('{EXPERIENCE}')").send("/adoptions/")
    delegate.picture("adoption")


def share_a_digest(delegate: Hand, anyone: Hand, meeting: str) -> None:
    """A page for the delegate's own colleagues: anybody with its link reads it."""
    delegate.open(f"/learning/meetings/{meeting}/digest/").press("main form .btn-learn")
    delegate.fill(headline="我们学到了什么", words="练兵角值得一试。")
    if delegate.page.locator("input[name=captures]").count():
        delegate.page.locator("input[name=captures]").first.check()
    delegate.press("form[data-autosave] .form-actions .btn").send("/link/")
    link = delegate.page.locator("#share-link").inner_text()
    delegate.picture("digest")
    anyone.open(link).sees("练兵角值得一试。").picture("shared-digest")


def offer_to_host(delegate: Hand) -> None:
    """On the way home: next time, come to ours."""
    delegate.press("a[href*='/planning/offers/new/']").picture("offer").fill(what="新建的职工技能实训基地")
    delegate.press("main form.form .btn-primary").sees("新建的职工技能实训基地")


def find_it_all_again_next_time(office: Hand, cast: Cast) -> None:
    """The open problem stands on the next agenda, and the next plan takes up the offer."""
    office.open("/meetings/?state=planned").press("a.row-link")
    following = office.at(r"/meetings/(\d+)/")
    office.open(f"/meetings/{following}/agenda/").press(".page-actions form .btn-primary").sees(LASTING)
    office.open("/planning/plans/new/").save()
    office.waits_for("a[href$='/publication/']", seconds=120)
    expect(office.page.locator("main")).to_contain_text(cast.guest_name)
    office.open("/").picture("office-home-after")
