"""The body of a request from a phone with a bad line: never waited for longer than a piece is worth.

The server has few threads, and each reads bodies itself. So only one line at a time may be waited for with
patience; another whose bytes do not come is let go after a moment, with what came until then, which is as good
as a whole piece. Each that was let go makes that moment shorter, each whole body makes it long again: fifty
phones that have stopped in the middle of a photo cost the others a second or two, not minutes.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from socket import SHUT_RD
from threading import BoundedSemaphore
from time import monotonic

from django.http import HttpRequest

LEAST, MOST = 256, 16 * 1024
PATIENCE, STALL = 20.0, 8.0
HASTE, LONGEST_MOMENT, SHORTEST_MOMENT = 2.0, 0.3, 0.02
FAST = 0.05
PATIENT = BoundedSemaphore(1)
_moment = [LONGEST_MOMENT]


class Cut(Exception):
    """The line broke or was too slow; `content` is what came until then, and is as good as a whole piece."""

    def __init__(self, content: bytes) -> None:
        super().__init__(len(content))
        self.content = content


def read_body(request: HttpRequest, length: int) -> bytes:
    """Exactly `length` bytes, or `Cut` with those that came in time."""
    with reading(request, length) as read:
        content = bytearray()
        while piece := read(MOST):
            content += piece
    if len(content) < length:
        raise Cut(bytes(content))
    return bytes(content)


@contextmanager
def reading(request: HttpRequest, length: int) -> Iterator[Callable[[int], bytes]]:
    """A function that reads at most n bytes of a body; nothing at its end, or when no more are waited for."""
    socket = request.META.get("gunicorn.socket")
    before = socket.gettimeout() if socket is not None else None
    is_patient = PATIENT.acquire(blocking=False)
    body = _Body(request, length, PATIENCE if is_patient else HASTE)
    if socket is not None:
        socket.settimeout(STALL if is_patient else _moment[0])
    try:
        yield body.read
    finally:
        if is_patient:
            PATIENT.release()
        if not body.left:
            _moment[0] = LONGEST_MOMENT
        elif body.is_given_up and not is_patient:
            _moment[0] = max(SHORTEST_MOMENT, _moment[0] / 2)
        if socket is not None:
            socket.settimeout(before)
            if body.is_given_up:
                socket.shutdown(SHUT_RD)  # what still drips in is not waited for before the next request


class _Body:
    """Small sips from a slow line, so that none of them takes long; large ones from a fast one."""

    def __init__(self, request: HttpRequest, length: int, seconds: float) -> None:
        self.request = request
        self.left = length
        self.until = monotonic() + seconds
        self.sip = LEAST
        self.is_given_up = False

    def read(self, most: int) -> bytes:
        """The next bytes; none once the line broke, was too slow, or has given everything."""
        if not self.left or self.is_given_up:
            return b""
        began = monotonic()
        try:
            piece: bytes = self.request.read(min(self.sip, most, self.left)) if began < self.until else b""
        except OSError:
            piece = b""
        self.is_given_up = not piece
        self.left -= len(piece)
        self.sip = min(self.sip * 4, MOST) if monotonic() - began < FAST else LEAST
        return piece
