"""A phone without a screen: it hands in, sends pieces, looks again, as the scripts do; for kills and benchmarks."""

import hashlib
import http.client
import json
from uuid import uuid4

from yixian.web.capture.canonical import digest_of

TOKEN = "f" * 32
PIECE = 512 * 1024


class Door:
    """One person's connection to the site."""

    def __init__(self, port: int, session: str, person: int) -> None:
        self.port, self.person = port, person
        self._headers = {"Cookie": f"yixian={session}; yixian-csrf={TOKEN}", "X-CSRFToken": TOKEN}
        self._line: http.client.HTTPConnection | None = None

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, dict]:
        """Status and answer; a broken line is a ConnectionError, and the next call begins a new one."""
        is_kept = self._line is not None
        self._line = self._line or http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            self._line.request(method, path, body, {**self._headers, **headers})
            answer = self._line.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as broken:
            self.hang_up()
            if is_kept:  # the site lets idle lines go
                return self.ask(method, path, body, **headers)
            raise ConnectionError(str(broken)) from broken
        is_json = answer.headers.get_content_type() == "application/json"
        return answer.status, json.loads(content) if is_json else {}

    def hang_up(self) -> None:
        """Let the line go."""
        if self._line is not None:
            self._line.close()
        self._line = None

    def hand(self, items: list[dict], **more: object) -> tuple[int, dict]:
        """A batch of items."""
        body = json.dumps({"version": 2, "person": self.person, "items": items, **more}).encode()
        return self.ask("POST", "/field/items/", body, **{"Content-Type": "application/json"})

    def piece(self, client_id: str, at: int, content: bytes) -> tuple[int, dict]:
        """A piece of a photo."""
        kind = {"Content-Type": "application/octet-stream"}
        return self.ask("PUT", f"/field/photos/{client_id}/?at={at}", content, **kind)

    def look(self, *ids: str) -> dict[str, dict]:
        """What is really there."""
        _status, answer = self.ask("GET", f"/field/status/?ids={','.join(ids)}")
        return {each["id"]: each for each in answer.get("items", ())}

    def upload(self, client_id: str, content: bytes, at: int = 0) -> int:
        """All pieces from an offset; returns the last status."""
        while True:
            status, answer = self.piece(client_id, at, content[at : at + PIECE])
            if status not in (202, 409):
                return status
            at = answer["offset"]


def item(meeting: int, *, photo: bytes | None = None, **values: object) -> dict:
    """An item as a phone writes it."""
    announced = {"digest": hashlib.sha256(photo).hexdigest(), "size": len(photo)} if photo else None
    whole = {
        "id": str(uuid4()),
        "meeting": meeting,
        "station": None,
        "kind": "photo" if photo else "note",
        "text": "工位上方挂着作业要点",
        "made_at": "2026-11-22T09:30:00+08:00",
        "shows_people": False,
        "photo": announced,
        **values,
    }
    return {**whole, "digest": digest_of(whole)}


LINES: list[Door] = []


def door_of(ground, person: int) -> Door:
    """A person's phone without a screen; hung up after the test."""
    who = ground.facts["people"][person]
    LINES.append(Door(ground.port, who["session"], who["pk"]))
    return LINES[-1]


def host_of(ground) -> Door:
    """The host's coordinator."""
    LINES.append(Door(ground.port, ground.facts["coordinator"], 0))
    return LINES[-1]


def results(answer: tuple[int, dict]) -> list[str]:
    """The receipts' results."""
    return [receipt["result"] for receipt in answer[1]["receipts"]]
