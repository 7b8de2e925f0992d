"""The one sync door over HTTP."""

import hashlib
import json

from tests import factories_capture as made
from yixian.web.capture.models import Capture, Photo
from yixian.web.shared import jobs
from yixian.web.shared.models import AuditEntry


def send(client, *items, version=1):
    return client.post("/field/items/", json.dumps({"version": version, "items": items}), "application/json")


def put(client, item, photo):
    return client.put(f"/field/photos/{item['id']}/", photo, "application/octet-stream")


def results(response):
    return [receipt["result"] for receipt in response.json()["receipts"]]


def test_item_is_stored_once_and_read_back(meeting, ask, chair, signed_in):
    client, item = signed_in(chair), made.item(meeting, station=ask.pk)
    first, again = send(client, item), send(client, item)
    assert (first.status_code, results(first), results(again)) == (200, ["stored"], ["duplicate"])
    row = Capture.objects.get()
    assert (row.text, row.station, row.hold, row.digest) == (item["text"], ask, "held", item["digest"])
    seen = client.get(f"/field/status/?ids={item['id']}").json()["items"]
    assert [(each["state"], each["digest"]) for each in seen] == [("confirmed", item["digest"])]
    assert AuditEntry.objects.filter(verb="capture.record").count() == 1


def test_same_id_with_other_words_is_a_conflict_and_changes_nothing(meeting, chair, signed_in):
    client, item = signed_in(chair), made.item(meeting)
    send(client, item)
    other = made.item(meeting, id=item["id"], text="另一句话")
    assert results(send(client, other)) == ["conflict"]
    assert Capture.objects.get().text == item["text"]


def test_one_bad_item_never_blocks_the_others(meeting, chair, signed_in):
    good, also_good = made.item(meeting), made.item(meeting)
    damaged = {**made.item(meeting), "text": "changed on the way"}
    unknown = made.item(meeting, kind="rumour")
    empty = made.item(meeting, text="  ")
    elsewhere = made.item(meeting, meeting=999_999)
    answer = send(signed_in(chair), good, damaged, "nonsense", unknown, empty, elsewhere, also_good)
    assert results(answer) == ["stored", *["refused"] * 5, "stored"]
    assert all(each["reason"] for each in answer.json()["receipts"] if each["result"] == "refused")
    assert Capture.objects.count() == 2


def test_half_a_character_is_refused_not_a_crash(meeting, chair, signed_in):
    item = made.item(meeting)
    raw = json.dumps({"version": 1, "items": [item]}).replace("\\u5de5", "\\ud83d", 1)
    answer = signed_in(chair).post("/field/items/", raw, "application/json")
    assert results(answer) == ["refused"]


def test_too_much_and_nonsense_are_turned_away(meeting, chair, signed_in):
    client = signed_in(chair)
    assert send(client, *[made.item(meeting)] * 101).status_code == 413
    assert client.post("/field/items/", "x" * 1_100_000, "application/json").status_code == 413
    for body in ("", "{", "[]", '{"items": []}', '{"version": 9, "items": []}', "[" * 100_000):
        assert client.post("/field/items/", body, "application/json").status_code == 400, body[:20]
    assert Capture.objects.count() == 0


def test_item_of_a_sibling_federation_stays_outside(meeting, stranger, sibling, signed_in):
    assert results(send(signed_in(stranger), made.item(meeting))) == ["refused"]
    assert Capture.objects.count() == 0


def test_same_id_of_somebody_else_is_another_record(meeting, chair, delegate, signed_in):
    item = made.item(meeting)
    assert results(send(signed_in(chair), item)) == ["stored"]
    assert results(send(signed_in(delegate), item)) == ["stored"]
    assert Capture.objects.values_list("author__name", flat=True).distinct().count() == 2


def test_photo_is_verified_kept_prepared_and_confirmed(meeting, free, chair, signed_in, media):
    client, photo = signed_in(chair), made.picture((2000, 1000))
    item = made.item(meeting, station=free.pk, photo=photo)
    receipt = send(client, item).json()["receipts"][0]
    assert (receipt["result"], receipt["photo"]) == ("stored", "awaited")
    assert client.get(f"/field/status/?ids={item['id']}").json()["items"][0]["state"] == "incomplete"
    assert put(client, item, photo).status_code == 201
    assert put(client, item, photo).json()["result"] == "duplicate"
    assert client.get(f"/field/status/?ids={item['id']}").json()["items"][0]["state"] == "confirmed"
    row = Photo.objects.get()
    assert hashlib.sha256((media / row.original).read_bytes()).hexdigest() == item["photo"]["digest"]
    jobs.drain()
    row.refresh_from_db()
    assert (row.state, row.width, row.height) == ("ready", 1600, 800)
    assert made.stored_files() == sorted([row.original, row.shown, row.thumbnail])


def test_photo_with_other_bytes_is_refused_and_nothing_stays(meeting, chair, signed_in):
    client, photo = signed_in(chair), made.picture()
    item = made.item(meeting, photo=photo)
    send(client, item)
    assert put(client, item, photo[:-1] + b"?").status_code == 422
    assert put(client, item, photo[:-9]).status_code == 422
    assert (made.stored_files(), Photo.objects.get().state) == ([], "awaited")


def test_photo_without_its_record_or_of_somebody_else_is_not_found(meeting, chair, delegate, signed_in):
    photo = made.picture()
    item = made.item(meeting, photo=photo)
    assert put(signed_in(chair), item, photo).status_code == 404
    send(signed_in(chair), item)
    assert put(signed_in(delegate), item, photo).status_code == 404
    assert made.stored_files() == []


def test_what_is_no_picture_is_refused_at_the_door(meeting, chair, signed_in):
    client = signed_in(chair)
    zipped = made.picture(secrets=False) + b"PK\x05\x06" + bytes(18)
    for content in (
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + bytes(90),
        b"%PDF-1.7 " * 9,
        zipped,
    ):
        item = made.item(meeting, photo=content)
        send(client, item)
        answer = put(client, item, content)
        assert (answer.status_code, answer.json()["result"]) == (415, "refused")
    assert set(Photo.objects.values_list("state", flat=True)) == {"broken"}
    assert made.stored_files() == []


def test_photo_in_a_forbidden_zone_is_quarantined_whoever_sends_it(meeting, forbidden, ask, chair, signed_in):
    client, photo = signed_in(chair), made.picture()
    send(
        client,
        made.item(meeting, station=forbidden.pk, photo=photo),
        made.item(meeting, station=forbidden.pk),
    )
    send(client, made.item(meeting, station=ask.pk, photo=photo))
    assert list(Capture.objects.values_list("hold", "zone")) == [
        ("quarantined", "forbidden"), ("held", "forbidden"), ("held", "ask"),
    ]  # fmt: skip


def test_deleted_record_answers_gone_and_its_photo_leaves_the_disk(meeting, chair, signed_in):
    client, photo = signed_in(chair), made.picture()
    item = made.item(meeting, photo=photo)
    send(client, item)
    put(client, item, photo)
    jobs.drain()
    assert client.post(f"/capture/{Capture.objects.get().pk}/deletion/").status_code == 302
    jobs.drain()
    assert (results(send(client, item)), made.stored_files()) == (["gone"], [])
    assert put(client, item, photo).status_code == 404
    assert client.get(f"/field/status/?ids={item['id']}").json()["items"][0]["state"] == "gone"
    assert (Capture.objects.get().text, Photo.objects.count()) == ("", 0)


def test_recording_opens_on_the_day_and_ends_with_the_closing(meeting, chair, signed_in):
    client = signed_in(chair)
    expected = {"planned": "refused", "open": "stored", "wrapped_up": "stored", "closed": "refused"}
    for state, result in expected.items():
        meeting.state = state
        meeting.save()
        assert results(send(client, made.item(meeting))) == [result], state


def test_auditor_and_signed_out_cannot_record(meeting, auditor, signed_in, client):
    assert send(signed_in(auditor), made.item(meeting)).status_code == 403
    assert send(client, made.item(meeting)).status_code == 302


def test_status_knows_only_own_records(meeting, chair, delegate, signed_in):
    item = made.item(meeting)
    send(signed_in(chair), item)
    seen = signed_in(delegate).get(f"/field/status/?ids={item['id']},junk").json()["items"]
    assert seen == [{"id": item["id"], "state": "unknown"}]
