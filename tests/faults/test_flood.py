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


def opened(ground, content):
    """A line on which this was sent and nothing more comes."""
    line = socket.create_connection(("127.0.0.1", ground.port), timeout=60)
    line.sendall(content)
    return line


def halves(ground, door):
    """Half a header, nothing at all, half a form and only its header: none of them may keep a thread."""
    cookies = "".join(f"{name}: {value}\r\n" for name, value in door._headers.items())
    form = f"POST /accounts/signin/ HTTP/1.1\r\nHost: 127.0.0.1:{ground.port}\r\n{cookies}"
    kind = "Content-Type: application/x-www-form-urlencoded\r\n"
    return [
        form,
        "",
        f"{form}{kind}Content-Length: 900\r\n\r\nlogin=",
        f"{form}{kind}Content-Length: 900\r\n\r\n",
    ]


def test_20_half_sent_forms_and_headers_take_no_thread(ground, door):
    seconds = []
    with contextlib.ExitStack() as lines:
        held = [
            lines.enter_context(opened(ground, half.encode()))
            for _each in range(PHONES)
            for half in halves(ground, door)
        ]
        for number in range(20):
            note, began = item(ground.facts["meeting"], text=f"照常记录 {number}"), perf_counter()
            assert results(door.hand([note])) == ["stored"]
            seconds.append(perf_counter() - began)
        assert max(seconds) < MOST_SECONDS, sorted(seconds)[-5:]
        last = held[2]
        last.sendall(b"x" * 894)
        assert last.recv(20).startswith(b"HTTP/1.1 ")


def test_20_whoever_stops_is_let_go_and_told(ground, door):
    form = halves(ground, door)[2].encode()
    with opened(ground, form) as line, opened(ground, form[:40]) as head:
        answers = [each.recv(1000).partition(b"\r\n")[0] for each in (line, head)]
        assert (answers, line.recv(1)) == ([b"HTTP/1.1 408 Request Timeout"] * 2, b"")


def test_20_a_form_in_drips_and_two_in_one_go_arrive_whole(ground, door):
    path, form = "/accounts/language/", b"language=en&next=/"
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{ground.port}\r\nContent-Length: {len(form)}\r\n"
    kind = "Content-Type: application/x-www-form-urlencoded\r\nConnection: keep-alive\r\n"
    cookies = "".join(f"{name}: {value}\r\n" for name, value in door._headers.items())
    whole = f"{head}{kind}{cookies}\r\n".encode() + form
    with opened(ground, b"") as line:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for number in range(len(whole)):
            line.sendall(whole[number : number + 1])
        first = line.recv(4000)
        line.sendall(whole + whole)
        answers = first
        while answers.count(b"HTTP/1.1 ") < 3:
            answers += line.recv(4000)
        assert answers.count(first.partition(b"\r\n")[0]) == 3


def test_20_what_is_too_much_is_refused_before_it_comes(ground):
    form = f"POST /accounts/signin/ HTTP/1.1\r\nHost: 127.0.0.1:{ground.port}\r\n"
    answers = {}
    for more in (
        "Content-Length: 99999999\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n", "X: y\r\n" * 6000,
        "Expect: 100-continue\r\nContent-Length: 9\r\n\r\n",
    ):  # fmt: skip
        with opened(ground, (form + more).encode()) as line:
            answers[more[:8]] = line.recv(1000).partition(b"\r\n")[0].decode()
    assert list(answers.values()) == [
        "HTTP/1.1 413 Content Too Large", "HTTP/1.1 411 Length Required",
        "HTTP/1.1 431 Request Header Fields Too Large", "HTTP/1.1 100 Continue",
    ]  # fmt: skip
