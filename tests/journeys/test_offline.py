"""A whole walk without a line: arrive, go from station to station, record everything, come back; nothing is lost.

Once in a browser without service workers, as in chat apps on iPhones, and once with one, where the page is even
loaded again on the way.
"""

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import expect

from tests.faults import proxy as line
from tests.faults.ground import Ground
from tests.faults.phone import Phone
from tests.faults.pictures import noisy
from tests.faults.proxy import Proxy

WORDS = {
    "note": "班前会只用五分钟，有看板。",
    "question": "练兵的题目由谁来出？",
    "problem": "二号通道被物料占用。",
    "idea": "练兵角可以搬到我们的门口。",
}


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    made = Ground(tmp_path_factory.mktemp("offline")).start()
    yield made
    made.stop()


@pytest.fixture
def proxy(ground):
    made = Proxy(ground.port)
    yield made
    made.close()


def cut_off(phone: Phone, proxy: Proxy) -> None:
    """Into the workshop: no signal."""
    proxy.fault(line.refuse)
    phone.context.set_offline(True)


def ready(phone: Phone) -> None:
    """Until the service worker has kept the page."""
    phone.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    phone.until(lambda: phone.page.evaluate("() => caches.has('yixian-field-page')"))


def walk(phone: Phone, reload) -> None:
    """Three stations, every key, a correction and a change of mind."""
    page = phone.page
    page.locator("[data-check-in]").click()
    expect(page.locator("[data-arrival]")).to_have_text("Check-in: on this phone")
    phone.write(WORDS["note"]).shoot("墙上照片", content=noisy((300, 200)))
    page.locator(".stop:not([hidden]) [data-go]").click()
    expect(page.locator(".stop:not([hidden]) .zone-ask")).to_be_visible()
    phone.write(WORDS["question"], "question")
    reload()
    page.locator(".walk-all summary").click()
    page.locator(".walk-list li:last-child [data-go]").click()
    expect(page.locator("[data-kind=photo]")).to_have_attribute("aria-disabled", "true")
    page.locator("[data-kind=photo]").click()
    expect(page.locator("#capture")).to_be_hidden()
    phone.write(WORDS["problem"] + "错字", "problem").write(WORDS["idea"], "idea").write("不要了")
    correct(phone, "错字", WORDS["problem"])
    correct(phone, "墙上照片", "墙上的照片")
    drop(phone, "不要了")
    phone.has("kept", 6).sees("6 on this phone")


def row(phone: Phone, text: str):
    return phone.page.locator("[data-row]", has_text=text)


def correct(phone: Phone, wrong: str, right: str) -> None:
    """Unsent words can be changed; it becomes a new item, and the old one goes."""
    phone.page.locator("[data-mine]").click()
    row(phone, wrong).locator("[data-edit]").click()
    phone.page.locator("#capture textarea").fill(right)
    phone.save()


def drop(phone: Phone, text: str) -> None:
    """Unsent words can be thrown away, after a second press."""
    phone.page.locator("[data-mine]").click()
    row(phone, text).locator("[data-drop]").click()
    row(phone, text).locator("[data-drop]").click()
    expect(row(phone, text)).to_have_count(0)
    phone.page.locator("#mine [data-leave]").click()


def come_back(phone: Phone, proxy: Proxy, ground: Ground) -> None:
    """Signal again: everything arrives by itself and is confirmed."""
    proxy.heal()
    phone.context.set_offline(False)
    phone.has("confirmed", 6).sees("all arrived")
    who = phone.person["pk"]
    words = sorted(text for text, _hold in ground.records(who).values())
    assert words == sorted([*WORDS.values(), "墙上的照片"])
    assert list(ground.photos(who).values()) == [True]
    assert ground.rows("SELECT method FROM meetings_checkin WHERE person_id = ?", who) == [("link",)]
    assert ground.rows("SELECT holds FROM capture_phone WHERE person_id = ?", who) == [(0,)]


def test_walk_without_a_service_worker(browser, ground, proxy):
    phone = Phone.of(browser, ground, proxy, 0, service_workers="block").open()
    cut_off(phone, proxy)
    walk(phone, lambda: None)
    come_back(phone, proxy, ground)
    phone.close()


def test_walk_with_a_service_worker_and_a_reload_on_the_way(browser, ground, proxy):
    phone = Phone.of(browser, ground, proxy, 1, service_workers="allow").open()
    ready(phone)
    cut_off(phone, proxy)
    walk(phone, lambda: phone.open().has("kept", 4))
    come_back(phone, proxy, ground)
    phone.close()


@pytest.mark.parametrize("workers", ["block", "allow"])
def test_phone_says_that_it_saved_without_a_line(browser, ground, proxy, workers):
    phone = Phone.of(browser, ground, proxy, 2, service_workers=workers).open()
    if workers == "allow":
        ready(phone)
    cut_off(phone, proxy)
    phone.write("车间里没有信号")
    notes = phone.page.locator("#toasts .toast-success p")
    expect(notes).to_have_text(["Saved on this phone. It is sent as soon as there is a connection."])
    proxy.heal()
    phone.context.set_offline(False)
    phone.has("confirmed", 1).close()


def test_host_sees_who_still_holds_something_and_releases_what_came(browser, ground, proxy):
    phone = Phone.of(browser, ground, proxy, 2).open()
    proxy.fault(line.answering(503, b"busy"), "PUT", "/photos/")
    phone.shoot("还在手机上", content=noisy((300, 200))).write("已经到了").has("confirmed", 1)
    proxy.fault(line.refuse, "PUT", "/photos/")
    host = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en")
    host.add_cookies([{"name": "yixian", "value": ground.facts["coordinator"], "url": proxy.address}])
    page = host.new_page()
    page.goto(f"{proxy.address}/capture/meetings/{ground.facts['meeting']}/phones/")
    expect(page.locator("tr.is-waiting")).to_contain_text(phone.person["name"])
    page.goto(f"{proxy.address}/capture/meetings/{ground.facts['meeting']}/release/")
    card = page.locator("[data-record]", has_text="已经到了")
    card.locator("[data-verb=r]").click()
    expect(card.locator(".state-good")).to_be_visible()
    proxy.heal()
    phone.open().has("confirmed", 2)
    expect(row(phone, "已经到了").locator("[data-row-state]")).to_have_text("released")
    host.close()
    phone.close()


def test_page_of_one_record_leads_to_the_phones_one_page(browser, ground, proxy):
    phone = Phone.of(browser, ground, proxy, 3)
    station = ground.facts["stations"]["ask"]
    phone.page.goto(
        f"{phone.address}/field/record/?meeting={ground.facts['meeting']}&station={station}&kind=idea"
    )
    expect(phone.page.locator("#capture")).to_be_visible()
    assert phone.page.url.startswith(f"{phone.address}/field/?meeting=")
    expect(phone.page.locator("[data-capture-station]")).to_have_text("工位2")
    phone.close()


def test_what_is_blurred_on_a_photo_is_gone_before_it_is_kept(browser, ground, proxy):
    phone = Phone.of(browser, ground, proxy, 3).open()
    phone.shoot("打码", content=noisy((400, 300)), saved=False)
    page = phone.page
    for tool in ("blur", "circle", "arrow"):
        page.locator(f"[data-tool={tool}]").click()
    page.locator("[data-tool=blur]").click()
    box = page.locator("#capture canvas").bounding_box()
    page.mouse.move(box["x"] + 0.25 * box["width"], box["y"] + 0.25 * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + 0.75 * box["width"], box["y"] + 0.75 * box["height"], steps=3)
    page.mouse.up()
    phone.save().has("confirmed", 1)
    name = "SELECT original FROM capture_photo p JOIN capture_capture c ON c.id = p.capture_id WHERE c.text = '打码'"
    picture = Image.open(ground.folder / "media" / ground.rows(name)[0][0]).convert("L")
    assert picture.size == (400, 300)
    inside, outside = (
        ImageStat.Stat(picture.crop(each)).stddev[0] for each in ((130, 100, 160, 120), (5, 5, 90, 70))
    )
    assert (inside < 12, outside > 30) == (True, True), (inside, outside)
    phone.close()
