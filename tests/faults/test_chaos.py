"""Everything at once, by a seed: people record and delete, the host decides, lines break, the server dies.

    YIXIAN_SEEDS=4,5,6 YIXIAN_CHAOS_STEPS=60 YIXIAN_FAULT_SECONDS=900 python -m pytest tests/faults/test_chaos.py

However it went, the end is exact. Once everything is healed, every record that was not deleted is on the server
once, with its words and its photo whole; what the host was told is decided is decided so; nothing else was let
go; no file belongs to nobody.
"""

import os
import threading
from random import Random

import pytest

from tests.faults import proxy as line
from tests.faults.door import Door, item
from tests.faults.ground import Ground
from tests.faults.pictures import noisy
from tests.faults.proxy import Proxy

SEEDS = [int(each) for each in os.environ.get("YIXIAN_SEEDS", "1,2,3").split(",")]
STEPS = int(os.environ.get("YIXIAN_CHAOS_STEPS", "8"))
PHONES, BROKEN = 3, (ConnectionError, ValueError, KeyError)
VERBS = {"release": "released", "withhold": "withheld"}
HURTS = [
    line.cut(0.3), line.cut(0.9), line.no_reply, line.twice, line.truncate, line.refuse, line.captive,
    line.to_sign_in, line.invalid, line.slow(30_000), line.answering(503, b"busy"), line.stalled(0.5),
]  # fmt: skip


class Recorder(threading.Thread):
    """One person's phone: records one thing after the other until a later look confirms it; deletes some."""

    def __init__(self, ground: Ground, proxy: Proxy, person: int, seed: int) -> None:
        super().__init__()
        self.chance, self.meeting = Random(seed * 100 + person), ground.facts["meeting"]
        who = ground.facts["people"][person]
        self.person = who["pk"]
        self.door = Door(proxy.port, who["session"], who["pk"])
        self.kept: dict[str, dict] = {}
        self.numbers: dict[str, int] = {}
        self.gone: set[str] = set()
        self.perhaps: set[str] = set()

    def run(self) -> None:
        """Several records, some with a photo, some handed in together."""
        for step in range(STEPS):
            photo = noisy((self.chance.randint(80, 700), 300)) if self.chance.random() < 0.5 else None
            each = item(self.meeting, photo=photo, text=f"{self.person} 号的第 {step} 条")
            self.kept[each["id"]] = each
            self.confirm(each, photo)
            if self.chance.random() < 0.2:
                self.delete(each["id"])
        self.door.hang_up()

    def confirm(self, each: dict, photo: bytes | None) -> None:
        """Again and again, and only a later look counts."""
        while True:
            try:
                seen = self.door.look(each["id"]).get(each["id"], {})
                if seen.get("state") == "confirmed":
                    assert seen["digest"] == each["digest"]
                    self.numbers[each["id"]] = seen["number"]
                    return
                if seen.get("state") == "incomplete" and photo is not None:
                    self.door.upload(each["id"], photo, min(seen["offset"], len(photo) - 1))
                else:
                    self.door.hand([each])
            except BROKEN:
                threading.Event().wait(0.05)

    def delete(self, client_id: str) -> None:
        """Take one back; an answer that is lost leaves it open whether it was."""
        self.perhaps.add(client_id)
        try:
            status, _answer = self.door.ask("POST", f"/capture/{self.numbers[client_id]}/deletion/")
            if status == 302 and self.door.look(client_id)[client_id]["state"] == "gone":
                self.gone.add(client_id)
        except BROKEN:
            return


class Host(threading.Thread):
    """The host's coordinator, on a line that only the server's end breaks, decides what has been confirmed."""

    def __init__(self, ground: Ground, recorders: list[Recorder], seed: int) -> None:
        super().__init__()
        self.chance, self.recorders, self.done = Random(seed * 7), recorders, threading.Event()
        self.door = Door(ground.port, ground.facts["coordinator"], 0)
        self.tried: dict[int, set[str]] = {}

    def run(self) -> None:
        """One decision after the other; each record is decided once at most."""
        while not self.done.wait(0.1):
            known = [number for each in self.recorders for number in list(each.numbers.values())]
            fresh = [number for number in known if number not in self.tried]
            if fresh:
                self.decide(self.chance.choice(fresh), self.chance.choice(sorted(VERBS)))
        self.door.hang_up()

    def decide(self, number: int, verb: str) -> None:
        """Without an answer both the decision and none are possible."""
        self.tried[number] = {VERBS[verb], "held"}
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        try:
            status, _answer = self.door.ask(
                "POST", f"/capture/{number}/decision/", f"verb={verb}".encode(), **kind
            )
        except BROKEN:
            return
        if status == 302:
            self.tried[number] = {VERBS[verb]}


def hurt(ground: Ground, proxy: Proxy, chance: Random) -> None:
    """One fault more."""
    what = chance.random()
    if what < 0.15:
        ground.kill()
        ground.start()
    elif what < 0.25:
        ground.manage("worker", "--once")
    else:
        proxy.fault(
            chance.choice(HURTS), chance.choice(("POST", "PUT", "GET")), "/", times=chance.randint(1, 3)
        )


@pytest.mark.parametrize("seed", SEEDS)
def test_chaos_ends_exact(tmp_path, prepared, seed):
    ground = Ground(tmp_path / "chaos", like=prepared).start()
    proxy, chance = Proxy(ground.port), Random(seed)
    recorders = [Recorder(ground, proxy, person, seed) for person in range(PHONES)]
    host = Host(ground, recorders, seed)
    for thread in (*recorders, host):
        thread.start()
    while any(recorder.is_alive() for recorder in recorders):
        hurt(ground, proxy, chance)
        host.done.wait(chance.uniform(0.05, 0.4))
        proxy.heal()
    host.done.set()
    host.join(60)
    ground.manage("worker", "--once")
    try:
        for recorder in recorders:
            look(ground, recorder, host)
        assert ground.stray_files() == []
    finally:
        proxy.close()
        ground.stop()


def look(ground: Ground, recorder: Recorder, host: Host) -> None:
    """The oracle, for one person."""
    assert len(recorder.numbers) == STEPS
    records = ground.records(recorder.person)
    certain = set(recorder.kept) - recorder.perhaps
    assert certain <= set(records) <= set(recorder.kept) - recorder.gone
    for client_id, (words, hold) in records.items():
        assert words == recorder.kept[client_id]["text"]
        assert hold in host.tried.get(recorder.numbers[client_id], {"held"})
    photos = ground.photos(recorder.person)
    with_photo = {each for each in records if recorder.kept[each]["photo"]}
    assert photos == dict.fromkeys(with_photo, True)
