"""The loop that watches all lines and gathers requests, before a thread has to do with them."""

import errno
import signal
import socket
from collections.abc import Callable
from functools import partial
from selectors import EVENT_READ
from time import monotonic
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

from yixian.web.config.serving import heap
from yixian.web.config.serving.line import PIECE, Line, Refused

MOST_OF_ALL = 512 * 1024 * 1024
LINGER, MOST_LINGERING = 2.0, 100
LOOK_EVERY = 0.5


class Worker(ThreadWorker):
    """One process of a few threads."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.awaited: set[Line] = set()
        self.lingering: dict[socket.socket, float] = {}
        self.looked = 0.0

    def init_process(self) -> None:
        """Before threads begin and the site is loaded."""
        heap.share_one()
        super().init_process()

    def handle_quit(self, sig: int, frame: Any) -> None:
        """Stop at once; a second asking while the first is obeyed would wait for its own lock, for ever."""
        for name in (signal.SIGINT, signal.SIGQUIT):
            signal.signal(name, signal.SIG_IGN)
        super().handle_quit(sig, frame)

    def accept(self, listener: Any) -> None:
        """A new line."""
        try:
            sock, client = listener.accept()
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK):
                raise
            return
        self.nr_conns += 1
        self.enqueue_req(Line(self.cfg, sock, client, listener.getsockname(), self.linger))

    def enqueue_req(self, conn: Line) -> None:
        """A line from which the next request comes: to a thread when it is whole, else it is awaited."""
        if self.cfg.is_ssl:
            return super().enqueue_req(conn)
        self._gather(conn, conn.begin)

    def _gather(self, conn: Line, begin: Callable[[], None] | None, _sock: Any = None) -> None:
        try:
            if begin is not None:
                begin()
            is_whole = conn.receive()
        except Refused as refused:
            return self._let_go(conn, str(refused))
        except OSError:
            return self._let_go(conn)
        if is_whole:
            self._forget(conn)
            conn.hand_on()
            super().enqueue_req(conn)
        elif conn not in self.awaited:
            self.awaited.add(conn)
            self.poller.register(conn.sock, EVENT_READ, partial(self._gather, conn, None))

    def _forget(self, conn: Line) -> None:
        if conn in self.awaited:
            self.awaited.discard(conn)
            self.poller.unregister(conn.sock)

    def _let_go(self, conn: Line, status: str = "") -> None:
        """Nothing more is waited for; who has begun to send is told why."""
        self._forget(conn)
        if conn.gathered is not None:
            conn.gathered.close()
        self.nr_conns -= 1
        if not status:
            return conn.close()
        try:
            answer = f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
            conn.sock.send(answer.encode())
        except OSError:
            return conn.close()
        conn.close(graceful=True)

    def linger(self, sock: socket.socket) -> None:
        """Say that nothing more comes from here, and drop for a moment what still comes from there."""
        try:
            sock.shutdown(socket.SHUT_WR)
            sock.setblocking(False)
            self.poller.register(sock, EVENT_READ, self._drop)
        except (OSError, ValueError, KeyError):
            sock.close()
            return
        self.lingering[sock] = monotonic() + LINGER
        if len(self.lingering) > MOST_LINGERING:
            self._end(next(iter(self.lingering)))

    def _drop(self, sock: socket.socket) -> None:
        try:
            is_open = bool(sock.recv(PIECE))
        except BlockingIOError:
            is_open = True
        except OSError:
            is_open = False
        if not is_open:
            self._end(sock)

    def _end(self, sock: socket.socket) -> None:
        del self.lingering[sock]
        self.poller.unregister(sock)
        sock.close()

    def murder_pending(self) -> None:
        """Let go what has taken too long; the loop calls this at least once a second."""
        super().murder_pending()
        now = monotonic()
        if self.alive and now - self.looked < LOOK_EVERY:
            return
        self.looked = now
        for sock in [each for each, until in self.lingering.items() if until < now]:
            self._end(sock)
        for conn in [each for each in self.awaited if each.is_late(now) or not (self.alive or each.size)]:
            self._let_go(conn, "408 Request Timeout" if conn.size else "")
        while sum(each.size for each in self.awaited) > MOST_OF_ALL:
            self._let_go(max(self.awaited, key=lambda each: each.size), "503 Service Unavailable")
