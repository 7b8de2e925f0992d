"""Blur and release: what the host marks is painted over from chance, before anybody else sees the picture."""

import io
import json

import pytest
from django.conf import settings
from PIL import Image

from tests import factories_capture as made
from yixian.web.capture.actions import blur_and_release, decide
from yixian.web.capture.actions.photo import store_prepared
from yixian.web.capture.models import Capture, Photo, Release
from yixian.web.capture.preparing import prepare
from yixian.web.shared import jobs
from yixian.web.shared.errors import DomainError, Refused
from yixian.web.shared.models import AuditEntry
from yixian.web.shared.pictures.decoder import cover

LEFT_HALF = [0, 0, 5000, 10_000]


@pytest.fixture
def capture(meeting, ask, chair):
    """A photo whose left upper corner is blue and the rest red."""
    return made.recorded(chair, meeting, station=ask.pk, photo=made.picture((400, 300)))


def url_of(capture, rest=""):
    return f"/capture/{capture.pk}/blurring/{rest}"


def sent(regions):
    return {"regions": json.dumps(regions)}


def looked_at(client, photo, size="shown"):
    return client.get(f"/capture/photos/{photo.pk}/{size}/")


def pixels(content, box):
    """The colours in a part of a picture."""
    with Image.open(io.BytesIO(content)) as picture:
        return picture.convert("RGB").crop(box).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))


def test_nobody_sees_the_picture_until_it_is_blurred(capture, coordinator, delegate, signed_in):
    before = looked_at(signed_in(coordinator), capture.photo).content
    answer = signed_in(coordinator).post(url_of(capture), sent([LEFT_HALF]))
    assert (answer.status_code, Capture.objects.get().hold) == (302, "released")
    for person in (coordinator, delegate):
        assert looked_at(signed_in(person), capture.photo).status_code == 404
    jobs.drain()
    for size in ("shown", "thumbnail"):
        after = looked_at(signed_in(delegate), capture.photo, size)
        assert after.status_code == 200
        upper = pixels(after.content, (10, 10, 190, 140))
        lower = pixels(after.content, (10, 160, 190, 290))
        assert max(abs(one - other) for one, other in zip(upper, lower, strict=True)) < 30
    assert pixels(before, (300, 0, 400, 300)) == pixels(after.content, (300, 0, 400, 300))
    assert pixels(before, (10, 10, 190, 140))[2] > 150 > pixels(before, (10, 160, 190, 290))[2]


def test_what_is_painted_knows_only_the_mean_colour():
    """Two pictures of the same mean, one plain and one in stripes, cannot be told apart afterwards."""
    plain, striped = Image.new("L", (120, 120), 128), Image.new("L", (120, 120), 0)
    for column in range(0, 120, 2):
        striped.paste(255, (column, 0, column + 1, 120))
    spread = []
    for picture in (plain.convert("RGB"), striped.convert("RGB")):
        cover(picture, [[0, 0, 10_000, 10_000]])
        low, high = picture.convert("L").getextrema()
        spread.append((low >= 128 - 24, high <= 128 + 24, low < high))
    assert spread == [(True, True, True)] * 2


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (200, 3)])
def test_every_region_covers_at_least_a_pixel_of_every_picture(size):
    picture = Image.new("RGB", size, (10, 200, 30))
    cover(picture, [[9_950, 9_950, 50, 50], [0, 0, 50, 50], LEFT_HALF])
    assert picture.size == size


def test_who_and_what_is_on_record_and_the_old_pictures_are_gone(capture, coordinator):
    old = {capture.photo.shown, capture.photo.thumbnail}
    assert old <= set(made.stored_files())
    blur_and_release(by=coordinator, capture=capture, regions=[LEFT_HALF], note="两人未同意出镜")
    jobs.drain()
    photo = Photo.objects.get()
    files = set(made.stored_files())
    assert (files & old, files) == (set(), {photo.original, photo.shown, photo.thumbnail})
    decision = Release.objects.get()
    assert (decision.decision, decision.by, decision.note) == ("blurred", coordinator, "两人未同意出镜")
    entry = AuditEntry.objects.get(verb="capture.blur")
    expected = {"hold": ["held", "released"], "covered": [[], [LEFT_HALF]]}
    assert (entry.actor_id, entry.changes) == (coordinator.pk, expected)


def test_a_picture_made_before_the_marking_comes_too_late(capture, coordinator):
    """A worker that began before the host marked anything must not bring the whole picture back."""
    slow = Photo.objects.select_related("capture").get()
    early = prepare(slow)
    blur_and_release(by=coordinator, capture=capture, regions=[LEFT_HALF])
    store_prepared(photo=slow, prepared=early)
    assert Photo.objects.get().state == "received"
    jobs.drain()
    photo = Photo.objects.get()
    assert photo.state == "ready"
    assert set(made.stored_files()) == {photo.original, photo.shown, photo.thumbnail}
    shown = (settings.MEDIA / photo.shown).read_bytes()
    assert abs(pixels(shown, (10, 10, 190, 140))[2] - pixels(shown, (10, 160, 190, 290))[2]) < 30


def test_blurring_stays_through_withdrawal_and_comes_off_only_while_held(
    capture, coordinator, chair, delegate, signed_in
):
    client = signed_in(coordinator)
    blur_and_release(by=coordinator, capture=capture, regions=[LEFT_HALF])
    jobs.drain()
    assert client.post(url_of(capture, "removal/")).status_code == 409
    decide(by=coordinator, capture=Capture.objects.get(), verb="withdraw")
    assert client.post(url_of(capture, "removal/")).status_code == 302
    jobs.drain()
    assert Photo.objects.get().covered == []
    assert pixels(looked_at(client, capture.photo).content, (10, 10, 190, 140))[2] > 150
    for person in (chair, delegate):
        assert looked_at(signed_in(person), capture.photo).status_code == 404


def test_a_picture_lost_and_sent_again_is_still_blurred(capture, coordinator, chair, signed_in, media):
    blur_and_release(by=coordinator, capture=capture, regions=[LEFT_HALF])
    jobs.drain()
    (media / Photo.objects.get().original).unlink()
    jobs.enqueue("capture.check_photos", federation_id=None)
    jobs.drain()
    assert Photo.objects.get().state == "awaited"
    address = f"/field/photos/{capture.client_id}/"
    content = made.picture((400, 300))
    assert signed_in(chair).put(address, content, "application/octet-stream").status_code == 201
    jobs.drain()
    shown = looked_at(signed_in(coordinator), capture.photo).content
    assert abs(pixels(shown, (10, 10, 190, 140))[2] - pixels(shown, (10, 160, 190, 290))[2]) < 30


@pytest.mark.parametrize(
    "told",
    [
        "", "[]", "nonsense", "{}", "[" * 3000, "[[0,0,10,10]]", "[[0,0,10001,500]]", "[[-1,0,500,500]]",
        "[[9000,0,1001,500]]", "[[0,0,500]]", "[[0,0,500,true]]", "[[0.5,0,500,500]]", json.dumps([LEFT_HALF] * 41),
    ],
)  # fmt: skip
def test_nonsense_blurs_and_releases_nothing(capture, coordinator, signed_in, told):
    answer = signed_in(coordinator).post(url_of(capture), {"regions": told})
    assert (answer.status_code, Capture.objects.get().hold, Release.objects.count()) == (422, "held", 0)


@pytest.mark.parametrize("persona", ["chair", "delegate", "officer", "staff", "auditor"])
def test_only_the_host_blurs(request, capture, persona):
    with pytest.raises(Refused):
        blur_and_release(by=request.getfixturevalue(persona), capture=capture, regions=[LEFT_HALF])
    assert Capture.objects.get().hold == "held"


def test_what_may_not_be_released_may_not_be_blurred_either(meeting, forbidden, ask, chair, coordinator):
    quarantined = made.recorded(chair, meeting, station=forbidden.pk, photo=made.picture())
    with pytest.raises(DomainError, match="change the station's rule"):
        blur_and_release(by=coordinator, capture=quarantined, regions=[LEFT_HALF])
    words = made.recorded(chair, meeting, station=ask.pk)
    with pytest.raises(DomainError, match="no picture here"):
        blur_and_release(by=coordinator, capture=words, regions=[LEFT_HALF])


def test_the_way_there_and_the_page(capture, coordinator, signed_in, get_page, meeting):
    client = signed_in(coordinator)
    queue = get_page(client, f"/capture/meetings/{meeting.pk}/release/").content.decode()
    record = get_page(client, f"/capture/{capture.pk}/").content.decode()
    assert [url_of(capture) in page for page in (queue, record)] == [True, True]
    assert "Take the blurring off" not in get_page(client, url_of(capture)).content.decode()
    blur_and_release(by=coordinator, capture=capture, regions=[LEFT_HALF])
    assert "The photo is being prepared." in get_page(client, url_of(capture)).content.decode()
    jobs.drain()
    assert "[[0, 0, 5000, 10000]]" in get_page(client, url_of(capture)).content.decode()
