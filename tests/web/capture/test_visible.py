"""Who sees what, on every page and at every address of a picture."""

import re

import pytest

from tests import factories_capture as made
from yixian.web.capture.actions import decide
from yixian.web.capture.models import Capture, Photo
from yixian.web.capture.queries.records import PER_PAGE
from yixian.web.shared.models import AuditEntry

WORDS = "只有甲主席写过的一句话"
EVERYBODY = ["chair", "delegate", "coordinator", "officer", "staff", "auditor", "stranger", "city_officer"]


@pytest.fixture
def people(request):
    """All personas by name."""
    return {name: request.getfixturevalue(name) for name in EVERYBODY}


def addresses(capture):
    photo = Photo.objects.get(capture=capture)
    return [f"/capture/photos/{photo.pk}/{size}/" for size in ("shown", "thumbnail")]


def seeing(people, signed_in, url):
    """Who gets the page."""
    return {name for name, person in people.items() if signed_in(person).get(url).status_code == 200}


def reading(people, signed_in, url):
    """Who finds the words on the page, where there is one."""
    return {n for n, p in people.items() if WORDS in signed_in(p).get(url).content.decode()}


INSIDE = {"chair", "delegate", "coordinator", "officer", "staff", "auditor"}


@pytest.mark.parametrize(
    ("verb", "record", "picture"),
    [
        (None, {"chair", "coordinator"}, {"chair", "coordinator"}),
        ("release", INSIDE, INSIDE),
        ("withhold", {"chair", "coordinator"}, {"coordinator"}),
    ],
    ids=["held", "released", "withheld"],
)
def test_hold_decides_who_sees(people, signed_in, meeting, ask, chair, coordinator, verb, record, picture):
    capture = made.recorded(chair, meeting, station=ask.pk, photo=made.picture(), text=WORDS)
    if verb:
        decide(by=coordinator, capture=capture, verb=verb)
    assert seeing(people, signed_in, f"/capture/{capture.pk}/") == record
    for url in addresses(capture):
        assert seeing(people, signed_in, url) == picture
    for url in (f"/capture/meetings/{meeting.pk}/", f"/capture/stations/{ask.pk}/"):
        assert reading(people, signed_in, url) == record
    assert reading(people, signed_in, "/field/mine/") == {"chair"}


def test_quarantined_picture_is_for_the_host_only(people, signed_in, meeting, forbidden, chair):
    capture = made.recorded(chair, meeting, station=forbidden.pk, photo=made.picture(), text=WORDS)
    for url in addresses(capture):
        assert seeing(people, signed_in, url) == {"coordinator"}
    assert reading(people, signed_in, f"/capture/meetings/{meeting.pk}/") == {"chair", "coordinator"}


def test_withdrawn_release_is_gone_from_every_page_at_once(
    people, signed_in, meeting, ask, chair, coordinator
):
    capture = made.recorded(chair, meeting, station=ask.pk, photo=made.picture(), text=WORDS)
    decide(by=coordinator, capture=capture, verb="release")
    decide(by=coordinator, capture=capture, verb="withdraw")
    for url in addresses(capture):
        assert seeing(people, signed_in, url) == {"coordinator"}
    assert reading(people, signed_in, f"/capture/stations/{ask.pk}/") == {"chair", "coordinator"}


def test_picture_is_served_so_that_nothing_can_run_or_stay(meeting, chair, signed_in):
    capture = made.recorded(chair, meeting, photo=made.picture((900, 600)))
    for url in addresses(capture):
        answer = signed_in(chair).get(url)
        headers = {name: answer[name] for name in ("Content-Type", "Cache-Control", "X-Content-Type-Options")}
        assert headers == {
            "Content-Type": "image/jpeg",
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        }
        assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert answer.content.startswith(b"\xff\xd8\xff")
        assert made.SECRET not in answer.content


def test_original_has_no_address(meeting, chair, signed_in):
    capture = made.recorded(chair, meeting, photo=made.picture())
    photo = Photo.objects.get(capture=capture)
    for url in (
        f"/capture/photos/{photo.pk}/original/",
        f"/media/{photo.original}",
        f"/static/{photo.original}",
    ):
        assert signed_in(chair).get(url).status_code == 404


def test_signed_out_is_sent_to_sign_in(meeting, chair, client):
    capture = made.recorded(chair, meeting, photo=made.picture())
    for url in (*addresses(capture), f"/capture/{capture.pk}/"):
        assert client.get(url).status_code == 302


def test_held_words_stay_out_of_the_audit_trail(meeting, chair):
    made.recorded(chair, meeting, text=WORDS)
    assert [e for e in AuditEntry.objects.all() if WORDS[:6] in f"{e.thing_label}{e.changes}"] == []


def test_broken_photo_says_so_to_its_author(meeting, chair, signed_in):
    made.recorded(chair, meeting, photo=b"\xff\xd8\xff" + b"not really a picture" * 20)
    assert Photo.objects.get().state == "broken"
    page = signed_in(chair).get("/field/mine/").content.decode()
    assert "could not be read as a picture" in page


@pytest.mark.parametrize("rows", [1, 40])
def test_pages_take_the_same_queries_whatever_the_rows(
    get_page, meeting, ask, chair, coordinator, signed_in, rows
):
    for _number in range(rows):
        made.recorded(chair, meeting, station=ask.pk)
    Capture.objects.filter(pk__gt=Capture.objects.first().pk).update(hold="released")
    get_page(signed_in(chair), f"/capture/meetings/{meeting.pk}/", most=12)
    get_page(signed_in(coordinator), f"/capture/meetings/{meeting.pk}/release/?show=all", most=12)
    get_page(signed_in(chair), f"/capture/stations/{ask.pk}/", most=8)
    get_page(signed_in(chair), "/field/mine/", most=8)
    get_page(signed_in(chair), "/field/", most=12)


@pytest.mark.parametrize(
    "start", ["/capture/", "/capture/stations/", "/capture/meetings/", "/capture/photos/"]
)
def test_a_number_beyond_all_numbers_is_not_found(signed_in, officer, start):
    end = "shown/" if "photos" in start else ""
    assert signed_in(officer).get(f"{start}{10**24}/{end}").status_code == 404


def test_many_records_come_by_pages(signed_in, chair, meeting, ask):
    for number in range(PER_PAGE + 2):
        made.recorded(chair, meeting, station=ask.pk, text=f"记录{number:03}")
    for url in (f"/capture/stations/{ask.pk}/", "/field/mine/"):
        pages = [signed_in(chair).get(f"{url}?page={number}").content.decode() for number in (1, 2)]
        shown = [re.findall("记录[0-9]{3}", page) for page in pages]
        assert [len(each) for each in shown] == [PER_PAGE, 2]
        assert len({*shown[0], *shown[1]}) == PER_PAGE + 2
