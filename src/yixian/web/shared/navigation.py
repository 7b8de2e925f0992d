"""The navigation, filled by the apps from their `ready`, filtered by what a person may open."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from yixian.web.shared import policy


@dataclass(frozen=True)
class Entry:
    """A place to go: its words, address name, icon, the policy that opens it, and where it stands.

    `phone` places it in the bottom bar of a phone (at most five per role are shown there).
    """

    label: Any
    url_name: str
    icon: str
    policy: str
    order: int
    group: Any = ""
    phone: bool = False


@dataclass(frozen=True)
class Link:
    """An entry as the page shows it."""

    label: str
    url: str
    icon: str
    group: str
    phone: bool
    current: bool


_ENTRIES: list[Entry] = []
_PLACED: dict[re.Pattern[str], str] = {}


def register(*entries: Entry) -> None:
    """Add an app's entries, once."""
    for entry in entries:
        if entry not in _ENTRIES:
            _ENTRIES.append(entry)
    _links.cache_clear()


def place_under(url_name: str, *paths: str) -> None:
    """Say that pages whose path matches one of these patterns belong to an entry elsewhere.

    For the pages of a meeting or of a person that another app shows: their own address starts with the app's name.
    """
    _PLACED.update({re.compile(path): url_name for path in paths})


@lru_cache(maxsize=64)
def _links(language: str | None, roles: frozenset[Any], signed_in: Any) -> tuple[Link, ...]:
    """The links of everyone with the same roles, in one language."""
    chosen = [entry for entry in _ENTRIES if policy.may_in_principle(signed_in, entry.policy)]
    return tuple(
        Link(str(e.label), reverse(e.url_name), e.icon, str(e.group), e.phone, False)
        for e in sorted(chosen, key=lambda entry: entry.order)
    )


@dataclass(frozen=True)
class _Somebody:
    """A person reduced to roles, so that the links can be kept per role."""

    roles: frozenset[Any]
    is_authenticated: bool = True


def entries_for(person: Any, path: str) -> list[Link]:
    """The links of this person, with the one that holds the current page marked."""
    links = _links(get_language(), person.roles, _Somebody(person.roles))
    current = _home_of(path, links)
    return [
        Link(link.label, link.url, link.icon, link.group, link.phone, True) if link.url == current else link
        for link in links
    ]


def _home_of(path: str, links: tuple[Link, ...]) -> str | None:
    """The address of the entry that holds a page: where it was placed, otherwise the longest that begins it."""
    for pattern, url_name in _PLACED.items():
        if pattern.match(path):
            return reverse(url_name)
    holding = [
        link.url for link in links if path == link.url or (link.url != "/" and path.startswith(link.url))
    ]
    return max(holding, key=len, default=None)
