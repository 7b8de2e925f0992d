"""Use the bundled SQLite where there is one: the system's may have the rare WAL bug of 3.7.0-3.51.2.

Source of the version range: the WAL-reset fix noted in SQLite 3.51.3's release notes.
"""

import sys

SAFE_VERSION = (3, 51, 3)


def prefer_bundled_sqlite() -> None:
    """Make ``sqlite3`` mean ``pysqlite3`` for every later import, when a wheel is installed."""
    try:
        import pysqlite3
    except ImportError:
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def wal_is_safe() -> bool:
    """Whether the SQLite in use may run with a write-ahead log and several writers."""
    import sqlite3

    return sqlite3.sqlite_version_info >= SAFE_VERSION


def pragmas(*, wal: bool) -> str:
    """The statements that each new connection starts with."""
    journal = "WAL" if wal else "DELETE"
    return (
        f"PRAGMA journal_mode={journal};"
        "PRAGMA synchronous=FULL;"
        "PRAGMA mmap_size=0;"
        "PRAGMA trusted_schema=OFF;"
        "PRAGMA journal_size_limit=33554432;"
        "PRAGMA cache_size=-8000;"
        "PRAGMA temp_store=MEMORY;"
    )
