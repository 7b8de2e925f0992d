"""Checks at start: every address has a policy, and the database is set so that it loses nothing."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import Error, register
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver

from yixian.web.shared.policy import REGISTRY


def endpoints(
    patterns: list[Any] | None = None, prefix: str = "", space: str = ""
) -> Iterator[tuple[str, str, Any]]:
    """Each address of the site as (route, name with its namespace, view)."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from endpoints(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern):
            yield route, f"{space}{pattern.name}", pattern.callback


@register()
def every_address_has_a_policy(**_: Any) -> list[Error]:
    """A view without declared policies, or with one nobody wrote down, stops the site."""
    errors = []
    for route, name, view in endpoints():
        policies = getattr(view, "policies", None)
        if not policies:
            errors.append(Error(f"{route} ({name}) declares no policy.", id="yixian.E001"))
            continue
        errors += [
            Error(f"{method} {route} names the unknown policy {policy}.", id="yixian.E002")
            for method, policy in policies.items()
            if policy not in REGISTRY
        ]
    return errors


@register("database")
def sqlite_loses_nothing(**_: Any) -> list[Error]:
    """Refuse an SQLite connection that could lose an acknowledged write."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
    if synchronous < 2:
        return [Error("SQLite must run with synchronous=FULL.", id="yixian.E003")]
    return []
