"""The board and the floor plan in a real browser: by mouse, by keyboard, by slider."""

import pytest

from tests.web.grouping.conftest import seat, seats
from tests.web.in_browser import SVG_NAMESPACE, drawn, visiting
from tests.web.shared.test_ui_browser import AXE, DESK, PHONE, RULES
from yixian.web.grouping.actions.places import add_wish
from yixian.web.grouping.actions.rotation import ask_timetable
from yixian.web.grouping.models import Group, Place
from yixian.web.shared import jobs

pytestmark = [pytest.mark.journey, pytest.mark.django_db]


@pytest.fixture
def visit(settings, monkeypatch, signed_in, officer):
    """Open a page as the office; fail on any fault in the browser's console."""
    with visiting(settings, monkeypatch, signed_in(officer)) as visit:
        yield visit


@pytest.fixture
def divided(gathering, crowd):
    """Three groups of four."""
    seat(gathering, [crowd[:4], crowd[4:8], crowd[8:]], state="draft")
    return f"/grouping/{gathering.pk}/groups/"


@pytest.fixture
def walk(day, tour, crowd, officer):
    """A timetable for two groups and four stations."""
    seat(day, [crowd[:5], crowd[5:10]])
    ask_timetable(by=officer, meeting=day)
    jobs.drain()
    return f"/grouping/{day.pk}/rotation/plan/"


def test_a_person_is_dragged_and_the_effect_told_before(visit, divided, gathering, crowd):
    page = visit(divided)
    person = page.locator(f'[data-person="{crowd[0].pk}"]')
    target = page.locator(".group-card", has_text="Group 2")
    start, end = person.bounding_box(), target.bounding_box()
    page.mouse.move(start["x"] + 20, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(end["x"] + 60, end["y"] + 60, steps=4)
    assert page.locator("#board-tip").inner_text() == "Group 2: 4 met anew, 0 met before"
    with page.expect_response("**/places/"):
        page.mouse.up()
    note = page.locator(".toast-note p")
    assert note.inner_text() == "子主席 moved from group 1 to 2: 4 met anew, 0 met before."
    assert [len(names) for names in seats(gathering)] == [3, 5, 4]
    with page.expect_navigation():
        page.locator(".toast-note .btn-quiet").click()
    assert [len(names) for names in seats(gathering)] == [4, 4, 4]


def test_a_wish_is_named_before_a_move_breaks_it(visit, divided, gathering, crowd, officer):
    add_wish(by=officer, meeting=gathering, kind="apart", one=crowd[0], two=crowd[4])
    page = visit(divided)
    start = page.locator(f'[data-person="{crowd[0].pk}"]').bounding_box()
    end = page.locator(".group-card", has_text="Group 2").bounding_box()
    page.mouse.move(start["x"] + 20, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(end["x"] + 60, end["y"] + 60, steps=4)
    told = "Group 2: 4 met anew, 0 met before. Not kept: 子主席 and 辰主席 sit apart"
    assert page.locator("#board-tip").inner_text() == told
    page.keyboard.press("Escape")
    page.mouse.up()
    page.wait_for_load_state("networkidle")
    assert [len(names) for names in seats(gathering)] == [4, 4, 4]


def test_the_same_by_keyboard(visit, divided, gathering, crowd):
    page = visit(divided)
    page.locator(f'[data-person="{crowd[0].pk}"]').focus()
    page.keyboard.press("Enter")
    button = page.locator("#dialog").get_by_role("button", name="Move here: Group 3")
    button.focus()
    with page.expect_response("**/places/"):
        page.keyboard.press("Enter")
    page.locator("#dialog").wait_for(state="hidden")
    assert Place.objects.get(person=crowd[0]).group.number == 3
    page.wait_for_function("person => document.activeElement.dataset.person === person", arg=str(crowd[0].pk))


def test_a_person_is_locked_from_the_card(visit, divided, crowd):
    page = visit(divided, PHONE, has_touch=True)
    page.locator(f'[data-person="{crowd[0].pk}"]').tap()
    with page.expect_response("**/lock/"):
        page.locator("#dialog").get_by_role("button", name="Lock in this group").tap()
    assert Place.objects.get(person=crowd[0]).is_locked


def test_a_station_is_placed_by_mouse_and_by_keys(visit, walk, tour):
    page = visit(walk)
    zone = page.locator(f'[data-spot="{tour[0].pk}"]')
    box = zone.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 80, box["y"] + box["height"] / 2 + 40, steps=3)
    with page.expect_response(f"**/stations/{tour[0].pk}/"):
        page.mouse.up()
    tour[0].refresh_from_db()
    x, y = tour[0].plan_x, tour[0].plan_y
    form = page.locator(f'[data-spot-form="{tour[0].pk}"]')
    assert form.locator('[name="x"]').input_value() == str(x)
    zone.focus()
    with page.expect_response(f"**/stations/{tour[0].pk}/"):
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Shift+ArrowUp")
    tour[0].refresh_from_db()
    assert (tour[0].plan_x, tour[0].plan_y) == (x + 10, y - 50)


def test_the_slider_moves_the_groups(visit, walk, day):
    page = visit(walk)
    first = Group.objects.get(grouping__meeting=day, number=1).visits.order_by("starts")[0]
    spot = page.locator(f'[data-spot="{first.station_id}"]').get_attribute("transform")
    dot = page.locator('[data-walker="1"]')
    before = dot.get_attribute("transform")
    page.locator("#walk-time").fill(str(first.starts))
    after = dot.get_attribute("transform")
    assert before != after
    x, y = (float(n) for n in spot.removeprefix("translate(").removesuffix(")").split())
    assert after == f"translate({x - 13:g} {y + 48:g})"
    assert page.locator("#walk-clock").inner_text() == f"09:{first.starts:02}"


def test_the_plan_is_saved_with_the_groups_where_they_are(visit, walk, tour, day):
    page = visit(walk, PHONE, color_scheme="dark")
    visits = Group.objects.get(grouping__meeting=day, number=1).visits.order_by("starts")
    page.locator("#walk-time").fill(str(visits[0].starts))
    name, root, words = drawn(page)
    assert name.startswith("Floor-plan-")
    assert [f"{number} {station.name}" for number, station in enumerate(tour, 1)] == [
        word for word in words if word[:1].isdigit() and " " in word
    ]
    assert f"09:{visits[0].starts:02}" in words
    patterns = {each.get("id") for each in root.iter(f"{{{SVG_NAMESPACE}}}pattern")}
    used = {each.get("fill") for each in root.iter(f"{{{SVG_NAMESPACE}}}rect")}
    assert {f"url(#{each})" for each in patterns} <= used


def test_playing_with_less_motion_jumps_from_step_to_step(visit, walk):
    page = visit(walk)
    page.clock.install()
    page.reload()
    page.locator("#walk-play").click()
    page.clock.run_for(1600)
    assert page.locator("#walk-time").input_value() == "2"
    assert page.locator("#walk-play").get_attribute("aria-label") == "Pause"


def test_no_page_has_an_accessibility_fault(visit, walk, divided, day):
    base = f"/grouping/{day.pk}"
    paths = [
        divided, f"{base}/groups/", f"{base}/groups/cards/", f"{base}/groups/wishes/", f"{base}/rotation/", walk,
        f"{base}/rotation/terms/", f"{base}/rotation/cards/", f"{base}/rotation/clock/", "/grouping/year/",
    ]  # fmt: skip
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
