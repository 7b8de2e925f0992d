"""The site with one lock taken off: each must be noticed by the walker."""

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import yixian.web
from tests.matrix import table
from yixian.web.shared import policy
from yixian.web.shared.policy import EVERYONE_INSIDE, REGISTRY, RELATIVE, Role
from yixian.web.shared.prepared import _Prepared

ALL_INSIDE = EVERYONE_INSIDE | {Role.SIGNED_IN}


def door_names() -> list[str]:
    """Policies that some address names and that keep somebody out."""
    used = {name for address in table.addresses() for name in address.policies.values()}
    return sorted(name for name in used if Role.ANYONE not in REGISTRY[name].who)


def rule_names() -> list[str]:
    """Policies that look at what somebody is to the thing."""
    return sorted(name for name, p in REGISTRY.items() if p.who & RELATIVE - {Role.UPPER})


def query_names() -> list[str]:
    """Every query that starts from the person, as module:function."""
    found = []
    for module in _modules("queries"):
        for name, function in vars(module).items():
            if (
                name.endswith("_visible_to")
                and inspect.isfunction(function)
                and function.__module__ == module.__name__
                and len(inspect.signature(function).parameters) == 1
            ):
                found.append(f"{module.__name__}:{name}")
    return sorted(found)


def _modules(part: str) -> Iterator[Any]:
    for info in pkgutil.walk_packages(yixian.web.__path__, "yixian.web."):
        if f".{part}" in info.name and ".migrations" not in info.name:
            yield importlib.import_module(info.name)


@contextmanager
def open_door(name: str) -> Iterator[None]:
    """A policy lets everybody inside; one that lets everybody inside anyway lets in anybody at all."""
    old = REGISTRY[name]
    who = ALL_INSIDE | ({Role.ANYONE} if old.who >= EVERYONE_INSIDE else set())
    with patch.dict(REGISTRY, {name: replace(old, who=frozenset(old.who | who))}):
        yield


@contextmanager
def deaf_rule(name: str) -> Iterator[None]:
    """A policy no longer looks at the thing."""
    real = policy.may

    def may(by: Any, verb: str, thing: Any = None) -> bool:
        return (verb == name and thing is not None) or real(by, verb, thing)

    with patch.object(policy, "may", may):
        yield


@contextmanager
def boundless_query(path: str) -> Iterator[None]:
    """A query gives the rows of every federation, wherever it was imported to; nothing worked out before counts."""
    module, _, name = path.partition(":")
    real = getattr(sys.modules[module], name)

    def everything(*args: Any, **kwargs: Any) -> Any:
        rows = real(*args, **kwargs)
        return rows.model._base_manager.all()

    holders = [m for m in list(sys.modules.values()) if getattr(m, name, None) is real]
    patches = [patch.object(holder, name, everything) for holder in holders]
    patches.append(patch.object(_Prepared, "_written", _Prepared._write))
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()


def addresses_near(name: str) -> list[table.Address]:
    """Where a policy is asked: at the addresses that name it first, then all over its app and those above."""
    direct = [a for a in table.addresses() if name in a.policies.values()]
    return direct + [a for a in table.addresses() if a.app == name.partition(".")[0] and a not in direct]
