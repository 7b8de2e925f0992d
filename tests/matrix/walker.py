"""One request of one persona, looked at from every side."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.matrix import personas, table, watch
from tests.matrix.table import Address
from tests.matrix.world import World
from yixian.web.shared.policy import REGISTRY

BACKEND = "yixian.web.accounts.backends.LoginBackend"
INSIDE = (200, 201, 202, 204, 302, 303, 409, 422)
REFUSED = (403, 404, "sign-in")
TRIED_WITH_FOREIGN_WORDS = ("office", "chair", "delegate", "coordinator")


@dataclass(frozen=True)
class Try:
    """One cell: who, what, with whose things, and what should come of it."""

    address: Address
    method: str
    persona: str
    position: str
    path: str
    expected: tuple[Any, ...]
    data_of: str = "district"

    def __str__(self) -> str:
        return f"{self.method} {self.address.name} as {self.persona} ({self.position})"


class Walker:
    """The four worlds, and a browser for everybody."""

    def __init__(self, worlds: dict[str, World]) -> None:
        self.worlds = worlds
        self.people: dict[str, Any] = {}
        self.clients: dict[str, tuple[Client, str]] = {}
        for persona in personas.EVERYBODY:
            self._let_in(persona)
        self.before = watch.all_digests()
        self.public = {name for name, policy in REGISTRY.items() if policy.is_public}
        self.doors = {
            (persona, name): table.stopped_at_door(person, name)
            for persona, person in self.people.items()
            for name in REGISTRY
        }

    def _let_in(self, persona: str) -> None:
        client = Client(headers={"accept-language": "en"})
        person: Any = AnonymousUser()
        if persona != "nobody":
            person = getattr(self.worlds[personas.world_of(persona)], personas.person_of(persona))
            client.force_login(person, backend=BACKEND)
        if persona == "disabled":
            type(person)._base_manager.filter(pk=person.pk).update(is_active=False)
            person = AnonymousUser()
        self.people[persona] = person
        self.clients[persona] = client, client.cookies.output(header="", sep=";")

    def faults(self, address: Address, keep: Callable[[Try], bool] = lambda attempt: True) -> Iterator[str]:
        """Everything that is wrong at one address; `keep` says which cells to try."""
        for method in address.policies:
            for attempt in self.tries(address, method):
                if keep(attempt):
                    for fault in self.faults_of(attempt):
                        yield f"{attempt}: {fault}"

    def tries(self, address: Address, method: str) -> Iterator[Try]:
        """Every persona in every position."""
        said = table.cell(address, method)
        is_public = address.policies[method] in self.public
        own, foreign, foster = self._arguments(address)
        objects = [name for name in own if own[name] != foreign[name]]
        for persona in personas.EVERYBODY:
            home = self._at_home(address, method, said, persona, bool(objects), is_public)
            yield self._try(address, method, persona, "own", own, home)
            if persona in personas.OUTSIDE or is_public:
                continue
            door = self.doors[persona, address.policies[method]]
            if objects:
                yield self._try(address, method, persona, "foreign", foreign, door or 404)
            if persona in TRIED_WITH_FOREIGN_WORDS:
                mixed = (404, home) if home in REFUSED else (404,)
                for name in objects[1:]:
                    yield self._try(
                        address, method, persona, f"foreign {name}", {**own, name: foreign[name]}, *mixed
                    )
                for name in foster:
                    yield self._try(
                        address, method, persona, f"{name} of another", {**own, name: foster[name]}, *mixed
                    )
                if home not in REFUSED and callable(said.get("data", said.get("body", said.get("query")))):
                    yield self._try(address, method, persona, "foreign data", own, "any", data_of="sibling")

    def _arguments(self, address: Address) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """The arguments: one's own, the sibling's, and those whose parent is another of one's own."""
        own, foreign, foster = {}, {}, {}
        for name in address.arguments:
            key, own[name] = table.value_of(address, name, self.worlds["district"])
            _key, foreign[name] = table.value_of(address, name, self.worlds["sibling"])
            other = self.worlds["district"].things.get(f"planned_{key}")
            if own and len(own) > 1 and other is not None and other.pk != own[name]:
                foster[name] = other.pk
        return own, foreign, foster

    def _at_home(
        self, address: Address, method: str, said: Any, persona: str, has_objects: bool, is_public: bool
    ) -> Any:
        if persona in said or persona not in personas.OUTSIDE or not has_objects:
            return table.said_for(said, persona)
        if is_public:
            return said["nobody"]
        return self.doors[persona, address.policies[method]] or 404

    def _try(
        self,
        address: Address,
        method: str,
        persona: str,
        position: str,
        arguments: Any,
        *expected: Any,
        data_of: str = "district",
    ) -> Try:
        path = reverse(address.name, kwargs=arguments)
        home = personas.world_of(persona)
        if position == "own" and not arguments:
            data_of = home
        return Try(address, method, persona, position, path, expected, data_of)

    def faults_of(self, attempt: Try) -> Iterator[str]:
        """What is wrong with one answer; the database is left as it was."""
        cache.clear()
        point = transaction.savepoint()
        try:
            with watch.writes() as written:
                response = self.send(attempt)
            yield from self._wrong_answer(attempt, response)
            yield from self._foreign_words(attempt, response)
            yield from self._wrong_writes(attempt, written)
        except table.Unlisted:
            raise
        except Exception as error:
            yield f"{type(error).__name__}: {str(error)[:300]}"
        finally:
            transaction.savepoint_rollback(point)

    def send(self, attempt: Try) -> Any:
        """Make the request."""
        client, cookies = self.clients[attempt.persona]
        client.cookies = SimpleCookie(cookies)
        said = table.cell(attempt.address, attempt.method)
        world = self.worlds[attempt.data_of]
        given = {
            name: v(world) if callable(v := said.get(name)) else v
            for name in ("data", "body", "query", "headers")
        }
        headers = given["headers"] or {}
        if attempt.method == "GET":
            return client.get(attempt.path, given["query"] or {}, headers=headers)
        if given["body"] is not None or attempt.method != "POST":
            body = given["body"] if isinstance(given["body"], bytes | str) else json.dumps(given["body"])
            kind = said.get("content_type", "application/json")
            return client.generic(attempt.method, attempt.path, body, content_type=kind, headers=headers)
        return client.post(attempt.path, given["data"] or {}, headers=headers)

    def _wrong_answer(self, attempt: Try, response: Any) -> Iterator[str]:
        got = answer_of(response)
        if got == 500:
            yield "answers 500"
        right = any(got == e or e == "any" or (e == "in" and got in INSIDE) for e in attempt.expected)
        if not right:
            yield f"expected {' or '.join(map(str, attempt.expected))}, got {got}"

    def _foreign_words(self, attempt: Try, response: Any) -> Iterator[str]:
        if attempt.persona in table.cell(attempt.address, attempt.method).get("shows", {}):
            return
        text = text_of(response)
        for name in self._others(attempt):
            for secret in (self.worlds[name].canary, self.worlds[name].phones):
                if secret in text:
                    place = text.index(secret)
                    yield f"shows words of the {name}: …{text[max(0, place - 60) : place + 20]!r}…"
                    break

    def _others(self, attempt: Try) -> list[str]:
        """The worlds that must neither show nor change."""
        mine = {personas.world_of(attempt.persona)} if attempt.persona not in personas.SIGNED_OUT else set()
        if attempt.address.policies[attempt.method] in self.public and attempt.position == "own":
            mine.add("district")
        return [name for name in self.worlds if name not in mine]

    def _wrong_writes(self, attempt: Try, written: set[str]) -> Iterator[str]:
        if attempt.method == "GET" and written and "writes" not in table.cell(attempt.address, "GET"):
            yield f"a GET writes to {', '.join(sorted(written))}"
        others = {self.worlds[name].federation.pk for name in self._others(attempt)}
        for name in sorted(written):
            now, before = watch.digests(name), self.before.get(name, {})
            changed = {owner for owner in now.keys() | before.keys() if now.get(owner) != before.get(owner)}
            if changed & others:
                yield f"changes rows of another federation in {name}"
            if watch.crossings(name):
                yield f"leaves a row in {name} that points into another federation"


def answer_of(response: Any) -> Any:
    """The status, or "sign-in" for a redirect to it."""
    where = response.headers.get("Location", "")
    if response.status_code == 302 and where.startswith(reverse("accounts:signin")):
        return "sign-in"
    return response.status_code


def text_of(response: Any) -> str:
    """Everything that an answer says: headers, body, and what is packed inside it."""
    body = response.getvalue() if response.streaming else response.content
    parts = [str(response.headers), response.cookies.output(), body.decode("utf-8", "replace")]
    if body[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            parts += [packed.read(name).decode("utf-8", "replace") for name in packed.namelist()]
    return "\n".join(parts)
