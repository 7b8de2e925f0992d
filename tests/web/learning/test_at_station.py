"""From a station's page the office makes something of each record, comes back, and sees what was made."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from tests import factories
from tests.factories_capture import picture, recorded
from tests.factories_learning import experience
from tests.factories_problems import capture, problem
from yixian.web.capture.actions import decide
from yixian.web.capture.models import Capture
from yixian.web.capture.queries.records import PER_PAGE
from yixian.web.learning.models import CaptureOutcome, Experience, Question
from yixian.web.problems.models import Problem

OFFERS = ["/problems/new/", "/learning/experiences/new/", "question"]


@pytest.fixture
def held(meeting):
    meeting.state = "wrapped_up"
    meeting.save()
    return meeting


@pytest.fixture
def station(held):
    return factories.station(held)


def at(station):
    return f"/capture/stations/{station.pk}/"


def cards(html):
    """What the page says of each record, by its number."""
    parts = re.split(r'<li class="record" id="record-(\d+)">', html)[1:]
    return {int(pk): card.partition("</li>")[0] for pk, card in zip(parts[::2], parts[1::2], strict=True)}


def links(card):
    return [unescape(each) for each in re.findall(r' href="([^"]+)"', card)]


def offered(card):
    """The ways to make something of a record, in the order of the page."""
    ways = [urlsplit(each).path for each in links(card) if "capture=" in each]
    return ways + re.findall(r'name="what" value="(\w+)"', card)


def form_of(card):
    """Where the card's form goes and what it brings along."""
    action = re.search(r' action="([^"]+)"', card)[1]
    return action, dict(re.findall(r'name="(back)" value="([^"]*)"', card))


def shown(client, url):
    return cards(client.get(url).content.decode())


@pytest.mark.parametrize("kind", Capture.Kind.values)
@pytest.mark.parametrize("who", ["officer", "staff"])
def test_every_kind_of_record_is_offered_to_the_office(request, signed_in, chair, held, station, kind, who):
    record = capture(chair, held, kind, station=station)
    card = shown(signed_in(request.getfixturevalue(who)), at(station))[record.pk]
    assert offered(card) == OFFERS


def test_a_photo_without_words_is_no_question(signed_in, officer, chair, held, station):
    record = capture(chair, held, "photo", text="", station=station)
    assert offered(shown(signed_in(officer), at(station))[record.pk]) == OFFERS[:2]


@pytest.mark.parametrize("who", ["chair", "delegate", "coordinator", "auditor"])
def test_nobody_else_is_offered_anything(request, signed_in, chair, held, station, who):
    record = capture(chair, held, "note", "机密字样", station=station)
    client = signed_in(request.getfixturevalue(who))
    card = shown(client, at(station))[record.pk]
    assert ("机密字样" in card, offered(card), "<form" in card) == (True, [], False)
    deed = f"/learning/wrap-up/{held.pk}/records/{record.pk}/"
    assert client.post(deed, {"what": "question", "back": at(station)}).status_code == 403
    assert client.get(f"/problems/new/?capture={record.pk}").status_code == 403


@pytest.mark.parametrize("who", ["stranger", "city_officer"])
def test_another_federation_finds_neither_page_nor_record(request, signed_in, chair, held, station, who):
    record = capture(chair, held, "note", "机密字样", station=station)
    client = signed_in(request.getfixturevalue(who))
    assert client.get(at(station)).status_code == 404
    deed = client.post(f"/learning/wrap-up/{held.pk}/records/{record.pk}/", {"what": "question"})
    form = client.get(f"/problems/new/?capture={record.pk}")
    assert (deed.status_code, form.status_code) == (404, 404)
    written = client.get(f"/learning/experiences/new/?capture={record.pk}").content.decode()
    assert ("机密字样" in written, Question.objects.count()) == (False, 0)


@pytest.mark.parametrize("hold", ["held", "withheld", "quarantined"])
def test_what_the_host_has_not_released_offers_nothing(signed_in, officer, held, station, hold):
    own = capture(officer, held, "note", "自己的", hold=hold, station=station)
    client = signed_in(officer)
    card = shown(client, at(station))[own.pk]
    assert ("自己的" in card, offered(card)) == (True, [])
    deed = client.post(f"/learning/wrap-up/{held.pk}/records/{own.pk}/", {"what": "question"})
    assert (deed.status_code, Question.objects.count()) == (404, 0)


def test_a_withdrawn_photo_leaves_with_its_offers(
    signed_in, officer, chair, coordinator, held, station, settings, tmp_path
):
    settings.MEDIA = tmp_path / "media"
    record = recorded(chair, held, station=station.pk, photo=picture())
    decide(by=coordinator, capture=record, verb="release")
    assert offered(shown(signed_in(officer), at(station))[record.pk]) == OFFERS
    decide(by=coordinator, capture=record, verb="withdraw")
    assert shown(signed_in(officer), at(station)) == {}


def test_a_problem_is_made_and_one_comes_back_to_the_record(signed_in, officer, chair, held, station):
    record = capture(chair, held, "problem", "通道被占用", station=station)
    client = signed_in(officer)
    way = next(each for each in links(shown(client, at(station))[record.pk]) if "/problems/new/" in each)
    form = client.get(way)
    assert (form.context["capture"], form.context["form"].initial["title"]) == (record, "通道被占用")
    assert f'href="{at(station)}#record-{record.pk}"' in form.content.decode()  # to cancel
    assert client.post(way, {"title": ""}).status_code == 422
    answer = client.post(way, {"title": "通道被占用"})
    assert answer.headers["Location"] == f"{at(station)}#record-{record.pk}"
    made = Problem.objects.get()
    card = shown(client, at(station))[record.pk]
    assert (made.capture, offered(card)) == (record, [])
    assert f'<a href="/problems/{made.pk}/">Problem: 通道被占用</a>' in card


def test_an_experience_is_made_and_one_comes_back_to_the_record(
    signed_in, officer, chair, held, station, host
):
    record = capture(chair, held, "idea", "分色看板", station=station)
    client = signed_in(officer)
    way = next(each for each in links(shown(client, at(station))[record.pk]) if "/experiences/new/" in each)
    form = client.get(way)
    assert (form.context["form"].initial["title"], form.context["form"].initial["captures"]) == (
        "分色看板", [record.pk],
    )  # fmt: skip
    assert f'href="{at(station)}#record-{record.pk}"' in form.content.decode()  # to cancel
    filled = {"title": "分色看板", "member": host.pk, "captures": [record.pk]}
    assert client.post(way, filled).headers["Location"] == f"{at(station)}#record-{record.pk}"
    made = Experience.objects.get()
    card = shown(client, at(station))[record.pk]
    assert (list(made.captures.all()), made.station, offered(card)) == ([record], station, [])
    assert f'<a href="/learning/experiences/{made.pk}/">Experience: 分色看板</a>' in card


def test_a_question_is_made_and_one_comes_back_to_the_record(signed_in, officer, chair, held, station):
    record = capture(chair, held, "question", "多久换一次灯？", station=station)
    client = signed_in(officer)
    action, back = form_of(shown(client, at(station))[record.pk])
    answer = client.post(action, {"what": "question", **back})
    assert answer.headers["Location"] == f"{at(station)}#record-{record.pk}"
    made = Question.objects.get()
    card = shown(client, at(station))[record.pk]
    assert (made.capture, made.asked_by, offered(card)) == (record, chair, [])
    assert f'<a href="/learning/questions/{made.pk}/">Question</a>' in card


def test_nothing_is_made_twice_of_a_record_by_two_at_once(signed_in, officer, staff, chair, held, station):
    record = capture(chair, held, "question", "多久换一次灯？", station=station)
    action, back = form_of(shown(signed_in(staff), at(station))[record.pk])
    way = links(shown(signed_in(staff), at(station))[record.pk])
    new_problem = next(each for each in way if "/problems/new/" in each)
    signed_in(officer).post(action, {"what": "question", **back})
    signed_in(officer).post(new_problem, {"title": "灯"})
    assert signed_in(staff).post(action, {"what": "question", **back}).status_code == 409
    assert signed_in(staff).post(new_problem, {"title": "灯"}).status_code == 409
    assert (Question.objects.count(), Problem.objects.count()) == (1, 1)


def test_what_was_decided_at_the_wrap_up_is_said_and_can_be_taken_back(
    signed_in, officer, chair, held, station
):
    record = capture(chair, held, "note", station=station)
    CaptureOutcome.objects.create(federation=held.federation, capture=record, kind="nothing")
    client = signed_in(officer)
    card = shown(client, at(station))[record.pk]
    assert ("nothing to do" in card, offered(card)) == (True, ["undo"])
    action, back = form_of(card)
    assert client.post(action, {"what": "undo", **back}).headers["Location"].endswith(f"#record-{record.pk}")
    assert offered(shown(client, at(station))[record.pk]) == OFFERS


def test_the_way_back_keeps_the_page(signed_in, officer, chair, held, station):
    records = [capture(chair, held, "note", f"记{n}", station=station) for n in range(PER_PAGE + 1)]
    url = f"{at(station)}?page=2"
    card = shown(signed_in(officer), url)[records[-1].pk]
    backs = [parse_qs(urlsplit(each).query)["back"] for each in links(card) if "capture=" in each]
    here = f"{url}#record-{records[-1].pk}"
    assert (backs, form_of(card)[1]) == ([[here], [here]], {"back": here})


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_the_way_back_stays_on_the_site(signed_in, officer, chair, held, back):
    record = capture(chair, held, "question")
    client = signed_in(officer)
    deed = f"/learning/wrap-up/{held.pk}/records/{record.pk}/"
    assert client.post(deed, {"what": "question", "back": back}).headers["Location"] == "/"
    way = f"/problems/new/?capture={record.pk}&back={back}"
    assert "elsewhere" not in client.get(way).content.decode().partition('class="form-actions"')[2]
    assert client.post(way, {"title": "灯"}).headers["Location"] == "/"


def test_words_of_others_stay_words(signed_in, officer, chair, held, station):
    record = capture(chair, held, "note", station=station)
    problem(chair, '<b>"粗"</b>', capture=record)
    card = shown(signed_in(officer), at(station))[record.pk]
    assert ("<b>" in card, "&lt;b&gt;" in card) == (False, True)


@pytest.mark.parametrize("number", [0, 1, PER_PAGE])
def test_the_page_takes_the_same_queries_for_any_number(
    signed_in, get_page, officer, chair, held, station, host, number
):
    for turn in range(number):
        record = capture(chair, held, "note", f"记{turn}", station=station)
        if turn % 3 == 0:
            experience(host).captures.add(record)
        if turn % 3 == 1:
            problem(chair, capture=record)
    page = get_page(signed_in(officer), at(station), most=10)
    assert len(cards(page.content.decode())) == number


def test_records_of_a_meeting_lead_to_their_stations(signed_in, officer, chair, held, station):
    there = capture(chair, held, "note", station=station)
    elsewhere = capture(chair, held, "note")
    found = shown(signed_in(officer), f"/capture/meetings/{held.pk}/")
    assert [at(station) in links(found[each.pk]) for each in (there, elsewhere)] == [True, False]
