"""Several threads, each with a connection of its own, on a copy of the test database in a file.

The database of the tests lives in memory, where SQLite locks whole tables and never waits; in a file it behaves
as in service.
"""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

from django.db import connection

THREADS = 6


@contextmanager
def on_disk(folder):
    """Threads started inside work on a copy in this folder; the thread of the test keeps its own database.

    The copy is switched to its write-ahead log before, and held open: six threads that do so at once on a fresh
    file refuse each other, which cannot happen to a site (its file is made by one process).
    On PostgreSQL the database of the tests is in service already.
    """
    if connection.vendor != "sqlite":
        yield
        return
    path = str(folder / "copy.sqlite3")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [path])
    settings = connection.settings_dict
    in_memory, settings["NAME"] = settings["NAME"], path
    with closing(sqlite3.connect(path)) as held:
        held.execute("PRAGMA journal_mode = wal").fetchone()
        held.execute("SELECT count(*) FROM sqlite_master").fetchone()
        try:
            yield path
        finally:
            settings["NAME"] = in_memory


def at_once(work, times):
    """Call `work` this often from several threads; returns what it returned."""

    def run(_number):
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(min(THREADS, times)) as pool:
        return list(pool.map(run, range(times)))
