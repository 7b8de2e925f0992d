"""What a share link shows to anyone who has it, and what it can never show."""

from hashlib import sha256

import pytest
from django.test import Client

from tests import factories
from tests.factories_problems import capture
from tests.web.learning.test_digest_actions import arrive
from yixian.web.capture.models import Capture, Photo
from yixian.web.capture.names import derived_name
from yixian.web.learning.actions import digest as actions
from yixian.web.learning.models import Digest
from yixian.web.shared.pictures import blobs

JPEG = b"\xff\xd8\xff\xe0 a picture of ours"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Pictures of this test only."""
    settings.MEDIA = tmp_path


@pytest.fixture
def held(meeting, chair):
    meeting.state = "closed"
    meeting.save()
    arrive(chair, meeting)
    return meeting


def photographed(by, at_meeting, text="", **values):
    """A record with a picture that is ready, and its file."""
    record = capture(by, at_meeting, "photo", text, **values)
    digest = sha256(f"{record.pk}".encode()).hexdigest()
    name = derived_name("shown", record.federation_id, digest, record.pk)
    blobs().put(name, JPEG)
    Photo.objects.create(
        federation=record.federation, capture=record, digest=digest, size=9, state="ready", shown=name, thumbnail=name,
        width=800, height=600,
    )  # fmt: skip
    return record


@pytest.fixture
def shared(chair, held):
    """A shared digest with one released photo; the browser that opens it knows nobody."""
    photo = photographed(chair, held, "分色看板")
    digest = actions.start_digest(by=chair, meeting=held)
    actions.save_digest(by=chair, digest=digest, headline="一次好学习", words="值得学", captures=[photo])
    token = actions.make_link(by=chair, digest=digest)
    return digest, token, photo


def test_anyone_with_the_link_reads_the_page(get_page, shared):
    _digest, token, photo = shared
    page = get_page(Client(), f"/learning/shared/{token}/", most=5)
    html = page.content.decode()
    for words in (
        "一次好学习",
        "值得学",
        "分色看板",
        "甲主席",
        f"/learning/shared/{token}/photos/{photo.pk}/",
    ):
        assert words in html
    assert page.headers["X-Robots-Tag"].startswith("noindex")
    assert (page.headers["Referrer-Policy"], page.headers["Cache-Control"]) == (
        "no-referrer",
        "private, no-store",
    )


def test_the_picture_is_served_behind_the_token(shared):
    _digest, token, photo = shared
    answer = Client().get(f"/learning/shared/{token}/photos/{photo.pk}/")
    assert (answer.status_code, answer.content) == (200, JPEG)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize("hold", ["held", "withheld", "quarantined"])
def test_a_withdrawn_release_disappears_at_once(get_page, shared, hold):
    _digest, token, photo = shared
    Capture.objects.filter(pk=photo.pk).update(hold=hold)
    html = get_page(Client(), f"/learning/shared/{token}/").content.decode()
    assert ("分色看板" in html, f"photos/{photo.pk}/" in html) == (False, False)
    assert Client().get(f"/learning/shared/{token}/photos/{photo.pk}/").status_code == 404


def test_a_deleted_record_disappears_at_once(shared):
    _digest, token, photo = shared
    Capture.objects.filter(pk=photo.pk).update(deleted_at="2026-12-01T00:00:00Z")
    assert Client().get(f"/learning/shared/{token}/photos/{photo.pk}/").status_code == 404


def test_a_released_photo_that_was_not_chosen_is_not_behind_the_token(chair, held, shared):
    other = photographed(chair, held)
    assert Client().get(f"/learning/shared/{shared[1]}/photos/{other.pk}/").status_code == 404


def test_held_photos_smuggled_into_the_digest_stay_unreachable(get_page, chair, held, shared):
    digest, token, _photo = shared
    smuggled = [
        photographed(chair, held, "机密字样", hold=hold) for hold in ("held", "withheld", "quarantined")
    ]
    digest.captures.add(*smuggled)
    assert "机密字样" not in get_page(Client(), f"/learning/shared/{token}/").content.decode()
    for each in smuggled:
        assert Client().get(f"/learning/shared/{token}/photos/{each.pk}/").status_code == 404


def test_another_meetings_or_federations_photos_stay_unreachable(
    get_page, chair, sibling, programme, host, shared
):
    digest, token, _photo = shared
    elsewhere = factories.meeting(programme, host=host, title="别次例会")
    foreign_host = factories.member(sibling, "邻区金丝雀工会")
    foreign = factories.meeting(factories.programme(sibling), host=foreign_host, title="邻区金丝雀例会")
    records = [
        photographed(chair, elsewhere, "别次字样"),
        photographed(factories.cadre(foreign_host), foreign, "邻区金丝雀字样"),
    ]
    digest.captures.add(*records)
    html = get_page(Client(), f"/learning/shared/{token}/").content.decode()
    assert ("别次" in html, "金丝雀" in html) == (False, False)
    for each in records:
        assert Client().get(f"/learning/shared/{token}/photos/{each.pk}/").status_code == 404


def test_names_only_of_the_author_and_of_those_who_agreed(
    get_page, chair, delegate, coordinator, held, shared
):
    digest, token, _photo = shared
    delegate.may_be_pictured = True
    delegate.save()
    digest.captures.add(
        capture(delegate, held, "note", "同意者所写"), capture(coordinator, held, "note", "未同意者所写")
    )
    html = get_page(Client(), f"/learning/shared/{token}/").content.decode()
    assert [words in html for words in ("未同意者所写", "同意者所写", "甲主席", "甲委员", "何联络")] == [
        True, True, True, True, False,
    ]  # fmt: skip


def test_no_phone_number_on_the_page(get_page, chair, held):
    chair.phone = "13900005678"
    chair.save()
    digest = actions.start_digest(by=chair, meeting=held)
    record = capture(chair, held, "note", "问老王13700009999")
    actions.save_digest(
        by=chair, digest=digest, headline="13600001111", words="打我13800001234", captures=[record]
    )
    html = get_page(
        Client(), f"/learning/shared/{actions.make_link(by=chair, digest=digest)}/"
    ).content.decode()
    assert [number in html for number in ("13900005678", "13700009999", "13600001111", "13800001234")] == [
        False
    ] * 4
    assert "137****9999" in html


@pytest.mark.parametrize("token", ["x", "0" * 27, "a" * 300])
def test_an_unknown_link_says_so_kindly(get_page, db, token):
    page = get_page(Client(), f"/learning/shared/{token}/", status=404)
    assert page.headers["X-Robots-Tag"].startswith("noindex")


def test_an_ended_link_opens_neither_page_nor_picture(shared, chair):
    digest, token, photo = shared
    actions.end_link(by=chair, digest=Digest.objects.get(pk=digest.pk))
    for url in (f"/learning/shared/{token}/", f"/learning/shared/{token}/photos/{photo.pk}/"):
        assert Client().get(url).status_code == 404


def test_a_stranger_who_is_signed_in_sees_only_the_page(signed_in, get_page, stranger, shared):
    html = get_page(signed_in(stranger), f"/learning/shared/{shared[1]}/").content.decode()
    assert ("一次好学习" in html, stranger.name in html) == (True, False)
