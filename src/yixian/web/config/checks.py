"""Checks at start: every address has a policy, and the database is set so that it loses nothing."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, Warning, register
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver

from yixian.web.shared.policy import REGISTRY

# What PostgreSQL must do before it says that something is kept.
DURABLE = ("fsync", "full_page_writes", "synchronous_commit")


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
def database_loses_nothing(**_: Any) -> list[CheckMessage]:
    """Refuse a database that could lose an acknowledged write; warn of one that sorts by a country's rules."""
    return _about_sqlite() if connection.vendor == "sqlite" else _about_postgresql()


def _about_sqlite() -> list[CheckMessage]:
    with connection.cursor() as cursor:
        synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
    return [] if synchronous >= 2 else [Error("SQLite must run with synchronous=FULL.", id="yixian.E003")]


def _about_postgresql() -> list[CheckMessage]:
    names = [*DURABLE, "server_encoding", "lc_collate"]
    with connection.cursor() as cursor:
        rows = cursor.execute(
            "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [names]
        ).fetchall()
        rows += cursor.execute(
            "SELECT 'lc_collate', datcollate FROM pg_database WHERE datname = current_database()"
        ).fetchall()
    found = dict(rows)
    errors = [
        Error(f"PostgreSQL must run with {name}=on.", id="yixian.E004")
        for name in DURABLE
        if found[name] in ("off", "local")
    ]
    if found["server_encoding"] != "UTF8":
        errors.append(Error("The database must be made with the encoding UTF8.", id="yixian.E005"))
    if found["lc_collate"].partition(".")[0] not in ("C", "POSIX"):
        sorting = "The database sorts by the rules of one language; names will stand in another order."
        return [*errors, Warning(sorting, hint="Make it with LC_COLLATE 'C'.", id="yixian.W001")]
    return errors
