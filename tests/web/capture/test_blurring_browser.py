"""Marking regions on a picture in a real browser: by mouse, by finger, by keyboard.

The test client makes the pages and answers what they post; the browser gets both from memory, so no server runs.
"""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings as site
from django.contrib.staticfiles import finders
from django.db import connections
from playwright.sync_api import sync_playwright

from tests import factories_capture as made
from tests.web.shared.test_ui_browser import AXE, DESK, KINDS, PHONE, QUIET, RULES
from tools import assemble_css
from yixian.web.capture.models import Capture

pytestmark = [pytest.mark.journey, pytest.mark.django_db]
ORIGIN = "http://localhost"  # trusted, as a real address is by its certificate


@pytest.fixture
def visit(settings, monkeypatch, signed_in, coordinator):
    """Open a page as the host; fail on any fault in the browser's console."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    settings.DEBUG = True
    assemble_css.assemble()
    client, faults = signed_in(coordinator), []

    ours = connections["default"]

    def share():
        """The browser's loop would open a second connection to a database that is in memory only."""
        connections["default"] = ours

    def answer(route, request):
        share()
        address = urlsplit(request.url)
        path = f"{address.path}?{address.query}" if address.query else address.path
        if address.path.startswith(site.STATIC_URL):
            file = Path(finders.find(address.path.removeprefix(site.STATIC_URL)))
            route.fulfill(body=file.read_bytes(), content_type=KINDS[file.suffix])
            return
        headers = {"HX-Request": "true"} if "hx-request" in request.headers else {}
        if request.method == "POST":
            kind = "application/x-www-form-urlencoded"
            answered = client.post(path, request.post_data or "", kind, headers=headers, follow=True)
        else:
            answered = client.get(path, headers=headers)
        route.fulfill(
            status=answered.status_code, body=answered.content, headers=dict(answered.headers.items())
        )

    with sync_playwright() as playwright:
        share()
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)

        def visit(path, size=DESK, **options):
            page = browser.new_page(viewport=size, reduced_motion="reduce", **options)
            page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.route("**/*", answer)
            page.goto(ORIGIN + path, wait_until="load")
            return page

        yield visit
        browser.close()
    assert faults == []


@pytest.fixture
def capture(meeting, ask, chair):
    """A photo that waits for the host."""
    return made.recorded(chair, meeting, station=ask.pk, photo=made.picture((1200, 900)))


def drag(page, start, end):
    """Draw from one corner to the other, in shares of the picture's sides."""
    box = page.locator(".blurring-marks").bounding_box()
    points = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in (start, end)]
    page.mouse.move(*points[0])
    page.mouse.down()
    page.mouse.move(*points[1], steps=4)
    page.mouse.up()


def marked(page):
    """The regions as they would be sent."""
    return page.evaluate("JSON.parse(document.querySelector('[name=regions]').value)")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_draw_and_release(visit, capture, size):
    page = visit(f"/capture/{capture.pk}/blurring/", size)
    assert page.locator("[data-go]").is_disabled()
    drag(page, (0.1, 0.2), (0.5, 0.6))
    drag(page, (0.9, 0.9), (0.7, 0.7))
    drag(page, (0.3, 0.3), (0.301, 0.301))
    first, second = marked(page)
    for told, meant in ((first, [1000, 2000, 4000, 4000]), (second, [7000, 7000, 2000, 2000])):
        assert max(abs(one - other) for one, other in zip(told, meant, strict=True)) <= 60
    page.locator("[data-undo]").click()
    assert marked(page) == [first]
    page.evaluate(AXE.read_text("utf-8"))
    faults = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []
    page.locator("[data-go]").click()
    page.locator("#progress").wait_for()
    row = Capture.objects.select_related("photo").get()
    assert (row.hold, row.photo.covered) == ("released", [first])


def test_by_keyboard_alone(visit, capture):
    page = visit(f"/capture/{capture.pk}/blurring/")
    for _ in range(2):
        page.locator("[data-add]").focus()
        page.keyboard.press("Enter")
    for key in ("ArrowLeft", "ArrowUp", "Shift+ArrowRight", "Shift+ArrowDown"):
        page.keyboard.press(key)
    assert marked(page) == [[4000, 4000, 2000, 2000], [3800, 3800, 2200, 2200]]
    for _ in range(60):
        page.keyboard.press("ArrowRight")
    assert marked(page)[1] == [7800, 3800, 2200, 2200]
    page.keyboard.press("Delete")
    assert marked(page) == [[4000, 4000, 2000, 2000]]
    page.locator("[data-go]").focus()
    page.keyboard.press("Enter")
    page.locator("#progress").wait_for()
    assert Capture.objects.get().hold == "released"
