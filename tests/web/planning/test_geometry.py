"""Distances, months and the ring: pure."""

from hypothesis import given
from hypothesis import strategies as st

from yixian.web.planning.distances import kilometres, travel_minutes
from yixian.web.planning.months import later, months_from
from yixian.web.planning.ring import segment


def test_a_degree_of_latitude_is_about_111_kilometres():
    assert round(kilometres((36.0, 120.0), (37.0, 120.0)), 1) == 111.2


def test_an_unknown_place_counts_as_the_usual_journey():
    assert travel_minutes([(36.0, 120.0), (36.1, 120.0), None]) == ((0, 34, 34), (34, 0, 34), (34, 34, 0))


def test_one_known_place_tells_nothing():
    assert travel_minutes([(36.0, 120.0), None]) == ()


@given(st.integers(-400, 400), st.integers(-400, 400))
def test_months_add_up(a, b):
    assert later(later("2026-12", a), b) == later("2026-12", a + b)


def test_months_go_over_the_year():
    assert months_from("2026-11", 3) == ["2026-11", "2026-12", "2027-01"]


@given(st.integers(0, 11), st.text("甲乙丙丁机械", min_size=1, max_size=30))
def test_names_keep_inside_their_slice(index, name):
    lines = segment(index, 12, name).lines
    assert 1 <= len(lines) <= 2
    assert all(len(line) <= 6 for line, _ in lines)
    assert (
        "".join(line for line, _ in lines).rstrip("…")
        == name[: sum(len(line.rstrip("…")) for line, _ in lines)]
    )
