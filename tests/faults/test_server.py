"""What happens to the server: rows 14, 21–25, 27–29, 39 and 40 of the fault list."""

import os
import resource
import shutil
import sqlite3
import threading
import zlib
from contextlib import closing
from random import Random

import pytest

from tests.faults.door import Door, item
from tests.faults.ground import Ground
from tests.faults.phone import Phone
from tests.faults.pictures import noisy
from tests.faults.proxy import Proxy

KILLS = int(os.environ.get("YIXIAN_KILLS", "4"))
SEED = int(os.environ.get("YIXIAN_SEED", "1"))
LINES = []
HOLD = float(os.environ.get("YIXIAN_HOLD", "2"))


@pytest.fixture(scope="module")
def ground(tmp_path_factory, prepared):
    """A site of this module's own, to be killed and starved."""
    made = Ground(tmp_path_factory.mktemp("hurt"), like=prepared).start()
    yield made
    made.stop()


@pytest.fixture
def door(ground, person):
    """That person's phone without a screen."""
    return door_of(ground, person)


def door_of(ground, person):
    who = ground.facts["people"][person]
    made = Door(ground.port, who["session"], who["pk"])
    LINES.append(made)
    return made


def host_of(ground):
    """The host's coordinator."""
    made = Door(ground.port, ground.facts["coordinator"], 0)
    LINES.append(made)
    return made


@pytest.fixture(autouse=True)
def lines_end():
    """No line stays open after a test."""
    yield
    while LINES:
        LINES.pop().hang_up()


def results(answer):
    return [receipt["result"] for receipt in answer[1]["receipts"]]


def test_14_duplicate_long_after_deletion_and_release(ground, door):
    meeting = ground.facts["meeting"]
    photo = noisy((200, 150))
    kept, deleted = item(meeting, photo=photo), item(meeting)
    assert results(door.hand([kept, deleted])) == ["stored", "stored"]
    assert door.upload(kept["id"], photo) == 201
    numbers = {each["id"]: each["number"] for each in door.look(kept["id"], deleted["id"]).values()}
    door.ask("POST", f"/capture/{numbers[deleted['id']]}/deletion/")
    host = host_of(ground)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    host.ask("POST", f"/capture/{numbers[kept['id']]}/decision/", b"verb=release", **form)
    assert results(door.hand([kept, deleted])) == ["duplicate", "gone"]
    assert door.piece(kept["id"], 0, photo)[1]["result"] == "duplicate"
    assert ground.records(door.person) == {kept["id"]: (kept["text"], "released")}


def test_21_server_killed_at_random_points_of_writing(ground, person):
    chance, photo = Random(SEED), noisy((900, 700))
    meeting, done = ground.facts["meeting"], threading.Event()
    items = [item(meeting, photo=photo if n % 3 == 0 else None, text=f"断电 {n}") for n in range(6 * KILLS)]

    def work():
        door = door_of(ground, person)
        for each in items:
            _until_confirmed(door, each, photo)
        done.set()

    phone = threading.Thread(target=work, daemon=True)
    phone.start()
    for _turn in range(KILLS):
        if not done.wait(chance.uniform(0.02, 0.4)):
            ground.kill()
            ground.start()
    assert done.wait(60)
    who = ground.facts["people"][person]["pk"]
    assert sorted(ground.records(who)) == sorted(each["id"] for each in items)
    assert set(ground.photos(who).values()) == {True}
    assert ground.stray_files() == []


def _until_confirmed(door, each, photo):
    """What a phone does: again and again, and only a later look counts."""
    while True:
        try:
            seen = door.look(each["id"]).get(each["id"], {})
            if seen.get("state") == "confirmed":
                assert seen["digest"] == each["digest"]
                return
            if seen.get("state") == "incomplete":
                door.upload(each["id"], photo, seen["offset"])
            else:
                door.hand([each])
        except ConnectionError:
            threading.Event().wait(0.05)


def test_22_database_locked_by_somebody_else(ground, person):
    meeting, answers = ground.facts["meeting"], []

    def work(number):
        answers.append(door_of(ground, number).hand([item(meeting, text="锁")]))

    with closing(sqlite3.connect(ground.folder / "yixian.sqlite3", isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        threads = [threading.Thread(target=work, args=(number,)) for number in (person, person)]
        for thread in threads:
            thread.start()
        threads[0].join(HOLD)
        assert answers == []
        db.execute("ROLLBACK")
    for thread in threads:
        thread.join(30)
    assert [results(answer) for answer in answers] == [["stored"], ["stored"]]
    assert len(ground.records(ground.facts["people"][person]["pk"])) == 2


@pytest.fixture
def worker(ground):
    """The process that writes; its limit is lifted in the end."""
    with open(f"/proc/{ground.process.pid}/task/{ground.process.pid}/children") as children:
        pid = int(children.read().split()[0])
    yield pid
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def limit(pid, octets):
    """Files may not grow past this: what a full disk does to whoever writes."""
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (octets, resource.RLIM_INFINITY))


def test_23_server_disk_full_for_photos(ground, door, worker):
    photo = noisy((2600, 2000))
    whole = item(ground.facts["meeting"], photo=photo)
    assert results(door.hand([whole])) == ["stored"]
    limit(worker, 4_000_000)
    assert (len(photo) > 4_000_000, door.upload(whole["id"], photo)) == (True, 507)
    seen = door.look(whole["id"])[whole["id"]]
    assert (seen["state"], seen["offset"] <= 4_000_000) == ("incomplete", True)
    limit(worker, resource.RLIM_INFINITY)
    assert door.upload(whole["id"], photo, seen["offset"]) == 201
    assert ground.photos(door.person) == {whole["id"]: True}


def test_23_server_disk_full_for_the_database(ground, door, worker):
    words = item(ground.facts["meeting"], text="数据库满" * 900)
    limit(worker, 4096)
    status, answer = door.hand([words])
    assert (status in (503, 507), "receipts" in answer) == (True, False)
    limit(worker, resource.RLIM_INFINITY)
    assert ground.records(door.person) == {}
    assert results(door.hand([words])) == ["stored"]
    assert list(ground.records(door.person)) == [words["id"]]


def test_24_photo_file_lost_after_commit(ground, door):
    photo = noisy((300, 200))
    whole = item(ground.facts["meeting"], photo=photo)
    door.hand([whole])
    assert door.upload(whole["id"], photo) == 201
    name = ground.rows("SELECT original FROM capture_photo WHERE digest = ?", whole["photo"]["digest"])[0][0]
    (ground.folder / "media" / name).write_bytes(b"something else")
    assert ground.manage("check_photos").strip().endswith(", 1 lost")
    assert door.look(whole["id"])[whole["id"]]["state"] == "incomplete"
    assert door.upload(whole["id"], photo) == 201
    assert ground.photos(door.person) == {whole["id"]: True}


def test_25_server_set_back_to_yesterday(ground, browser, person, tmp_path):
    proxy = Proxy(ground.port)
    phone = Phone.of(browser, ground, proxy, person).open()
    ground.stop()
    shutil.copytree(ground.folder, tmp_path / "yesterday")
    ground.start()
    phone.now().write("昨晚之后").has("confirmed", 1)
    proxy.fault(lambda way, client, _request: client.close(), "GET", "/field/status/")
    phone.page.wait_for_timeout(10)
    ground.stop()
    shutil.rmtree(ground.folder / "media", ignore_errors=True)
    for name in ("yixian.sqlite3", "yixian.sqlite3-wal", "yixian.sqlite3-shm", "media"):
        (ground.folder / name).unlink(missing_ok=True)
        source = tmp_path / "yesterday" / name
        if source.is_dir():
            shutil.copytree(source, ground.folder / name)
        elif source.exists():
            shutil.copy2(source, ground.folder / name)
    ground.start()
    assert ground.records(phone.person["pk"]) == {}
    proxy.heal()
    phone.open().has("confirmed", 1).until(lambda: len(ground.records(phone.person["pk"])) == 1)
    assert list(ground.records(phone.person["pk"])) == list(phone.states())
    phone.close()
    proxy.close()


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
