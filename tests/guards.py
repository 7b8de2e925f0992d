"""Guards that requests can be put under."""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


@contextmanager
def no_writes():
    """Fail when the block writes to the database: a GET request never does."""
    with CaptureQueriesContext(connection) as queries:
        yield
    written = [q["sql"] for q in queries if q["sql"].lstrip().upper().startswith(WRITES)]
    assert written == []


@contextmanager
def count_queries():
    """Count the queries of the block: a list whose length is read after it."""
    counted: list[str] = []
    with CaptureQueriesContext(connection) as queries:
        yield counted
    counted.extend(q["sql"] for q in queries)


def lift_audit_triggers():
    """What somebody with the whole database in hands could do: nothing guards the audit trail any more."""
    names = (
        ("audit_no_update", "audit_no_delete") if connection.vendor == "sqlite" else ("audit_append_only",)
    )
    table = "" if connection.vendor == "sqlite" else " ON shared_auditentry"
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{table}")


@pytest.fixture
def get_page():
    """GET a page as a client would; it must not write, and must take at most twelve queries."""

    def get(client, url, *, status=200, most=12):
        with no_writes(), count_queries() as queries:
            response = client.get(url)
        assert response.status_code == status, response.content.decode()[:2000]
        assert len(queries) <= most, "\n".join(queries)
        return response

    return get


@pytest.fixture(scope="session", autouse=True)
def _flush_between_tests():
    """Emptying the tables after a test with real transactions may empty the audit trail too; nothing else may."""
    from importlib import import_module

    from django.test import TransactionTestCase

    statements = import_module("yixian.web.shared.migrations.0002_audit_append_only").SQLITE
    flush = TransactionTestCase._fixture_teardown

    def teardown(case):
        if (
            connection.vendor != "sqlite"
        ):  # PostgreSQL empties whole tables, of which triggers for rows hear nothing
            return flush(case)
        lift_audit_triggers()
        flush(case)
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = flush
