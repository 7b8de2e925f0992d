"""The tour: texts, stations, zone policies."""

import pytest

from tests import factories
from yixian.web.meetings.actions import tour
from yixian.web.meetings.actions.agenda import build_agenda
from yixian.web.meetings.actions.tour import StationFacts, TourTexts
from yixian.web.meetings.models import Meeting, Station, Tour
from yixian.web.meetings.queries.tour import earlier_tours, tour_page
from yixian.web.meetings.rules.tour import can_change_tour, can_remove_station
from yixian.web.meetings.zones import signs_of
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry

FACTS = StationFacts("总装线", "看换模", "何联络", 15, "forbidden", True, "客户图纸", True)


def names(meeting):
    return [station.name for station in meeting.tour.stations.all()]


def test_texts_are_kept(coordinator, meeting):
    texts = TourTexts(" 欢迎 ", "走黄线内", "安全帽")
    tour.save_tour(by=coordinator, meeting=meeting, texts=texts)
    tour.save_tour(by=coordinator, meeting=meeting, texts=texts)
    saved = Tour.objects.get()
    assert (saved.introduction, saved.safety, saved.gear) == ("欢迎", "走黄线内", "安全帽")
    assert AuditEntry.objects.count() == 1


def test_a_station_is_added_changed_and_removed(coordinator, meeting):
    station = tour.add_station(by=coordinator, meeting=meeting, facts=StationFacts("备料"))
    assert (station.position, station.photos) == (1, "ask")
    second = tour.add_station(by=coordinator, meeting=meeting, facts=FACTS)
    tour.change_station(by=coordinator, station=station, facts=StationFacts("备料区", photos="free"))
    tour.change_station(by=coordinator, station=station, facts=StationFacts("备料区", photos="free"))
    assert AuditEntry.objects.order_by("serial").last().changes == {
        "name": ["备料", "备料区"],
        "photos": ["ask", "free"],
    }
    tour.remove_station(by=coordinator, station=station)
    second.refresh_from_db()
    assert (names(meeting), second.position) == (["总装线"], 1)


@pytest.mark.parametrize(
    "facts", [StationFacts(" "), StationFacts("x", minutes=0), StationFacts("x", photos="maybe")]
)
def test_a_station_needs_sensible_facts(coordinator, meeting, facts):
    with pytest.raises(BadInput):
        tour.add_station(by=coordinator, meeting=meeting, facts=facts)


def test_stations_are_put_into_order(coordinator, meeting):
    a, b, c = (factories.station(meeting, name) for name in "甲乙丙")
    tour.order_stations(by=coordinator, meeting=meeting, order=[c.pk, a.pk])
    assert names(meeting) == ["丙", "甲", "乙"]
    tour.order_stations(by=coordinator, meeting=meeting, order=[c.pk, a.pk, b.pk])
    assert AuditEntry.objects.count() == 1


@pytest.fixture
def earlier(programme, host):
    """A meeting of last year at the same host, with a tour."""
    old = factories.meeting(programme, host=host, state="closed", title="去年例会")
    factories.station(old, "备料", photos="free", guide="何联络")
    factories.station(old, "总装", photos="forbidden", is_screened=True, screened_what="图纸")
    Tour.objects.filter(meeting=old).update(safety="走黄线内", introduction="旧")
    return old


def test_an_earlier_tour_is_taken_over(coordinator, meeting, earlier):
    tour.save_tour(by=coordinator, meeting=meeting, texts=TourTexts("新"))
    tour.copy_tour(by=coordinator, meeting=meeting, earlier=earlier)
    meeting.tour.refresh_from_db()
    assert (meeting.tour.introduction, meeting.tour.safety, names(meeting)) == (
        "新",
        "走黄线内",
        ["备料", "总装"],
    )
    assert meeting.tour.stations.last().screened_what == "图纸"
    with pytest.raises(DomainError):
        tour.copy_tour(by=coordinator, meeting=meeting, earlier=earlier)


def test_only_a_tour_of_the_same_host_is_taken_over(coordinator, meeting, programme, guest, earlier):
    elsewhere = factories.meeting(programme, host=guest)
    factories.station(elsewhere)
    empty = factories.meeting(programme, host=meeting.host)
    for other in (elsewhere, empty):
        with pytest.raises(BadInput):
            tour.copy_tour(by=coordinator, meeting=meeting, earlier=other)
    assert earlier_tours(meeting) == [earlier]


def test_tours_of_the_same_venue_are_offered_first(meeting, programme, host, earlier):
    meeting.venue = factories.venue(host)
    assert earlier_tours(meeting) == [earlier]
    same = factories.meeting(programme, host=host, venue=meeting.venue)
    factories.station(same)
    factories.station(same)
    assert earlier_tours(meeting) == [same]


def test_the_tour_is_the_coordinator_s_and_the_office_s(officer, staff, coordinator, chair, meeting):
    assert [can_change_tour(each, meeting) for each in (officer, staff, coordinator, chair)] == [
        True,
        True,
        True,
        False,
    ]
    with pytest.raises(Refused):
        tour.add_station(by=chair, meeting=meeting, facts=FACTS)


@pytest.mark.parametrize("state", Meeting.State.values)
def test_the_tour_stays_once_the_meeting_is_over(coordinator, meeting, state):
    station = factories.station(meeting)
    meeting.state = station.tour.meeting.state = state
    assert can_change_tour(coordinator, meeting) is (state in ("planned", "announced", "open", "under_way"))
    assert can_remove_station(coordinator, station) is (state in ("planned", "announced", "open"))
    if state == "under_way":
        with pytest.raises(DomainError):
            tour.remove_station(by=coordinator, station=station)


def test_signs_say_it_by_icon_and_word(meeting):
    station = Station(**{**FACTS.__dict__})
    assert [(sign.icon, str(sign.words), sign.remark) for sign in signs_of(station)] == [
        ("ban", "禁止拍摄", ""), ("eye-slash", "遮挡", "客户图纸"), ("stop-circle", "勿扰作业", ""),
    ]  # fmt: skip
    assert [sign.tone for sign in signs_of(Station(photos="free"))] == ["good"]


@pytest.mark.parametrize("number", [1, 30])
def test_page_takes_the_same_queries_whatever_the_rows(get_page, signed_in, coordinator, meeting, number):
    for _ in range(number):
        factories.station(meeting, is_screened=True, do_not_disturb=True)
    page = get_page(signed_in(coordinator), f"/meetings/{meeting.pk}/tour/", most=6).context["page"]
    assert (len(page.stations), page.minutes) == (number, 10 * number)


def test_everyone_inside_sees_the_tour_without_tools(get_page, signed_in, chair, auditor, meeting):
    factories.station(meeting)
    for person in (chair, auditor):
        content = get_page(signed_in(person), f"/meetings/{meeting.pk}/tour/").content.decode()
        assert "station-tools" not in content


def test_drawing_the_tour_by_the_forms(get_page, signed_in, coordinator, meeting, earlier):
    client, url = signed_in(coordinator), f"/meetings/{meeting.pk}/tour/"
    assert tour_page(coordinator, meeting).earlier == [earlier]
    get_page(client, url)
    get_page(client, f"{url}texts/")
    assert client.post(f"{url}texts/", {"safety": "x"}, headers={"x-autosave": "1"}).status_code == 204
    assert (
        client.post(f"{url}texts/", {"safety": "长" * 2001}, headers={"x-autosave": "1"}).status_code == 422
    )
    assert client.post(f"{url}texts/", {"safety": "长" * 2001}).status_code == 422
    assert client.post(f"{url}texts/", {"safety": "走黄线内"}).url == url
    assert client.post(f"{url}copy/", {}).status_code == 422
    assert client.post(f"{url}copy/", {"earlier": earlier.pk}).url == url
    get_page(client, f"{url}stations/")
    data = {"name": "检验", "minutes": 8, "photos": "ask"}
    assert client.post(f"{url}stations/", {**data, "name": ""}).status_code == 422
    assert client.post(f"{url}stations/", data).url == url
    station = Station.objects.get(name="检验")
    get_page(client, f"{url}stations/{station.pk}/")
    assert client.post(f"{url}stations/{station.pk}/", {**data, "minutes": 0}).status_code == 422
    assert client.post(f"{url}stations/{station.pk}/", {**data, "minutes": 9}).url == url
    client.post(f"{url}stations/{station.pk}/place/", {"way": "up"})
    assert names(meeting) == ["备料", "检验", "总装"]
    answer = client.post(f"{url}order/", {"item": [station.pk, "x"]}, headers={"hx-request": "true"})
    assert (answer.status_code, names(meeting)) == (200, ["检验", "备料", "总装"])
    assert client.post(f"{url}stations/{station.pk}/removal/").url == url
    assert names(meeting) == ["备料", "总装"]
    get_page(client, url)


def test_a_station_of_another_meeting_is_not_found_here(signed_in, officer, meeting, earlier):
    foreign = earlier.tour.stations.first()
    assert signed_in(officer).get(f"/meetings/{meeting.pk}/tour/stations/{foreign.pk}/").status_code == 404


def test_the_tour_s_minutes_reach_the_agenda(officer, meeting):
    factories.station(meeting, minutes=25)
    build_agenda(by=officer, meeting=meeting)
    assert meeting.agenda.get(source="tour").minutes == 25
