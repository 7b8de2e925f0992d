"""Photos in pieces, and what a phone says beside its items."""

import fcntl
import json
import os
from time import time
from uuid import uuid4

from tests import factories_capture as made
from yixian.web.capture.models import Capture, Phone, Photo
from yixian.web.field.uploads import pieces
from yixian.web.meetings.models import CheckIn
from yixian.web.shared import jobs


def send(client, *items, **more):
    body = json.dumps({"version": 2, "items": items, **more})
    return client.post("/field/items/", body, "application/json")


def put(client, item, at, content):
    answer = client.put(f"/field/photos/{item['id']}/?at={at}", content, "application/octet-stream")
    return answer.status_code, answer.json()["result"], answer.json()["offset"]


def test_pieces_gather_and_become_one_original(meeting, chair, signed_in, media):
    client, photo = signed_in(chair), made.picture((300, 200))
    item, half = made.item(meeting, photo=photo), len(photo) // 2
    send(client, item)
    assert put(client, item, 0, photo[:half]) == (202, "partial", half)
    assert put(client, item, 0, photo[:half]) == (409, "offset", half)
    seen = client.get(f"/field/status/?ids={item['id']}").json()["items"][0]
    assert (seen["state"], seen["offset"]) == ("incomplete", half)
    assert put(client, item, half, photo[half:]) == (201, "stored", len(photo))
    assert put(client, item, 0, photo) == (200, "duplicate", len(photo))
    row = Photo.objects.get()
    assert ((media / row.original).read_bytes(), made.stored_files()) == (photo, [row.original])


def test_other_bytes_than_announced_begin_anew(meeting, chair, signed_in):
    client, photo = signed_in(chair), made.picture()
    item = made.item(meeting, photo=photo)
    send(client, item)
    assert put(client, item, 0, photo[:-1] + b"?") == (422, "refused", 0)
    assert put(client, item, 0, photo + b"more") == (422, "refused", 0)
    assert put(client, item, 7, photo[7:]) == (409, "offset", 0)
    assert put(client, item, 0, photo) == (201, "stored", len(photo))


def test_nonsense_as_offset_and_too_large_a_piece(meeting, chair, signed_in):
    client, photo = signed_in(chair), made.picture()
    item = made.item(meeting, photo=photo)
    send(client, item)
    assert put(client, item, "-1", photo)[0] == 400
    assert put(client, item, 0, bytes(1_048_577))[0] == 413


def test_deleting_a_record_takes_its_half_sent_photo_along(
    meeting, chair, signed_in, django_capture_on_commit_callbacks
):
    client, photo = signed_in(chair), made.picture()
    item = made.item(meeting, photo=photo)
    send(client, item)
    put(client, item, 0, photo[:50])
    part = made.stored_files()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/capture/{Capture.objects.get().pk}/deletion/")
    assert (len(part), Photo.objects.count(), made.stored_files()) == (1, 0, [])


def test_quota_keeps_photos_on_the_phone_until_there_is_room(meeting, chair, signed_in, settings):
    client, photo = signed_in(chair), made.picture()
    settings.PHOTO_QUOTA_BYTES = len(photo) + 10
    first, second, words = (
        made.item(meeting, photo=photo),
        made.item(meeting, photo=photo),
        made.item(meeting),
    )
    receipts = send(client, first, second, words).json()["receipts"]
    assert [each["result"] for each in receipts] == ["stored", "quota", "stored"]
    settings.PHOTO_QUOTA_BYTES = 3 * len(photo)
    receipts = send(client, first, second, words).json()["receipts"]
    assert [each["result"] for each in receipts] == ["duplicate", "stored", "duplicate"]


def test_check_in_comes_through_the_same_door(meeting, chair, signed_in):
    client = signed_in(chair)
    item = made.item(meeting, kind="check_in", text="")
    asked = f"/field/status/?ids={item['id']}@{meeting.pk}"
    assert client.get(asked).json()["items"] == [{"id": item["id"], "state": "unknown"}]
    again = made.item(meeting, kind="check_in", text="")
    receipts = send(client, item, item, again).json()["receipts"]
    assert [each["result"] for each in receipts] == ["stored", "stored", "duplicate"]
    assert [(str(row.client_id), row.method) for row in CheckIn.objects.all()] == [(item["id"], "link")]
    assert client.get(asked).json()["items"] == [{"id": item["id"], "state": "confirmed"}]


def test_phone_says_what_it_still_holds(meeting, chair, signed_in):
    client, device = signed_in(chair), str(uuid4())
    for holds in (3, 0):
        phone = {"id": device, "meeting": meeting.pk, "holds": holds, "stuck": 0}
        assert send(client, phone=phone).status_code == 200
        assert list(Phone.objects.values_list("person", "holds")) == [(chair.pk, holds)]
    for nonsense in (
        {"id": "x"},
        [],
        {**phone, "holds": -1},
        {**phone, "meeting": 10**9},
        {**phone, "id": "?"},
    ):
        assert send(client, phone=nonsense).status_code == 200
    assert Phone.objects.count() == 1


def test_items_of_somebody_else_are_sent_back_whole(meeting, chair, delegate, signed_in):
    answer = send(signed_in(delegate), made.item(meeting), person=chair.pk)
    assert (answer.status_code, answer.json()["result"], Capture.objects.count()) == (409, "other_person", 0)


def test_worker_of_the_page_lists_files_that_are_there(chair, signed_in):
    answer = signed_in(chair).get("/field/worker.js")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("text/javascript; charset=utf-8", "no-cache")
    shell = json.loads(answer.content.decode().partition("self.SHELL = ")[2].partition(";\n")[0])
    assert (shell["page"], len(shell["files"])) == ("/field/", len(set(shell["files"])))


def test_what_nobody_went_on_with_is_removed_after_a_week_unless_it_is_being_written(db, media):
    folder = media / "incoming"
    folder.mkdir(parents=True)
    old, fresh, busy = (folder / f"part-{number}" for number in (1, 2, 3))
    for each in (old, fresh, busy):
        each.write_bytes(b"half")
    for each in (old, busy):
        os.utime(each, (0, time() - 8 * 24 * 3600))
    jobs.enqueue("field.sweep", federation_id=None)
    with busy.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert jobs.drain() == 1
    assert sorted(folder.iterdir()) == [fresh, busy]
    assert pieces.sweep() == 1
