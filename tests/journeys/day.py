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
    home = f"/field/?meeting={meeting}"
    delegate.open(home).picture("field")
    for kind, words in (("photo", "练兵角的看板"), *RECORDS.items()):
        delegate.open(home)
        delegate.press(f"a.pad-key[href*='kind={kind}']")
        if kind == "photo":
            file = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo()}
            delegate.page.locator("input[name=camera]").set_input_files(file)
            delegate.waits_for("img[data-preview]:not([hidden])")
        delegate.fill(text=words)
        delegate.press(".field-foot .btn-primary")
    delegate.open(home).press("a[href*='station=']:not([href*='kind='])")
    expect(delegate.page.locator(".zone-forbidden, .zone-free").first).to_be_visible()
    delegate.open(f"/field/mine/?meeting={meeting}").sees(RECORDS["idea"]).picture("my-records")
