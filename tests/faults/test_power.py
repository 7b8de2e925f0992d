"""The server's power is cut: row 44 of the fault list.

    YIXIAN_CUTS=10000 YIXIAN_FAULT_SECONDS=3600 python -m pytest tests/faults/test_power.py

One real server is written down call by call while phones hand in; the power is then cut at random moments of that
log (`power.py`). Whatever had been answered before the cut must be there: the row of each receipt, the whole photo
of each upload, and a database without a fault. Some of the disks go back into service and end exact.
"""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import threading
from contextlib import closing
from random import Random

import pytest

from tests.faults.door import Door, item
from tests.faults.ground import Ground
from tests.faults.pictures import noisy
from tests.faults.power import Disk, calls, recorded
from tests.faults.test_server import _until_confirmed

CUTS = int(os.environ.get("YIXIAN_CUTS", "60"))
SEED = int(os.environ.get("YIXIAN_SEED", "1"))
PHONES, ITEMS = 3, 8
ANSWER = re.compile(rb'\{[^{}]*"id": "[0-9a-f-]{36}"[^{}]*\}')


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """What was handed in, the disk as it was before, and the log of everything since. SQLite only."""
    folder = tmp_path_factory.mktemp("power")
    (folder / "before").mkdir()
    before = Ground(folder / "before", people=PHONES)
    ground = Ground(folder / "site", like=before).start(*recorded(folder / "log"))
    photo, items = noisy((240, 160)), {}

    def work(number):
        who = ground.facts["people"][number]
        door = Door(ground.port, who["session"], who["pk"])
        for turn in range(ITEMS):
            each = item(
                ground.facts["meeting"], photo=photo if turn % 2 else None, text=f"停电 {number} {turn}"
            )
            items[each["id"]] = (number, each)
            _until_confirmed(door, each, photo)
        door.hang_up()

    phones = [threading.Thread(target=work, args=(number,)) for number in range(PHONES)]
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join(60)
    ground.stop()
    return before, ground, folder / "log", items, photo


class Promised:
    """What was answered so far: ids whose row, and ids whose photo, must never be missing again."""

    def __init__(self):
        self.rows, self.photos = set(), set()

    def hear(self, content):
        for found in ANSWER.findall(content):
            answer = json.loads(found)
            if answer.get("result") == "stored" or answer.get("state") in ("confirmed", "incomplete"):
                self.rows.add(answer["id"])
            if answer.get("photo") == "complete" or (
                answer.get("result") == "stored" and answer.get("offset")
            ):
                self.photos.add(answer["id"])


def cuts(written, number, chance, folder, deaf=False):
    """So many cuts in a log: each time the folder with what is found, and what had been promised."""
    before, ground, log, _items, _photo = written
    everything = list(calls(log))
    moments = sorted(chance.choices(range(len(everything)), k=number))
    disk, promised = Disk(ground.folder, before.folder, deaf), Promised()
    for now, call in enumerate(everything):
        while moments and moments[0] == now:
            moments.pop(0)
            place = folder / f"{len(moments)}"
            disk.cut(place, chance)
            yield place, promised
        if call.name == "sendto":
            promised.hear(call.content)
        disk.see(call)


def missing(folder, promised, items):
    """What was promised and is not there, or not whole."""
    with closing(sqlite3.connect(folder / "yixian.sqlite3")) as db:
        if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return ["the database is broken"]
        rows = {
            _dashed(key): digest
            for key, digest in db.execute("SELECT client_id, digest FROM capture_capture")
        }
        names = dict(
            db.execute(
                "SELECT c.client_id, p.original FROM capture_photo p JOIN capture_capture c ON c.id = p.capture_id"
            )
        )
    lost = [each for each in promised.rows if rows.get(each) != items[each][1]["digest"]]
    for each in promised.photos:
        path = folder / "media" / (names.get(each.replace("-", "")) or "none")
        whole = (
            path.is_file()
            and hashlib.sha256(path.read_bytes()).hexdigest() == items[each][1]["photo"]["digest"]
        )
        lost += [] if whole else [f"photo of {each}"]
    return lost


def _dashed(key):
    return "-".join((key[:8], key[8:12], key[12:16], key[16:20], key[20:]))


def test_44_nothing_that_was_answered_is_gone_after_a_power_cut(written, tmp_path):
    lost, promises = {}, 0
    for folder, promised in cuts(written, CUTS, Random(SEED), tmp_path):
        promises += len(promised.rows) + len(promised.photos)
        if found := missing(folder, promised, written[3]):
            lost[folder.name] = found
    assert lost == {}
    assert promises > CUTS


def test_44_a_disk_that_does_not_do_what_it_is_told_is_found_out(written, tmp_path):
    lost = [
        missing(folder, promised, written[3])
        for folder, promised in cuts(written, 20, Random(SEED), tmp_path, deaf=True)
    ]
    assert any(lost)


def test_44_after_a_power_cut_the_phones_go_on_and_the_end_is_exact(written, tmp_path):
    before, _ground, _log, items, photo = written
    for folder, _promised in cuts(written, 3, Random(SEED + 1), tmp_path):
        site = Ground(tmp_path / f"again-{folder.name}", like=before)
        shutil.rmtree(site.folder)
        shutil.copytree(folder, site.folder)
        site.start()
        try:
            for number, each in items.values():
                who = site.facts["people"][number]
                door = Door(site.port, who["session"], who["pk"])
                _until_confirmed(door, each, photo)
                door.hang_up()
            people = [site.facts["people"][number]["pk"] for number in range(PHONES)]
            assert sorted(key for who in people for key in site.records(who)) == sorted(items)
            assert {whole for who in people for whole in site.photos(who).values()} == {True}
        finally:
            site.stop()
