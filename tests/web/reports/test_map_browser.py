"""The service map saved as a picture, in a real browser."""

import pytest

from tests import factories
from tests.web.in_browser import SVG_NAMESPACE, drawn, visiting
from tests.web.shared.test_ui_browser import DESK, PHONE
from yixian.web.organisations.models import Need, Strength

pytestmark = [pytest.mark.journey, pytest.mark.django_db]
RECT = f"{{{SVG_NAMESPACE}}}rect"
LINES = 45


@pytest.fixture
def visit(settings, monkeypatch, signed_in, officer):
    """Open a page as the office; fail on any fault in the browser's console."""
    with visiting(settings, monkeypatch, signed_in(officer)) as visit:
        yield visit


@pytest.fixture
def wide_map(district):
    """More members than the map shows without scrolling: all need one topic, one can show the other."""
    care, safety = factories.topic(district, "员工关爱"), factories.topic(district, "安全 Safety")
    members = [factories.member(district, f"第{number:02}号示例工会") for number in range(LINES)]
    Need.objects.bulk_create([Need(federation=district, member=each, topic=care) for each in members])
    Strength.objects.create(federation=district, member=members[0], topic=safety)
    return members


def spot(element):
    """Where an element of a drawing stands."""
    return float(element.get("x")), float(element.get("y"))


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")])
def test_the_map_is_saved_in_full_though_it_scrolls_on_the_page(visit, wide_map, size, scheme):
    page = visit("/service-map/", size, color_scheme=scheme)
    assert page.evaluate(
        "(box => box.scrollHeight > box.clientHeight)(document.querySelector('.map-scroll'))"
    )
    name, root, words = drawn(page)
    assert name == "Service-map.svg"
    assert [word for word in words if word in {each.short_name for each in wide_map}] == [
        each.short_name for each in wide_map
    ]
    frames = [each for each in root.iter(RECT) if each.get("stroke-dasharray")]
    assert len(frames) == LINES + 1  # one stands in the key
    places = {spot(each) for each in frames}
    assert (len(places), len({y for _x, y in places})) == (LINES + 1, LINES + 1)


def test_words_that_stand_on_end_are_saved_where_they_stand(visit, wide_map):
    _name, root, _words = drawn(visit("/service-map/"))
    texts = {each.text: each for each in root.iter(f"{{{SVG_NAMESPACE}}}text")}
    down = [spot(texts[letter]) for letter in "员工关爱"]
    assert len({x for x, _y in down}) == 1
    assert down == sorted(down, key=lambda place: place[1])
    assert texts["Safety"].get("transform").startswith("rotate(90 ")


def test_a_mark_in_the_corner_of_a_cell_is_saved(visit, wide_map):
    _name, root, _words = drawn(visit("/service-map/"))
    dots = [each for each in root.iter(RECT) if (each.get("width"), each.get("rx")) == ("7", "3.5")]
    assert len(dots) == 2  # one of them in the key
