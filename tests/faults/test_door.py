"""Who comes to the door, how often, and with what: rows 27–29, 39 and 40 of the fault list."""

import threading
import zlib

from tests.faults.door import door_of, host_of, item, results
from tests.faults.pictures import noisy


def test_27_six_at_once_with_the_same_ids_and_pieces(ground, person):
    photo, codes = noisy((900, 700)), []
    batch = [item(ground.facts["meeting"], photo=photo), item(ground.facts["meeting"])]

    def work():
        door = door_of(ground, person)
        codes.append(door.hand(batch)[0])
        codes.append(door.upload(batch[0]["id"], photo))

    threads = [threading.Thread(target=work) for _each in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(set(codes)) == [200, 201]
    who = ground.facts["people"][person]["pk"]
    assert sorted(ground.records(who)) == sorted(each["id"] for each in batch)
    assert (ground.photos(who), ground.stray_files()) == ({batch[0]["id"]: True}, [])


def test_28_same_id_with_other_words(ground, door):
    first = item(ground.facts["meeting"], text="原话")
    other = item(ground.facts["meeting"], text="改口", id=first["id"])
    assert [results(door.hand([each])) for each in (first, other)] == [["stored"], ["conflict"]]
    assert list(ground.records(door.person).values()) == [("原话", "held")]


def test_29_id_and_photo_of_somebody_else(ground, door, person):
    photo = noisy((100, 80))
    whole = item(ground.facts["meeting"], photo=photo)
    door.hand([whole])
    other = door_of(ground, person - 1 if person else person + 1)
    assert other.piece(whole["id"], 0, photo)[0] == 404
    assert other.look(whole["id"]) == {whole["id"]: {"id": whole["id"], "state": "unknown"}}
    status, answer = other.hand([], phone=None, person=door.person)
    assert (status, answer["result"]) == (409, "other_person")


def test_39_hostile_input_costs_little_and_leaves_nothing(ground, door, worker):
    meeting = ground.facts["meeting"]
    before = _memory(worker)
    assert door.ask("PUT", "/field/photos/..%2f..%2fetc/?at=0", b"x")[0] == 404
    assert door.hand([item(meeting)] * 10_000)[0] == 413
    assert results(door.hand([item(meeting, id="../../etc/passwd")])) == ["refused"]
    bomb = b"\x89PNG\r\n\x1a\n" + zlib.compress(bytes(30_000_000))
    for content in (
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + bytes(90),
        b"PK\x03\x04" + bytes(90),
    ):
        each = item(meeting, photo=content)
        door.hand([each])
        assert door.upload(each["id"], content) == 415
    each = item(meeting, photo=bomb)
    door.hand([each])
    assert door.upload(each["id"], bomb) == 201
    assert door.piece(each["id"], 0, bytes(2_000_000))[0] == 413
    assert (
        door.hand([item(meeting, photo=bytes(9), kind="photo", text="x" * 4001)])[1]["receipts"][0]["result"]
        == "refused"
    )
    ground.manage("worker", "--once")
    assert door.look(each["id"])[each["id"]]["problem"] != ""
    assert _memory(worker) - before < 40


def _memory(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def test_40_photo_from_a_forbidden_zone_is_for_the_host_only(ground, door, person):
    photo = noisy((100, 80))
    whole = item(ground.facts["meeting"], photo=photo, station=ground.facts["stations"]["forbidden"])
    door.hand([whole])
    assert door.upload(whole["id"], photo) == 201
    ground.manage("worker", "--once")
    (number,) = ground.rows("SELECT id FROM capture_photo WHERE digest = ?", whole["photo"]["digest"])[0]
    other = door_of(ground, person - 1 if person else person + 1)
    host = host_of(ground)
    statuses = [each.ask("GET", f"/capture/photos/{number}/shown/")[0] for each in (door, other, host)]
    assert statuses == [404, 404, 200]
    assert list(ground.records(door.person).values()) == [(whole["text"], "quarantined")]
