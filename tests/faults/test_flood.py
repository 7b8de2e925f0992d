"""Row 20 of the fault list: fifty phones that fell silent in the middle of a photo, and everybody else."""

import contextlib
import socket
import threading
from statistics import quantiles
from time import perf_counter

from tests.faults.door import door_of, item, results
from tests.faults.pictures import noisy

PHONES, HALF = 50, 3000
MOST_SECONDS = 1.0


def silent(ground, door, client_id, content):
    """A line on which half a piece was sent and nothing more comes."""
    head = (
        f"PUT /field/photos/{client_id}/?at=0 HTTP/1.1\r\nHost: 127.0.0.1:{ground.port}\r\n"
        "Content-Type: application/octet-stream\r\n"
        + "".join(f"{name}: {value}\r\n" for name, value in door._headers.items())
        + f"Content-Length: {len(content)}\r\n\r\n"
    )
    line = socket.create_connection(("127.0.0.1", ground.port), timeout=60)
    line.sendall(head.encode() + content[:HALF])
    return line


def test_20_fifty_half_sent_pieces_do_not_keep_the_others_waiting(ground, door, person):
    photo = noisy((300, 200))
    held = [item(ground.facts["meeting"], photo=photo, text=f"停在半路 {number}") for number in range(PHONES)]
    door.hand(held)
    other, seconds, stop = door_of(ground, person), [], threading.Event()

    def others():
        """Somebody records and looks all the while."""
        while not stop.is_set():
            note, began = item(ground.facts["meeting"], text="照常记录"), perf_counter()
            assert results(other.hand([note])) == ["stored"]
            assert other.look(note["id"])[note["id"]]["state"] == "confirmed"
            seconds.append(perf_counter() - began)

    working = threading.Thread(target=others)
    working.start()
    with contextlib.ExitStack() as lines:
        silences = [lines.enter_context(silent(ground, door, each["id"], photo)) for each in held]
        for line in silences:
            assert line.recv(1000).startswith(b"HTTP/1.1 202"), (
                "what came is kept, and the phone goes on from there"
            )
        stop.set()
        working.join(60)
    assert len(seconds) > 20
    assert quantiles(seconds, n=20)[-1] < MOST_SECONDS, sorted(seconds)[-5:]
    offsets = {each["offset"] for each in door.look(*(one["id"] for one in held)).values()}
    assert min(offsets) > 0
    for each in held:
        assert door.upload(each["id"], photo) == 201
    assert ground.photos(door.person) == {each["id"]: True for each in held}
    assert ground.stray_files() == []
