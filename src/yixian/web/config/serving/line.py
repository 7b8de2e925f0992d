"""A connection, and what has come of its next request, kept in memory or, when it is much, in a nameless file."""

import re
import socket
import struct
from collections.abc import Callable
from tempfile import SpooledTemporaryFile
from time import monotonic
from typing import Any

from gunicorn.http.unreader import SocketUnreader
from gunicorn.workers.gthread import TConn

# What the site itself waits for, and keeps as far as it came: its header is enough to hand it on.
OWN_PATIENCE = (b"PUT /field/photos/", b"POST /field/items/")
HEAD_END = b"\r\n\r\n"
LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,12})[ \t]*\r\n", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
EXPECTS = re.compile(rb"\r\nexpect:[ \t]*100-continue", re.IGNORECASE)

PIECE, IN_MEMORY = 64 * 1024, 64 * 1024
MOST_HEAD, MOST_BODY = 32 * 1024, 32 * 1024 * 1024
# Seconds: without a further byte; for a header; for all of a request; a read or write that a thread waits for.
STALL, HEAD_TIME, ALL_TIME, IN_THREAD = 20.0, 20.0, 600.0, 20


class Refused(Exception):
    """This request is not waited for any longer; the text is the status."""


class Handed(SocketUnreader):
    """What the parser reads from: first what was gathered, then the line itself."""

    def __init__(self, line: socket.socket) -> None:
        super().__init__(line)
        self.gathered: Any = None
        self.left = 0

    def hand(self, gathered: Any, size: int) -> None:
        """From now on this comes first."""
        gathered.seek(0)
        self.gathered, self.left = gathered, size

    def chunk(self, size_hint: int | None = None) -> bytes:
        """The next bytes; the last piece is never so small that it holds only what belongs to a next request."""
        if not self.left:
            return bytes(super().chunk(size_hint))
        piece: bytes = self.gathered.read(self.left if self.left < 2 * PIECE else PIECE)
        self.left -= len(piece)
        if not self.left:
            self.gathered.close()
        return piece


class Line(TConn):
    """A connection, and what has come of its next request."""

    def __init__(
        self, cfg: Any, sock: socket.socket, client: Any, server: Any, linger: Callable[[socket.socket], None]
    ) -> None:
        super().__init__(cfg, sock, client, server)
        self.linger = linger
        self.gathered: Any = None
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            sock.setsockopt(socket.SOL_SOCKET, option, struct.pack("@ll", IN_THREAD, 0))

    def begin(self) -> None:
        """A request is awaited; of one that came right behind the last, something is there already."""
        if not self.initialized:
            self.init()
            self.parser.unreader = Handed(self.sock)
        self.sock.setblocking(False)
        self.head: bytes | None = b""
        self.needed, self.size = 0, 0
        self.gathered = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # closed when it has been read
        self.began = self.heard = monotonic()
        self._take(self.parser.unreader.take_buffered())

    def receive(self) -> bool:
        """Take what has come; whether a thread has enough to work on."""
        if self.is_whole():
            return True
        try:
            content = self.sock.recv(PIECE if self.head is not None else min(PIECE, self.needed - self.size))
        except BlockingIOError:
            return False
        if not content:
            raise ConnectionResetError
        self.heard = monotonic()
        self._take(content)
        return self.is_whole()

    def is_whole(self) -> bool:
        """Whether the header, and all of the body that is waited for, has come."""
        return self.head is None and self.size >= self.needed

    def _take(self, content: bytes) -> None:
        self.gathered.write(content)
        self.size += len(content)
        if self.head is None:
            return
        before = max(0, len(self.head) - len(HEAD_END))
        self.head += content
        end = self.head.find(HEAD_END, before)
        if end >= 0:
            head, self.head = self.head[: end + 2], None
            self.needed = end + len(HEAD_END) + self._length(head)
        elif len(self.head) > MOST_HEAD:
            raise Refused("431 Request Header Fields Too Large")

    def _length(self, head: bytes) -> int:
        """How many bytes of body are waited for."""
        if CHUNKED.search(head):
            raise Refused("411 Length Required")
        found = LENGTH.search(head)
        length = int(found[1]) if found else 0
        if not length or head.startswith(OWN_PATIENCE):
            return 0
        if length > MOST_BODY:
            raise Refused("413 Content Too Large")
        if EXPECTS.search(head):
            self.sock.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        return length

    def hand_on(self) -> None:
        """The parser reads from what was gathered."""
        self.parser.unreader.hand(self.gathered, self.size)

    def is_late(self, now: float) -> bool:
        """Whether this has taken too long."""
        limit = HEAD_TIME if self.head is not None else ALL_TIME
        return now - self.heard > STALL or now - self.began > limit

    def close(self, graceful: bool = False) -> None:
        """After an answer the other end is left a moment to read it; the loop does not stand still for that."""
        if graceful:
            self.linger(self.sock)
        else:
            super().close()
