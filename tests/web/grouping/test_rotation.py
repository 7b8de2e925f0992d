"""The rotation: asked for, solved by the worker, explained when it cannot be, re-timed on the day."""

from datetime import time
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.web.grouping.conftest import seat
from yixian.web.grouping.actions.delays import run_over, undo_delay
from yixian.web.grouping.actions.rotation import (
    StationTimes,
    Terms,
    ask_timetable,
    begin_walk,
    change_terms,
    publish_timetable,
    rotation_of,
    stop_timetable,
    take_walk_back,
)
from yixian.web.grouping.forms.rotation import slots_from, slots_text
from yixian.web.grouping.models import Rotation, Visit
from yixian.web.grouping.queries.clock import clock_page, step
from yixian.web.grouping.timetable import minute_of
from yixian.web.shared import jobs
from yixian.web.shared.errors import BadInput, DomainError, Refused

PLAN = "/grouping/{}/rotation/"


@pytest.fixture
def groups(day, crowd):
    """Three groups."""
    grouping = seat(day, [crowd[:4], crowd[4:8], crowd[8:10]])
    return list(grouping.groups.all())


def terms(tour, most=90, **first):
    """Ten minutes at each of four stations; other values for the first."""
    times = {station.pk: StationTimes(10, 1) for station in tour}
    times[tour[0].pk] = StationTimes(**{"minutes": 10, "capacity": 1, **first})
    return Terms(time(10), most, 2, times)


@pytest.fixture
def solved(day, tour, groups, officer):
    """A timetable for three groups and four stations."""
    change_terms(by=officer, meeting=day, terms=terms(tour))
    ask_timetable(by=officer, meeting=day)
    jobs.drain()
    return Rotation.objects.get(meeting=day)


def test_the_worker_finds_the_shortest_walk(solved):
    assert (solved.state, solved.makespan, solved.waiting, solved.is_proven) == ("solved", 50, 0, True)
    assert Visit.objects.count() == 12
    starts = set(Visit.objects.values_list("station", "starts"))
    assert len(starts) == 12


def test_without_groups_or_stations_nothing_is_asked(day, tour, officer, crowd, coordinator, chair):
    with pytest.raises(DomainError, match="no groups yet"):
        ask_timetable(by=coordinator, meeting=day)
    with pytest.raises(Refused):
        ask_timetable(by=chair, meeting=day)


def test_a_load_that_cannot_fit_is_said_before_solving(day, tour, groups, officer, signed_in, get_page):
    change_terms(by=officer, meeting=day, terms=terms(tour, closes_at=time(10, 25)))
    page = get_page(signed_in(officer), PLAN.format(day.pk)).content.decode()
    assert (
        "“备料” needs 30 minutes for 3 groups (10 minutes each, 1 at a time), but is open for 20 minutes"
        in page
    )
    assert "Work out the timetable" not in page


def test_a_walk_that_is_too_short_says_how_long_it_must_be(day, tour, groups, officer, signed_in, get_page):
    change_terms(by=officer, meeting=day, terms=terms(tour, most=49))
    ask_timetable(by=officer, meeting=day)
    jobs.drain()
    assert Rotation.objects.get().trouble == {"code": "none", "latest": 49, "fits": 50}
    page = get_page(signed_in(officer), PLAN.format(day.pk)).content.decode()
    assert "It would fit into 50 minutes" in page


def test_quiet_times_and_windows_are_kept(day, tour, groups, officer):
    asked = terms(tour, opens_at=time(10, 20), quiet=[["10:30", "10:40"]])
    change_terms(by=officer, meeting=day, terms=asked)
    ask_timetable(by=officer, meeting=day)
    jobs.drain()
    visits = Visit.objects.filter(station=tour[0]).order_by("starts").values_list("starts", "ends")
    assert [(starts >= 20, ends <= 30 or starts >= 40) for starts, ends in visits] == [(True, True)] * 3


def test_a_stopped_solve_is_not_taken(day, tour, groups, officer):
    rotation = ask_timetable(by=officer, meeting=day)
    stop_timetable(by=officer, rotation=rotation)
    jobs.drain()
    assert (Rotation.objects.get().state, Visit.objects.count()) == ("draft", 0)


def test_the_walk_is_run_and_retimed(solved, officer, coordinator):
    publish_timetable(by=coordinator, rotation=solved)
    begin_walk(by=coordinator, rotation=solved)
    first = Visit.objects.order_by("starts").select_related("group", "station")[0]
    delay = run_over(by=coordinator, rotation=solved, visit=first, minutes=5)
    first.refresh_from_db()
    assert (first.now_ends - first.ends, first.now_starts) == (5, first.starts)
    later = Visit.objects.filter(group=first.group, starts__gt=first.starts)
    assert [each.now_starts - each.starts for each in later] == [5, 5, 5]
    undo_delay(by=coordinator, delay=delay)
    assert all(each.now_starts == each.starts for each in Visit.objects.all())


def test_delays_belong_to_the_walk(solved, officer):
    visit = Visit.objects.select_related("group", "station")[0]
    with pytest.raises(DomainError, match="not on their way"):
        run_over(by=officer, rotation=solved, visit=visit, minutes=5)
    begin_walk(by=officer, rotation=solved)
    with pytest.raises(BadInput):
        run_over(by=officer, rotation=solved, visit=visit, minutes=61)
    with pytest.raises(DomainError, match="on their way"):
        change_terms(by=officer, meeting=solved.meeting, terms=Terms(time(9), 60, 2))


def test_taking_the_beginning_back_forgets_delays(solved, officer):
    begin_walk(by=officer, rotation=solved)
    visit = Visit.objects.order_by("starts").select_related("group", "station")[0]
    run_over(by=officer, rotation=solved, visit=visit, minutes=9)
    take_walk_back(by=officer, rotation=solved)
    assert solved.delays.count() == 0
    assert all(each.now_ends == each.ends for each in Visit.objects.all())


def test_the_clock_knows_where_a_group_is(solved, officer, groups):
    visits = list(Visit.objects.filter(group=groups[0]).order_by("starts"))
    kinds = [step(solved, groups[0], visits, minute).kind for minute in (-1, 0, visits[0].starts, 200)]
    assert kinds == ["wait", "way", "at", "back"]
    ending = step(solved, groups[0], visits, visits[0].ends - 2)
    assert (ending.left, ending.words, ending.next) == (2, "come to an end", visits[1].station.name)


def test_members_see_the_timetable_once_published(solved, day, crowd, officer, signed_in, get_page):
    for part in ("", "cards/", "clock/"):
        page = get_page(signed_in(crowd[0]), PLAN.format(day.pk) + part).content.decode()
        assert '<svg class="picture timetable"' not in page
        assert "10:02" not in page
    publish_timetable(by=officer, rotation=solved)
    for part in ("", "cards/", "clock/"):
        assert "10:02" in get_page(signed_in(crowd[0]), PLAN.format(day.pk) + part).content.decode()
    assert "10:02" in get_page(signed_in(crowd[0]), f"/grouping/{day.pk}/groups/mine/").content.decode()


def test_pages_of_the_walk_are_cheap(solved, day, officer, signed_in, get_page):
    client = signed_in(officer)
    begin_walk(by=officer, rotation=solved)
    for part in ("", "plan/", "cards/", "clock/"):
        get_page(client, PLAN.format(day.pk) + part, most=10)


def test_the_form_reads_windows_ways_and_quiet_times(day, tour, groups, officer, signed_in, get_page):
    client, url = signed_in(officer), PLAN.format(day.pk) + "terms/"
    values = {"starts_at": "09:30", "most_minutes": 80, "walking_minutes": 3, f"leg_0_{tour[0].pk}": 6}
    for station in tour:
        values |= {f"minutes_{station.pk}": 8, f"capacity_{station.pk}": 2}
    values[f"quiet_{tour[1].pk}"] = "9:40-9:50，10:00至10:05"
    values[f"leg_{tour[0].pk}_{tour[2].pk}"] = 4
    assert client.post(url, values).status_code == 302
    tour[1].refresh_from_db()
    assert (tour[1].minutes, tour[1].quiet) == (8, [["09:40", "09:50"], ["10:00", "10:05"]])
    legs = set(rotation_of(day).legs.values_list("one", "two", "minutes"))
    assert legs == {(None, tour[0].pk, 6), (tour[0].pk, tour[2].pk, 4)}
    bad = client.post(url, {**values, f"quiet_{tour[1].pk}": "around ten"})
    assert (bad.status_code, "Write quiet times like" in bad.content.decode()) == (422, True)
    assert 'value="09:40-09:50, 10:00-10:05"' in get_page(client, url).content.decode()


def test_slots_are_read_and_written():
    assert slots_text(slots_from(" 9:30 - 9:45; 10：10—10：20")) == "09:30-09:45, 10:10-10:20"
    with pytest.raises(ValueError, match="9:50"):
        slots_from("9:50-9:40")
    assert minute_of("09:50", time(10)) == 0


def test_a_station_is_placed_and_put_back(solved, day, tour, officer, signed_in):
    client, url = signed_in(officer), PLAN.format(day.pk) + f"plan/stations/{tour[0].pk}/"
    assert client.post(url, {"x": 100, "y": 200}).status_code == 302
    answer = client.post(url, {"x": 300, "y": 250}, headers={"HX-Request": "true"})
    assert f"{url}?x=100&y=200" in answer.headers["HX-Trigger"]
    client.post(f"{url}?x=100&y=200")
    tour[0].refresh_from_db()
    assert (tour[0].plan_x, tour[0].plan_y) == (100, 200)
    assert client.post(url, {"x": 1001, "y": 0}).status_code == 422


def drawing(size=(40, 30)):
    """A small picture, as a file."""
    made = BytesIO()
    Image.new("RGBA", size, (200, 30, 30, 128)).save(made, "PNG")
    return SimpleUploadedFile("plan.png", made.getvalue())


def test_a_picture_is_painted_anew_by_the_worker(
    day, tour, crowd, coordinator, signed_in, get_page, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.MEDIA = tmp_path
    client, url = signed_in(coordinator), PLAN.format(day.pk) + "plan/picture/"
    for _twice in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post(url, {"picture": drawing()}).status_code == 302
    assert client.get(url).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        jobs.drain()
    answer = get_page(signed_in(crowd[0]), url)
    with Image.open(BytesIO(answer.content)) as shown:
        assert (shown.format, shown.size) == ("JPEG", (40, 30))
    assert "<image" in get_page(client, PLAN.format(day.pk) + "plan/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url + "removal/")
    assert client.get(url).status_code == 404
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_is_no_picture_is_said_to_be_none(day, tour, officer, signed_in, get_page, settings, tmp_path):
    settings.MEDIA = tmp_path
    client, url = signed_in(officer), PLAN.format(day.pk) + "plan/"
    client.post(url + "picture/", {"picture": SimpleUploadedFile("plan.png", b"<svg onload=x>")})
    jobs.drain()
    assert "could not be read as a picture" in get_page(client, url).content.decode()


def test_the_clock_page_counts_from_the_beginning(solved, day, officer):
    begin_walk(by=officer, rotation=solved)
    page = clock_page(officer, day)
    assert (page.minute, len(page.steps), page.can_delay) == (0, 3, True)
