"""The planning board, the sliders, the curve and the saved pictures in a real browser: by mouse and by keyboard."""

import xml.etree.ElementTree as ET

import pytest

from tests.days import months_ahead
from tests.web.in_browser import saved, visiting
from tests.web.shared.test_ui_browser import AXE, DESK, PHONE, RULES
from yixian.web.planning.actions.plans import publish_plan
from yixian.web.planning.actions.replan import request_replan
from yixian.web.planning.actions.runs import request_run
from yixian.web.planning.models import WeightsPreview
from yixian.web.planning.tasks.watch import PATIENT
from yixian.web.shared import jobs
from yixian.web.shared.models import Job

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

FIRST, SECOND, THIRD = months_ahead(3)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def priced(solved):
    """The draft, solved and priced."""
    jobs.drain()
    solved.refresh_from_db()
    return solved


@pytest.fixture
def visit(settings, monkeypatch, signed_in, officer):
    """Open a page as the office; fail on any fault in the browser's console."""
    with visiting(settings, monkeypatch, signed_in(officer)) as visit:
        yield visit


def board_of(plan):
    return f"/planning/plans/{plan.pk}/board/"


def cell(page, plan, host, month):
    return page.locator(f'#board a[href="{month}/{host}/"]')


def middle(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_host_is_dragged_to_another_month_and_the_price_told_before(visit, priced):
    page = visit(board_of(priced))
    first = priced.choices.select_related("host").get(month=FIRST)
    target = cell(page, priced, first.host_id, THIRD)
    page.mouse.move(*middle(cell(page, priced, first.host_id, FIRST)))
    page.mouse.down()
    page.mouse.move(*middle(target), steps=4)
    tip = page.locator("#board-tip").inner_text()
    price = target.inner_text()
    says = "equally good" if price == "0" else f"{price} points more"
    assert (first.host.short_name in tip, says in tip) == (True, True)
    with page.expect_response(f"**/board/{THIRD}/{first.host_id}/"):
        page.mouse.up()
    dialog = page.locator("#dialog")
    dialog.get_by_text("If nothing else is arranged anew").wait_for()
    with page.expect_navigation():
        dialog.get_by_role("button", name="Pin here").click()
    pinned = priced.choices.get(month=THIRD)
    assert (pinned.host_id, pinned.is_pinned) == (first.host_id, True)
    assert page.locator(".callout-wait").inner_text().startswith("Pins have changed")


def test_a_drag_that_is_broken_off_opens_nothing(visit, priced):
    page = visit(board_of(priced))
    first = priced.choices.get(month=FIRST)
    page.mouse.move(*middle(cell(page, priced, first.host_id, FIRST)))
    page.mouse.down()
    page.mouse.move(*middle(cell(page, priced, first.host_id, SECOND)), steps=4)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert page.locator("dialog[open]").count() == 0
    assert page.locator("#board-tip").is_hidden()


def test_the_same_by_keyboard(visit, priced):
    page = visit(board_of(priced))
    first = priced.choices.select_related("host").get(month=FIRST)
    cell(page, priced, first.host_id, FIRST).focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('href')") == f"{SECOND}/{first.host_id}/"
    assert first.host.short_name in page.locator("#board-says").inner_text()
    with page.expect_response(f"**/board/{SECOND}/{first.host_id}/"):
        page.keyboard.press(" ")
    page.locator("#dialog").get_by_role("button", name="Pin here").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    pinned = priced.choices.get(month=SECOND)
    assert (pinned.host_id, pinned.is_pinned) == (first.host_id, True)


def test_a_slider_shows_what_would_change(visit, priced, officer):
    page = visit("/planning/weights/")
    page.locator("#id_travel_worst").focus()
    with page.expect_response("**/weights/preview/"):
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
    assert page.locator(".weight.is-changed output").inner_text() == "× 2"
    page.locator("#preview.is-busy").wait_for()
    asked = WeightsPreview.objects.get(person=officer)
    assert asked.weights["travel_worst"] == 2
    jobs.drain()
    page.locator("#preview:not(.is-busy) .preview-sum").wait_for()
    assert page.locator("#preview-says").inner_text().startswith("With these weights")
    assert page.evaluate("document.activeElement.id") == "id_travel_worst"
    assert priced.programme.plans.count() == 1


def test_a_preview_of_three_years_blocks_nothing_and_can_be_stopped(visit, plan, officer):
    plan.months = 36
    plan.save()
    request_run(by=officer, plan=plan)
    jobs.drain(1)
    Job.objects.filter(name__in=PATIENT).delete()  # prices and next best hosts: not what this looks at
    page = visit("/planning/weights/")
    page.locator("#id_travel_worst").focus()
    page.keyboard.press("ArrowRight")
    stop = page.locator("#preview.is-busy").get_by_role("button", name="Stop")
    stop.wait_for()
    assert visit(f"/planning/plans/{plan.pk}/").locator(".plan-months tbody tr").count() == 36
    stop.click()
    page.get_by_text("Stopped. Move a slider to see what would change.").wait_for()
    jobs.drain()
    preview = WeightsPreview.objects.get(person=officer)
    assert (preview.state, preview.found) == ("stopped", {})
    page.keyboard.press("Tab")
    page.locator("#id_travel_worst").focus()
    page.keyboard.press("ArrowRight")
    page.locator("#preview.is-busy").wait_for()
    jobs.drain()
    page.locator("#preview:not(.is-busy) .preview-sum").wait_for()
    assert "36 months" in page.locator("#preview-says").inner_text()


def test_a_point_of_the_curve_leads_to_its_line(visit, priced, officer):
    publish_plan(by=officer, plan=priced)
    draft = request_replan(by=officer, base=priced, cancel=[SECOND])
    jobs.drain()
    curve = draft.curve
    curve.refresh_from_db()
    first = curve.steps[0]
    curve.steps = [first, {**first, "changes": 2, "points": first["points"] - 5}]
    curve.save()
    page = visit(f"/planning/plans/{draft.pk}/comparison/{priced.pk}/")
    page.locator(".curve-point").nth(1).click()
    assert page.evaluate("location.hash") == "#point-1"
    with page.expect_navigation():
        page.locator("#point-1 button").click()
    assert page.locator(".curve-point.is-chosen").get_attribute("href") == "#point-1"


def test_the_ring_is_saved_as_a_drawing_that_needs_nothing_else(visit, priced):
    page = visit(f"/planning/plans/{priced.pk}/", PHONE, color_scheme="dark")
    name, content = saved(page, "svg")
    text = content.decode()
    root = ET.fromstring(text)
    assert name == f"Year-plan-{FIRST}–{THIRD}.svg"
    assert [word for word in ("class=", "style=", "href=", "var(", "oklch", "<a ") if word in text] == []
    hosts = {choice.host.short_name for choice in priced.choices.select_related("host")}
    words = "".join(each.text or "" for each in root.iter(f"{SVG}text"))
    assert all(host[:4] in words for host in hosts)
    assert root.find(f"{SVG}rect").get("fill") == "#ffffff"
    assert page.locator("iframe").count() == 0


def test_the_board_is_saved_as_an_image(visit, priced):
    page = visit(board_of(priced))
    name, content = saved(page, "png")
    assert name == f"Planning-board-v1-{FIRST}.png"
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(content[at : at + 4]) for at in (16, 20))
    assert (width > 600, height > 300) == (True, True)


def test_no_page_has_an_accessibility_fault(visit, priced, officer):
    publish_plan(by=officer, plan=priced)
    draft = request_replan(by=officer, base=priced, cancel=[SECOND])
    jobs.drain()
    paths = ["/planning/weights/", board_of(priced), f"/planning/plans/{draft.pk}/comparison/{priced.pk}/"]
    found, wide = {}, []
    for path in paths:
        for size, scheme in ((DESK, "light"), (DESK, "dark"), (PHONE, "light")):
            page = visit(path, size, color_scheme=scheme)
            page.evaluate(AXE.read_text("utf-8"))
            faults = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
            told = [(each["id"], each["nodes"][0]["target"]) for each in faults]
            found |= {(path, size["width"], scheme): told} if told else {}
            if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
                wide.append((path, size["width"]))
            page.close()
    assert (found, wide) == ({}, [])
