"""The shell in a real browser: dialogs, keys, preferences, phone cards, and axe-core on every sample page.

The test client makes the pages and the browser gets them from memory, so no server runs.
"""

from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings as site
from django.contrib.staticfiles import finders
from playwright.sync_api import sync_playwright

from tools import assemble_css
from yixian.web.shared.styleguide import PAGES

pytestmark = pytest.mark.journey

ORIGIN = "http://shell.test"
AXE = Path(__file__).resolve().parents[2] / "vendor/axe-core/axe.min.js"
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def chromium():
    """A browser of this test's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def visit(client, settings, chromium):
    """Open a sample page; fail on any fault in the browser's console."""
    settings.DEBUG = True
    assemble_css.assemble()
    faults, posted = [], []

    def answer(route, request):
        address = urlsplit(request.url)
        if request.method == "POST":
            posted.append(request.post_data)
            route.fulfill(status=204)
        elif address.path == "/styleguide/":
            route.fulfill(
                body=client.get(f"/styleguide/?{address.query}").content,
                content_type="text/html; charset=utf-8",
            )
        else:
            path = Path(finders.find(address.path.removeprefix(site.STATIC_URL)))
            route.fulfill(body=path.read_bytes(), content_type=KINDS[path.suffix])

    def visit(query="", size=DESK):
        page = chromium.new_page(viewport=size, reduced_motion="reduce")
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.route("**/*", answer)
        page.posted = posted
        page.goto(f"{ORIGIN}/styleguide/?{query}", wait_until="load")
        return page

    yield visit
    assert faults == []


def test_no_page_has_an_accessibility_fault(visit):
    """Light and dark on the desk, large text on the phone."""
    found = {}
    looks = (("theme=light", DESK), ("theme=dark", DESK), ("text=large", PHONE))
    for name, (look, size) in product(PAGES, looks):
        page = visit(f"page={name}&{look}", size)
        page.evaluate(AXE.read_text("utf-8"))
        faults = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
        told = [(each["id"], each["nodes"][0]["target"]) for each in faults]
        found |= {(name, look): told} if told else {}
        page.close()
    assert found == {}


def test_no_page_scrolls_sideways_on_a_phone(visit):
    wide = {}
    for name, look in product(PAGES, ("theme=light", "text=large")):
        page = visit(f"page={name}&{look}", PHONE)
        width = page.evaluate("document.documentElement.scrollWidth")
        wide |= {(name, look): width} if width > PHONE["width"] else {}
        page.close()
    assert wide == {}


def test_what_is_touched_on_a_phone_is_large_enough(visit):
    """Every button and every link outside running text is at least 44 px high, or its whole card can be pressed."""
    small = """() => [...document.querySelectorAll("button, summary, input, select, .btn, .tabs a, .nav-item, .chip")]
        .filter(e => e.checkVisibility() && e.offsetHeight < 44 && !e.closest(".check, .choices"))
        .map(e => e.outerHTML)"""
    found = {}
    for name in PAGES:
        page = visit(f"page={name}", PHONE)
        found |= {name: told} if (told := page.evaluate(small)) else {}
        page.close()
    assert found == {}


def test_a_dialog_keeps_the_focus_and_gives_it_back(visit):
    page = visit()
    opener = page.get_by_role("button", name="打开对话框")
    opener.click()
    assert page.evaluate("document.activeElement.id") == "sample-owner"
    page.keyboard.press("Escape")
    assert opener.evaluate("e => e === document.activeElement")


def test_what_cannot_be_undone_is_named_first(visit):
    page = visit()
    page.locator("form[data-confirm] button").click()
    dialog = page.get_by_role("dialog", name="删除草稿？")
    assert dialog.locator("p").inner_text() == "2026 年度计划的草稿会被删除，已发布的版本不受影响。"
    dialog.get_by_role("button", name="取消").click()
    assert page.locator("dialog[open]").count() == 0


def test_theme_and_text_change_at_once(visit):
    page = visit("page=office")
    page.get_by_label("语言、字号和颜色").click()
    page.get_by_role("button", name="深色").click()
    page.get_by_role("button", name="大字").click()
    root = page.locator("html")
    assert (root.get_attribute("data-theme"), root.get_attribute("data-text")) == ("dark", "large")
    assert [name in body for name, body in zip(("theme", "text"), page.posted, strict=True)] == [True, True]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_more_contrast_gives_every_text_the_full_ink(visit, theme):
    page = visit(f"page=list&theme={theme}")
    page.emulate_media(contrast="more")
    inks = (
        "['--ink', '--ink-2', '--ink-3'].map(each => getComputedStyle(document.body).getPropertyValue(each))"
    )
    assert len(set(page.evaluate(inks))) == 1


def test_the_keyboard_finds_the_search_and_the_help(visit):
    page = visit("page=list")
    page.keyboard.press("?")
    assert page.locator("#keys").evaluate("e => e.open")
    page.keyboard.press("Escape")
    page.locator("#keys").wait_for(state="hidden")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"


def test_a_message_from_the_server_becomes_a_toast(visit):
    page = visit("page=office")
    page.evaluate(
        "document.body.dispatchEvent("
        "new CustomEvent('toast', {bubbles: true, detail: {level: 'error', text: '<b>名册没有导入</b>'}}))"
    )
    assert page.locator("#toasts .toast-error p").inner_text() == "<b>名册没有导入</b>"
    page.locator("#toasts [data-dismiss]").click()
    assert page.locator("#toasts > div").count() == 0


def test_a_long_text_is_saved_while_it_is_typed(visit):
    page = visit()
    page.get_by_label("工作回顾").fill("本月走访了三个班组。")
    page.locator("[data-autosave-status][data-state=saved]").wait_for()
    assert "本月走访了三个班组。" in page.posted[-1]


def test_rows_become_cards_on_a_phone(visit):
    page = visit("page=list", PHONE)
    row = page.locator(".table-cards tbody tr").first
    assert row.evaluate("e => getComputedStyle(e).display") == "grid"
    cell = row.locator("td").first
    assert cell.evaluate("e => getComputedStyle(e, '::before').content") == '"责任人"'


def test_on_a_phone_filters_stand_behind_one_button(visit):
    wide = visit("page=list")
    assert wide.locator(".filters select").first.is_visible()
    assert not wide.locator(".filters-more").is_visible()
    page = visit("page=list", PHONE)
    form, more = page.locator("form.filters"), page.locator(".filters-more")
    assert form.locator("[data-search]").is_visible()
    assert not form.locator("select").first.is_visible()
    more.click()
    assert form.locator("select").first.is_visible()
    assert more.get_attribute("aria-expanded") == "true"


def test_the_rest_of_the_navigation_opens_from_the_bottom_bar(visit):
    page = visit("page=office", PHONE)
    assert not page.locator("#site-nav").is_visible()
    page.locator(".tabbar-item").last.click()
    assert page.locator("#site-nav").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#site-nav").is_visible()


def test_paper_is_light_and_carries_no_furniture(visit):
    page = visit("page=list&theme=dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert [page.locator(each).is_visible() for each in (".sidebar", ".tabbar", ".filters", "h1")] == [
        False,
        False,
        False,
        True,
    ]


def test_paper_says_which_rows_it_shows_and_a_table_begins_below_its_heading(visit):
    page = visit("page=table")
    page.emulate_media(media="print")
    seen = """() => [...document.querySelectorAll("nav.pager > *")]
        .filter(e => e.checkVisibility()).map(e => e.textContent)"""
    assert page.evaluate(seen) == [page.locator("nav.pager > span").text_content()]
    broken = "() => getComputedStyle(document.querySelector('.table-wrap')).breakInside"
    assert page.evaluate(broken) == "auto"
    page.emulate_media(media="screen")
    assert len(page.evaluate(seen)) == 3
