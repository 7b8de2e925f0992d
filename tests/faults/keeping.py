"""What a site of the suite keeps its rows in: SQLite in its folder, or a database of our own PostgreSQL."""

import contextlib
import os
import resource
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tests.postgres import Cluster, programs
from yixian.web.config.postgresql import TURN

FILES = ("yixian.sqlite3", "yixian.sqlite3-wal", "yixian.sqlite3-shm")
NUMBERS = count(1)


def databases() -> list[str]:
    """Those of this run: `YIXIAN_FAULT_DATABASES`, or all that this machine has."""
    named = os.environ.get("YIXIAN_FAULT_DATABASES")
    return named.split(",") if named else ["sqlite", *(["postgresql"] if programs() else [])]


class Sqlite:
    """A file beside the pictures."""

    kind = "sqlite"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / FILES[0]

    def environment(self) -> dict[str, str]:
        """What the site's processes must know."""
        return {"YIXIAN_DATABASE": ""}

    def copied(self, folder: Path) -> "Sqlite":
        """The same rows in another folder; nobody uses this one."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            with contextlib.suppress(FileNotFoundError):
                shutil.copy2(self.folder / name, folder / name)
        return Sqlite(folder)

    def put_back(self, earlier: "Sqlite") -> None:
        """Everything as it was in a copy; nobody uses this one."""
        for name in FILES:
            (self.folder / name).unlink(missing_ok=True)
        earlier.copied(self.folder)

    def rows(self, sql: str, *values: object) -> list[tuple]:
        """A question to the file itself."""
        with contextlib.closing(sqlite3.connect(self.file, timeout=30)) as db, db:
            return db.execute(sql, values).fetchall()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Somebody else is writing, as long as the block."""
        with contextlib.closing(sqlite3.connect(self.file, isolation_level=None)) as db:
            db.execute("BEGIN EXCLUSIVE")
            try:
                yield
            finally:
                db.execute("ROLLBACK")

    @contextmanager
    def away(self) -> Iterator[None]:
        """Nobody can write for longer than the site waits, as long as the block."""
        with self.locked():
            yield

    @contextmanager
    def full(self, worker: int) -> Iterator[None]:
        """No room for a further row, as long as the block: files of the writing process may not grow."""
        resource.prlimit(worker, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        try:
            yield
        finally:
            resource.prlimit(worker, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


class Postgres:
    """A database of a server that only this run uses."""

    kind = "postgresql"

    def __init__(self, cluster: Cluster, like: str = "template0") -> None:
        self.cluster, self.name = cluster, f"site_{next(NUMBERS)}"
        cluster.create(self.name, like)

    def environment(self) -> dict[str, str]:
        """What the site's processes must know."""
        return {"YIXIAN_DATABASE": self.cluster.address(self.name)}

    def copied(self, folder: Path) -> "Postgres":
        """The same rows in another database; nobody uses this one."""
        folder.mkdir(parents=True, exist_ok=True)
        return Postgres(self.cluster, self.name)

    def put_back(self, earlier: "Postgres") -> None:
        """Everything as it was in a copy; nobody uses this one."""
        self.cluster.drop(self.name)
        self.cluster.create(self.name, earlier.name)

    def rows(self, sql: str, *values: object) -> list[tuple]:
        """A question to the database itself."""
        return self.cluster.execute(sql.replace("?", "%s"), self.name, *values)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Somebody else is writing, as long as the block."""
        import psycopg

        with psycopg.connect(self.cluster.address(self.name)) as other:
            other.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
            try:
                yield
            finally:
                other.rollback()

    @contextmanager
    def away(self) -> Iterator[None]:
        """The server has fallen, as long as the block."""
        self.cluster.stop("immediate")
        try:
            yield
        finally:
            self.cluster.start()

    @contextmanager
    def full(self, _worker: int) -> Iterator[None]:
        """No room for a further row, as long as the block.

        Files of the table's size may not grow, for the server's processes for this database and those it starts:
        half a page can be written and no more, which is what PostgreSQL sees on a full disk. The log goes on in
        files of 1 MB that are there already.
        """
        (largest,) = self.rows(
            "SELECT pg_relation_size(reltoastrelid) FROM pg_class WHERE relname = 'capture_capture'"
        )
        assert largest[0] > 1024 * 1024, "too little in the table for this fault"
        users = [
            pid for (pid,) in self.rows("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
        ]
        for pid in (self.cluster.pid, *users):
            self.cluster.limit(pid, largest[0] + 4096)
        try:
            yield
        finally:
            for pid in (self.cluster.pid, *users):
                self.cluster.limit(pid, None)


Kept = Sqlite | Postgres
