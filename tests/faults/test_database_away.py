"""The database is away under load and comes back: row 22 of the fault list.

SQLite: somebody else keeps it locked for longer than the site waits. PostgreSQL: its server falls and is started.
"""

import threading

import pytest

from tests.faults.door import door_of, item
from tests.faults.ground import Ground
from tests.faults.pictures import noisy

PHONES, SECONDS = 3, 180


@pytest.fixture
def own(tmp_path, prepared):
    """A site that nobody else uses."""
    made = Ground(tmp_path / "away", like=prepared).start()
    yield made
    made.stop()


class Recorder(threading.Thread):
    """A phone that records one thing after the other until it is told to end; what it has begun it finishes."""

    def __init__(self, ground, person, broken):
        super().__init__(daemon=True)
        self.door, self.meeting = door_of(ground, person), ground.facts["meeting"]
        self.who = ground.facts["people"][person]["pk"]
        self.kept, self.statuses, self.broken, self.end = {}, set(), broken, threading.Event()
        self.photo = noisy((600, 400))

    def run(self):
        while not self.end.is_set():
            each = item(
                self.meeting, photo=self.photo if len(self.kept) % 3 == 0 else None, text="数据库不在"
            )
            self.kept[each["id"]] = each
            while not self.is_confirmed(each):
                threading.Event().wait(0.02)

    def is_confirmed(self, each):
        try:
            status, answer = self.door.ask("GET", f"/field/status/?ids={each['id']}")
            self.note(status)
            (seen,) = answer.get("items", ()) or ({"state": "unknown"},)
            if seen["state"] == "confirmed":
                return seen["digest"] == each["digest"]
            if seen["state"] == "incomplete":
                self.note(self.door.upload(each["id"], self.photo, seen["offset"]))
            elif status == 200:
                self.note(self.door.hand([each])[0])
        except ConnectionError:
            self.broken.set()
        return False

    def note(self, status):
        self.statuses.add(status)
        if status >= 500:
            self.broken.set()


def until(own, worker, question):
    """Wait for the worker, which lives all the while."""
    while not own.rows(question)[0][0]:
        assert worker.poll() is None
        threading.Event().wait(0.1)


def test_22_database_away_under_load_and_back(own):
    broken = threading.Event()
    phones = [Recorder(own, number, broken) for number in range(PHONES)]
    with own.working() as worker:
        for phone in phones:
            phone.start()
        until(own, worker, "SELECT count(*) > 0 FROM shared_job WHERE state = 'done'")
        with own.kept.away():
            assert broken.wait(40)
        for phone in phones:
            phone.end.set()
            phone.join(60)
        # A job that was under way is taken up again when its lease has run out: that time is over now.
        own.rows("UPDATE shared_job SET leased_until = '2026-01-01 00:00:00+00:00' WHERE state = 'running'")
        until(own, worker, "SELECT count(*) = 0 FROM capture_photo WHERE state <> 'ready'")
    for phone in phones:
        assert phone.statuses <= {200, 201, 202, 500, 503}
        assert sorted(own.records(phone.who)) == sorted(phone.kept)
        assert set(own.photos(phone.who).values()) == {True}
    assert own.stray_files() == []
