"""What happens to the server: rows 14 and 21–25 of the fault list."""

import os
import resource
import shutil
import threading
from random import Random

import pytest

from tests.faults.door import door_of, host_of, item, results
from tests.faults.ground import Ground
from tests.faults.phone import Phone
from tests.faults.pictures import noisy
from tests.faults.proxy import Proxy

KILLS = int(os.environ.get("YIXIAN_KILLS", "4"))
SEED = int(os.environ.get("YIXIAN_SEED", "1"))
HOLD = float(os.environ.get("YIXIAN_HOLD", "2"))


@pytest.fixture(scope="module")
def ground(tmp_path_factory, prepared):
    """A site of this module's own, to be killed and starved."""
    made = Ground(tmp_path_factory.mktemp("hurt"), like=prepared).start()
    yield made
    made.stop()


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
    meeting, stop, items = ground.facts["meeting"], threading.Event(), {}

    def work():
        door = door_of(ground, person)
        while not stop.is_set():
            each = item(meeting, photo=photo if len(items) % 3 == 0 else None, text=f"断电 {len(items)}")
            items[each["id"]] = each
            _until_confirmed(door, each, photo)

    phone = threading.Thread(target=work, daemon=True)
    phone.start()
    for _turn in range(KILLS):
        stop.wait(chance.uniform(0.02, 0.4))
        ground.kill()
        ground.start()
    stop.set()
    phone.join(60)
    who = ground.facts["people"][person]["pk"]
    print(f"{KILLS} kills of the server on {ground.kept.kind}: {len(items)} records, all confirmed")
    assert not phone.is_alive()
    assert ground.records(who) == {key: (each["text"], "held") for key, each in items.items()}
    with_photo = [key for key, each in items.items() if each["photo"]]
    assert ground.photos(who) == dict.fromkeys(with_photo, True)
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

    threads = [threading.Thread(target=work, args=(number,)) for number in (person, person)]
    with ground.kept.locked():
        for thread in threads:
            thread.start()
        threads[0].join(HOLD)
        assert answers == []
    for thread in threads:
        thread.join(30)
    assert [results(answer) for answer in answers] == [["stored"], ["stored"]]
    assert len(ground.records(ground.facts["people"][person]["pk"])) == 2


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
    meeting, chance = ground.facts["meeting"], Random(SEED)
    letters = [chr(number) for number in range(0x4E00, 0x9FA5)]
    before = [item(meeting, text="".join(chance.choices(letters, k=3999))) for _each in range(120)]
    for start in range(0, len(before), 40):
        assert set(results(door.hand(before[start : start + 40]))) == {"stored"}
    late = item(meeting, text="".join(chance.choices(letters, k=3999)))
    with ground.kept.full(worker):
        status, answer = door.hand([late])
        full = (507,) if ground.kept.kind == "postgresql" else (503, 507)  # SQLite hears of an I/O error here
        assert (status in full, "receipts" in answer) == (True, False)
    assert sorted(ground.records(door.person)) == sorted(each["id"] for each in before)
    assert results(door.hand([late])) == ["stored"]
    assert sorted(ground.records(door.person)) == sorted(each["id"] for each in (*before, late))


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
    rows, photos = ground.kept.copied(tmp_path / "rows"), ground.folder / "media"
    photos.mkdir(exist_ok=True)
    shutil.copytree(photos, tmp_path / "media")
    ground.start()
    phone.now().write("昨晚之后").has("confirmed", 1)
    proxy.fault(lambda way, client, _request: client.close(), "GET", "/field/status/")
    phone.page.wait_for_timeout(10)
    ground.stop()
    shutil.rmtree(photos)
    shutil.copytree(tmp_path / "media", photos)
    ground.kept.put_back(rows)
    ground.start()
    assert ground.records(phone.person["pk"]) == {}
    proxy.heal()
    phone.open().has("confirmed", 1).until(lambda: len(ground.records(phone.person["pk"])) == 1)
    assert list(ground.records(phone.person["pk"])) == list(phone.states())
    phone.close()
    proxy.close()
