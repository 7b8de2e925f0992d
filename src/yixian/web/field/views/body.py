"""The body of a request from a phone with a bad line: never waited for longer than a piece is worth."""

from contextlib import suppress
from socket import SHUT_RD
from time import monotonic

from django.http import HttpRequest

LEAST, MOST = 256, 64 * 1024
PATIENCE = 20.0
STALL = 8.0
FAST = 0.05


class Cut(Exception):
    """The line broke or was too slow; `content` is what came until then, and is as good as a whole piece."""

    def __init__(self, content: bytes) -> None:
        super().__init__(len(content))
        self.content = content


def read_body(request: HttpRequest, length: int) -> bytes:
    """Exactly `length` bytes, or `Cut` with those that came in time."""
    socket = request.META.get("gunicorn.socket")
    before = socket.gettimeout() if socket is not None else None
    if socket is not None:
        socket.settimeout(STALL)
    try:
        content = _read(request, length, monotonic() + PATIENCE)
    finally:
        if socket is not None:
            socket.settimeout(before)
    if len(content) < length:
        if socket is not None:
            socket.shutdown(SHUT_RD)  # what still drips in is not waited for before the next request
        raise Cut(content)
    return content


def _read(request: HttpRequest, length: int, until: float) -> bytes:
    """Small sips from a slow line, so that none of them takes long; large ones from a fast one."""
    content, sip = bytearray(), LEAST
    with suppress(OSError):
        while len(content) < length and (began := monotonic()) < until:
            piece = request.read(min(sip, length - len(content)))
            if not piece:
                break
            content += piece
            sip = min(sip * 4, MOST) if monotonic() - began < FAST else LEAST
    return bytes(content)
