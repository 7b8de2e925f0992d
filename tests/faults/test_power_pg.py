"""The server's power is cut, on PostgreSQL: row 44 of the fault list (see `test_power.py`)."""

import hashlib
import os
import shutil
import threading
from random import Random

import pytest

from tests.faults.door import Door, item
from tests.faults.pictures import noisy
from tests.faults.power import calls
from tests.faults.power_pg import Found, PostgresDisk, hand_over, site_on_postgres, start_recorded
from tests.faults.test_power import Promised
from tests.faults.test_server import _until_confirmed

SECONDS = 600
CUTS = max(4, int(os.environ.get("YIXIAN_CUTS", "60")) // 10)
SEED = int(os.environ.get("YIXIAN_SEED", "1"))
PHONES, ITEMS = 3, 6
ROWS = """SELECT c.client_id, c.digest, p.original, p.digest FROM capture_capture c
          LEFT JOIN capture_photo p ON p.capture_id = c.id"""


@pytest.fixture(scope="module")
def written():
    """What was handed in, the disk as it was before, and the log of everything since."""
    with site_on_postgres(PHONES) as (folder, before, ground):
        start_recorded(ground, folder / "log")
        photo, items = noisy((240, 160)), {}

        def work(number):
            who = ground.facts["people"][number]
            door = Door(ground.port, who["session"], who["pk"])
            for turn in range(ITEMS):
                each = item(ground.facts["meeting"], photo=photo if turn % 2 else None, text=f"停电 {turn}")
                items[each["id"]] = each
                _until_confirmed(door, each, photo)
                if number == 0:
                    ground.kept.cluster.execute("SELECT pg_switch_wal()")  # the next part of the log is begun
                if number == 0 and turn == ITEMS // 2:
                    ground.kept.cluster.execute("CHECKPOINT")
            door.hang_up()

        phones = [threading.Thread(target=work, args=(number,)) for number in range(PHONES)]
        for phone in phones:
            phone.start()
        for phone in phones:
            phone.join(120)
        ground.kept.cluster.stop("immediate")
        ground.stop()
        yield folder, before, ground, list(calls(folder / "log")), items


def cuts(written, number, chance, deaf=False):
    """So many cuts: each time the folder with what is found, and what had been promised."""
    folder, before, ground, everything, _items = written
    moments = sorted(chance.choices(range(len(everything)), k=number))
    disk, promised = PostgresDisk(ground.folder, before, deaf), Promised()
    for now, call in enumerate(everything):
        while moments and moments[0] == now:
            moments.pop(0)
            place = folder / f"found-{len(moments)}-{deaf}"
            disk.cut(place, chance)
            yield place, promised
            shutil.rmtree(place)
        if call.name == "sendto":
            promised.hear(call.content)
        disk.see(call)


def missing(place, name, promised, items):
    """What was promised and is not there, or not whole, once PostgreSQL has put itself right."""
    hand_over(place / "pg")
    found = Found(place / "pg")
    try:
        found.start()
    except RuntimeError:
        return ["the database does not start"]
    try:
        rows = {str(row[0]): row[1:] for row in found.execute(ROWS, name)}
    finally:
        found.stop("immediate")
    lost = [each for each in promised.rows if rows.get(each, [""])[0] != items[each]["digest"]]
    for each in promised.photos:
        path = place / "media" / (rows.get(each, ["", ""])[1] or "none")
        is_whole = (
            path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == items[each]["photo"]["digest"]
        )
        lost += [] if is_whole else [f"photo of {each}"]
    return lost


def test_44_nothing_that_was_answered_is_gone_after_a_power_cut(written):
    lost, promises, name = {}, 0, written[2].kept.name
    for place, promised in cuts(written, CUTS, Random(SEED)):
        promises += len(promised.rows) + len(promised.photos)
        if found := missing(place, name, promised, written[4]):
            lost[place.name] = found
    assert lost == {}
    assert promises > CUTS


def test_44_a_disk_that_does_not_do_what_it_is_told_is_found_out(written):
    name = written[2].kept.name
    assert any(
        missing(place, name, promised, written[4])
        for place, promised in cuts(written, 4, Random(SEED), deaf=True)
    )
