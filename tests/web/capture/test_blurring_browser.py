"""Marking regions on a picture in a real browser: by mouse, by finger, by keyboard."""

import pytest

from tests import factories_capture as made
from tests.web.in_browser import visiting
from tests.web.shared.test_ui_browser import AXE, DESK, PHONE, RULES
from yixian.web.capture.models import Capture

pytestmark = [pytest.mark.journey, pytest.mark.django_db]


@pytest.fixture
def visit(settings, monkeypatch, signed_in, coordinator):
    """Open a page as the host; fail on any fault in the browser's console."""
    with visiting(settings, monkeypatch, signed_in(coordinator)) as visit:
        yield visit


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
