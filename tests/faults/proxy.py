"""A proxy that hurts: it stands before the site and does to chosen requests what bad lines and hotels do."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

CAPTIVE = b"<html><title>Welcome</title><body>Please accept the terms of our network.</body></html>"


@dataclass
class Request:
    """One request as it came."""

    method: str
    path: str
    head: bytes
    body: bytes
    at: float = field(default_factory=time.monotonic)


@dataclass
class Fault:
    """What is done to requests of a method whose path holds a word, so many times."""

    do: Callable[["Proxy", socket.socket, Request], None]
    method: str
    word: str
    times: int

    def takes(self, method: str, path: str) -> bool:
        """Whether it is this one's turn."""
        return self.times > 0 and self.method in ("", method) and self.word in path


class Proxy:
    """Listens on a port of its own; every connection carries one request."""

    def __init__(self, target: int) -> None:
        self.target, self.seen, self._faults = target, [], []
        self._server = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self._server.getsockname()[1]
        self._hurt = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        """The first part of every address."""
        return f"http://127.0.0.1:{self.port}"

    def fault(self, do: Callable[..., None], method: str = "", word: str = "", times: int = 10**9) -> None:
        """From now on do this to the requests meant."""
        with self._hurt:
            self._faults.append(Fault(do, method, word, times))

    def block(self) -> None:
        """Pages come, but the door does not answer."""
        for word in ("/field/items/", "/field/status/", "/field/photos/"):
            self.fault(refuse, "", word)

    def heal(self) -> None:
        """A good line again."""
        with self._hurt:
            self._faults.clear()

    def close(self) -> None:
        """No more."""
        self._server.close()

    def count(self, method: str, word: str) -> int:
        """How many such requests came so far."""
        return sum(each.method == method and word in each.path for each in self.seen)

    def _accept(self) -> None:
        while True:
            try:
                client, _address = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client:
            try:
                request = read_request(client)
                if request is not None:
                    self.seen.append(request)
                    self._turn(request)(self, client, request)
            except OSError:
                return

    def _turn(self, request: Request) -> Callable[..., None]:
        with self._hurt:
            for fault in self._faults:
                if fault.takes(request.method, request.path):
                    fault.times -= 1
                    return fault.do
        return forward


def read_request(client: socket.socket) -> Request | None:
    """Head and body, as far as they come."""
    content = b""
    while b"\r\n\r\n" not in content:
        piece = client.recv(65536)
        if not piece:
            return None
        content += piece
    head, _gap, body = content.partition(b"\r\n\r\n")
    method, path, _version = head.split(b"\r\n")[0].decode("latin-1").split(" ", 2)
    length = next(
        (
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ),
        0,
    )
    while len(body) < length:
        piece = client.recv(65536)
        if not piece:
            break
        body += piece
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
    return Request(method, path, b"\r\n".join([*lines, b"Connection: close"]) + b"\r\n\r\n", body)


def ask(target: int, request: Request, body: bytes | None = None) -> bytes:
    """The site's whole answer."""
    with socket.create_connection(("127.0.0.1", target), timeout=60) as site:
        site.sendall(request.head + (request.body if body is None else body))
        answer = b""
        while piece := site.recv(65536):
            answer += piece
        return answer


def forward(proxy: Proxy, client: socket.socket, request: Request) -> None:
    """What a good line does."""
    client.sendall(ask(proxy.target, request))


def refuse(_proxy: Proxy, client: socket.socket, _request: Request) -> None:
    """Nobody answers."""
    client.shutdown(socket.SHUT_RDWR)


def cut(fraction: float) -> Callable[..., None]:
    """The line breaks after a part of the body."""

    def do(proxy: Proxy, client: socket.socket, request: Request) -> None:
        with socket.create_connection(("127.0.0.1", proxy.target)) as site:
            site.sendall(request.head + request.body[: int(len(request.body) * fraction)])
            site.shutdown(socket.SHUT_WR)
            while site.recv(65536):
                pass
        client.shutdown(socket.SHUT_RDWR)

    return do


def no_reply(proxy: Proxy, client: socket.socket, request: Request) -> None:
    """The site does it, but its answer is lost."""
    ask(proxy.target, request)
    client.shutdown(socket.SHUT_RDWR)


def twice(proxy: Proxy, client: socket.socket, request: Request) -> None:
    """The request arrives two times."""
    answer = ask(proxy.target, request)
    ask(proxy.target, request)
    client.sendall(answer)


def truncate(proxy: Proxy, client: socket.socket, request: Request) -> None:
    """Half an answer."""
    answer = ask(proxy.target, request)
    client.sendall(answer[: len(answer) - len(answer.partition(b"\r\n\r\n")[2]) // 2])
    client.shutdown(socket.SHUT_RDWR)


def answering(status: int, content: bytes, kind: str = "text/html", **headers: Any) -> Callable[..., None]:
    """Somebody else answers instead of the site."""

    def do(_proxy: Proxy, client: socket.socket, _request: Request) -> None:
        more = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n{more}"
        client.sendall(f"{head}Connection: close\r\n\r\n".encode() + content)

    return do


captive = answering(200, CAPTIVE)
to_sign_in = answering(302, b"", Location="/accounts/signin/")
invalid = answering(200, b'{"receipts": [', "application/json")


def slow(bytes_a_second: int) -> Callable[..., None]:
    """A line so thin."""

    def do(proxy: Proxy, client: socket.socket, request: Request) -> None:
        with socket.create_connection(("127.0.0.1", proxy.target), timeout=120) as site:
            site.sendall(request.head)
            pause, step = threading.Event(), max(1, bytes_a_second // 10)
            for at in range(0, len(request.body), step):
                site.sendall(request.body[at : at + step])
                pause.wait(0.1)
            while piece := site.recv(65536):
                client.sendall(piece)

    return do


def stalled(seconds: float, fraction: float = 0.6) -> Callable[..., None]:
    """The line falls silent after a part of the body, and breaks when it has been silent for so long."""

    def do(proxy: Proxy, client: socket.socket, request: Request) -> None:
        with socket.create_connection(("127.0.0.1", proxy.target), timeout=seconds) as site:
            site.sendall(request.head + request.body[: int(len(request.body) * fraction)])
            with contextlib.suppress(TimeoutError):
                while site.recv(65536):
                    pass
        client.shutdown(socket.SHUT_RDWR)

    return do
