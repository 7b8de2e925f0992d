"""The day: check-in by link and at the desk, the wall, records at the stations."""

from playwright.sync_api import expect

from tests.journeys.hand import Hand
from tests.journeys.site import Site
from tests.journeys.story import Cast, photo

RECORDS = {
    "note": "班前会只用五分钟，有看板。",
    "question": "练兵的题目由谁来出？",
    "problem": "二号通道被物料占用。",
    "idea": "练兵角可以搬到我们的门口。",
}


def start(office: Hand, meeting: str) -> None:
    """People arrive: the meeting is under way."""
    office.open(f"/meetings/{meeting}/").send("/start/", confirm=True)


def check_in_by_link(delegate: Hand, meeting: str) -> None:
    """One tap on the own phone."""
    delegate.open(f"/meetings/{meeting}/check-in/").picture("check-in").press("form .btn-primary")
    delegate.sees(delegate.page.locator("h1").inner_text())


def check_in_at_the_desk(coordinator: Hand, meeting: str, cast: Cast) -> None:
    """The host checks somebody in by name."""
    coordinator.open(f"/meetings/{meeting}/desk/")
    coordinator.swap("form[data-arrival] button")
    expect(coordinator.page.locator(".desk-row.is-here").first).to_be_visible()
    coordinator.picture("desk")


def watch_the_wall(wall: Hand, site: Site, office: Hand, meeting: str) -> None:
    """The screen on the wall counts by itself."""
    wall.page.context.add_cookies(office.page.context.cookies())
    wall.open(f"/meetings/{meeting}/wall/")
    expect(wall.page.locator(".wall-figure")).to_have_text("2")
    wall.picture("wall")
    wall.page.context.close()


def record_at_the_stations(delegate: Hand, meeting: str) -> None:
    """A photo, a note, a question, a problem and an idea at the first station; at the second, no camera."""
    delegate.open(f"/field/?meeting={meeting}").picture("field")
    page, form = delegate.page, delegate.page.locator("#capture")
    for kind, words in (("photo", "练兵角的看板"), *RECORDS.items()):
        page.locator(f"[data-kind={kind}]").click()
        if kind == "photo":
            file = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo()}
            form.locator("input[name=camera]").set_input_files(file)
            delegate.waits_for("#capture canvas:not([hidden])")
        form.locator("textarea").fill(words)
        form.locator(".field-foot .btn-primary").click()
        expect(form).to_be_hidden()
    page.locator("[data-mine]").click()
    expect(page.locator("[data-row][data-state=confirmed]")).to_have_count(1 + len(RECORDS))
    page.locator("#mine [data-leave]").click()
    page.locator(".stop:not([hidden]) [data-go]").click()
    expect(page.locator(".stop:not([hidden]) :is(.zone-forbidden, .zone-free)")).to_be_visible()
    delegate.open(f"/field/mine/?meeting={meeting}").sees(RECORDS["idea"]).picture("my-records")
