"""What a request writes: which tables, and whether a row of another federation changed or is pointed to."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.apps import apps
from django.db import connection

WRITE = re.compile(
    r'^\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)"?', re.I
)
WITHOUT_OWNER = frozenset(
    {"django_session", "django_content_type", "django_migrations", "axes_accessattempt"}
)


@contextmanager
def writes() -> Iterator[set[str]]:
    """The tables written to inside the block."""
    seen: set[str] = set()

    def note(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        found = WRITE.match(sql)
        if found:
            seen.add(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield seen


@cache
def _owner_sql(table: str) -> str | None:
    """A statement that gives (owner, every column) of each row; None for tables without an owner."""
    model = next((m for m in apps.get_models(include_auto_created=True) if m._meta.db_table == table), None)
    if model is None or table in WITHOUT_OWNER:
        return None
    columns = {field.column for field in model._meta.concrete_fields}
    if table == "organisations_federation":
        return f'SELECT id, * FROM "{table}" ORDER BY 2'
    if "federation_id" in columns:
        return f'SELECT federation_id, * FROM "{table}" ORDER BY 2'
    for field in model._meta.concrete_fields:
        if field.is_relation and any(
            f.column == "federation_id" for f in field.related_model._meta.concrete_fields
        ):
            parent = field.related_model._meta.db_table
            joined = f'"{table}" t JOIN "{parent}" p ON p.id = t."{field.column}"'
            return f"SELECT p.federation_id, t.* FROM {joined} ORDER BY 2"
    return None


def digests(table: str) -> dict[int, str]:
    """One digest per federation over all its rows in a table."""
    sql = _owner_sql(table)
    if sql is None:
        return {}
    made: dict[int, hashlib._Hash] = {}
    with connection.cursor() as cursor:
        for owner, *row in cursor.execute(sql).fetchall():
            made.setdefault(owner, hashlib.sha256()).update(repr(row).encode())
    return {owner: digest.hexdigest() for owner, digest in made.items()}


def all_digests() -> dict[str, dict[int, str]]:
    """The digests of every table that has owners."""
    tables = [m._meta.db_table for m in apps.get_models(include_auto_created=True)]
    return {table: digests(table) for table in tables if _owner_sql(table)}


def tables_without_owner() -> set[str]:
    """Tables whose rows belong to nobody, so that the walker can't tell whose they are."""
    return {
        m._meta.db_table
        for m in apps.get_models(include_auto_created=True)
        if not _owner_sql(m._meta.db_table)
    }


@cache
def _crossing_sql(table: str) -> list[str]:
    """Statements that count the rows of a table that point into another federation."""
    model = next((m for m in apps.get_models(include_auto_created=True) if m._meta.db_table == table), None)
    own = _owner_sql(table)
    if model is None or own is None or table == "organisations_federation":
        return []
    statements = []
    for field in model._meta.concrete_fields:
        target = field.related_model if field.is_relation else None
        if target is None or not any(f.column == "federation_id" for f in target._meta.concrete_fields):
            continue
        inner = own.rsplit(" ORDER BY", 1)[0]
        alias = inner.replace(
            "SELECT federation_id, *", f'SELECT federation_id AS owner, "{field.column}" AS target'
        )
        alias = alias.replace(
            "SELECT p.federation_id, t.*", f'SELECT p.federation_id AS owner, t."{field.column}" AS target'
        )
        statements.append(
            f'SELECT count(*) FROM ({alias}) a JOIN "{target._meta.db_table}" b ON b.id = a.target '
            "WHERE a.owner <> b.federation_id"
        )
    return statements


def crossings(table: str) -> int:
    """How many rows of a table point into another federation."""
    with connection.cursor() as cursor:
        return sum(cursor.execute(sql).fetchone()[0] for sql in _crossing_sql(table))
