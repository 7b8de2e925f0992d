"""Both stores of pictures keep the same promises; the bucket is asked over HTTP, in a store that speaks S3."""

import hashlib
import os
import stat
from pathlib import Path

import boto3
import pytest
from django.db.models.signals import post_save
from moto.server import ThreadedMotoServer

from tests import factories_capture as made
from yixian.web.capture.actions import decide, delete_capture
from yixian.web.capture.models import Photo
from yixian.web.shared import jobs
from yixian.web.shared.pictures import Incoming, Unreachable, blobs, is_intact
from yixian.web.shared.pictures.bucket import BucketBlobs, _client

NAME = f"originals/1/ab/{'ab' * 32}.7"
BUCKET = "pictures-of-tests"


@pytest.fixture(scope="module")
def server():
    """A store that speaks S3, in a thread of this process."""
    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def bucket(server, settings, monkeypatch):
    """An empty bucket, named in the settings; its objects by name."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "made-up")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    host, port = server.get_host_and_port()
    settings.BUCKET, settings.BUCKET_URL = BUCKET, f"http://{host}:{port}"
    _client.cache_clear()
    store = boto3.session.Session().resource("s3", endpoint_url=settings.BUCKET_URL).Bucket(BUCKET)
    store.create()
    yield store
    store.objects.delete()
    store.delete()


@pytest.fixture(params=["files", "bucket"])
def store(request):
    """Each of the two."""
    if request.param == "bucket":
        request.getfixturevalue("bucket")
    return blobs()


def names_in(bucket):
    return sorted(each.key for each in bucket.objects.all())


def test_what_is_kept_can_be_read_and_removed(store, media):
    content = b"a picture" * 9000
    with store.incoming() as incoming:
        assert isinstance(incoming, Incoming)
        for at in range(0, len(content), 7000):
            incoming.write(content[at : at + 7000])
        store.keep(incoming, NAME)
    assert (store.read(NAME), incoming.size) == (content, len(content))
    assert is_intact(NAME, hashlib.sha256(content).hexdigest())
    assert is_intact(NAME, "0" * 64) is False
    assert list((media / "incoming").iterdir()) == []
    store.put(NAME, b"another")
    assert store.read(NAME) == b"another"
    for _twice in range(2):
        store.remove(NAME)
    with pytest.raises(FileNotFoundError):
        store.read(NAME)
    assert is_intact(NAME, "0" * 64) is False


def test_what_is_not_kept_vanishes(store, media):
    with pytest.raises(RuntimeError), store.incoming() as incoming:
        incoming.write(b"half")
        raise RuntimeError
    assert list((media / "incoming").iterdir()) == []
    with pytest.raises(FileNotFoundError):
        store.read(NAME)


@pytest.mark.parametrize(
    "name", ["", "../secret", "/etc/passwd", "originals/1/ab/../../x", "shown/x/ab/1.jpg"]
)
def test_no_other_name_is_taken(store, name):
    for use in (store.read, store.remove, lambda wrong: store.put(wrong, b"x")):
        with pytest.raises(ValueError, match="not a name"):
            use(name)


def test_a_photo_lives_and_goes_in_the_bucket(bucket, meeting, ask, chair, coordinator, signed_in):
    capture = made.recorded(chair, meeting, station=ask.pk, photo=made.picture((300, 200)))
    photo = Photo.objects.get()
    assert names_in(bucket) == sorted([photo.original, photo.shown, photo.thumbnail])
    assert made.stored_files() == []
    shown = signed_in(chair).get(f"/capture/photos/{photo.pk}/shown/")
    assert (shown.status_code, shown.content) == (200, blobs().read(photo.shown))
    assert made.SECRET not in shown.content
    decide(by=coordinator, capture=capture, verb="release")
    decide(by=coordinator, capture=capture, verb="withdraw")
    delete_capture(by=chair, capture=capture)
    jobs.drain()
    assert names_in(bucket) == []


def test_pieces_end_in_the_bucket_and_leave_nothing_here(bucket, meeting, chair, signed_in):
    client, content = signed_in(chair), made.picture((300, 200))
    item = made.item(meeting, photo=content)
    client.post("/field/items/", {"version": 2, "items": [item]}, "application/json")
    address, half = f"/field/photos/{item['id']}/", len(content) // 2
    for at, piece in ((0, content[:half]), (half, content[half:])):
        answer = client.put(f"{address}?at={at}", piece, "application/octet-stream")
    assert (answer.status_code, made.stored_files()) == (201, [])
    assert names_in(bucket) == [Photo.objects.get().original]


def test_a_store_that_is_away_loses_nothing_and_is_asked_again(bucket, meeting, chair, signed_in, settings):
    client, content = signed_in(chair), made.picture((300, 200))
    settings.BUCKET = "no-such-bucket"
    item = made.item(meeting, photo=content)
    client.post("/field/items/", {"version": 2, "items": [item]}, "application/json")
    address = f"/field/photos/{item['id']}/"
    half = len(content) // 2
    client.put(f"{address}?at=0", content[:half], "application/octet-stream")
    for path, piece in ((address, content), (f"{address}?at={half}", content[half:])):
        answer = client.put(path, piece, "application/octet-stream")
        assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert Photo.objects.get().state == "awaited"
    settings.BUCKET = BUCKET
    last = len(content) - 1  # as the phone does when every byte is said to be there
    answer = client.put(f"{address}?at={last}", content[last:], "application/octet-stream")
    assert (answer.status_code, made.stored_files()) == (201, [])
    jobs.drain()
    settings.BUCKET = "no-such-bucket"
    assert client.get(f"/capture/photos/{Photo.objects.get().pk}/shown/").status_code == 503


def test_a_server_that_is_not_there_is_unreachable(bucket, tmp_path):
    away = BucketBlobs(BUCKET, "http://127.0.0.1:1", tmp_path)
    with pytest.raises(Unreachable):
        away.read(NAME)


def test_44_bytes_are_on_the_disk_before_the_name_and_the_name_before_the_row(
    meeting, chair, signed_in, monkeypatch, media
):
    """What a power cut may find: the calls of one upload, in their order, up to the receipt."""
    calls, fsync, replace = [], os.fsync, Path.replace

    def synced(number):
        calls.append("fsync folder" if stat.S_ISDIR(os.fstat(number).st_mode) else "fsync bytes")
        return fsync(number)

    def renamed(path, target):
        calls.append("rename")
        return replace(path, target)

    def noted(sender, instance, **_more):
        calls.append("row")

    content = made.picture((300, 200))
    item = made.item(meeting, photo=content)
    client = signed_in(chair)
    client.post("/field/items/", {"version": 2, "items": [item]}, "application/json")
    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    post_save.connect(noted, sender=Photo)
    try:
        answer = client.put(f"/field/photos/{item['id']}/?at=0", content, "application/octet-stream")
    finally:
        post_save.disconnect(noted, sender=Photo)
    folders = ["fsync folder"] * 3  # originals/, its federation's, the first two letters
    assert (answer.status_code, calls) == (201, [*folders, "fsync bytes", "rename", "fsync folder", "row"])
