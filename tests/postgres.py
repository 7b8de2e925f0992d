"""A PostgreSQL of the tests' own: a throw-away cluster on a socket and loopback, made to lose nothing.

    python -m tests.postgres pytest tests/web      a command with YIXIAN_DATABASE set to an empty database

Needs Debian's `postgresql` (any version): only its programs are used, a running server is left alone.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from benchmarks.server import free_port

DEBIAN = Path("/usr/lib/postgresql")
OWNER = "postgres"
SETTINGS = {
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "autovacuum": "off",
    "listen_addresses": "127.0.0.1",
    "logging_collector": "off",
    "lc_messages": "C",
}


def programs() -> Path | None:
    """The folder of the newest PostgreSQL's programs on this machine, or None."""
    found = [each for each in DEBIAN.glob("*/bin") if (each / "initdb").exists()]
    if found:
        return max(found, key=lambda each: int(each.parent.name))
    command = shutil.which("initdb")
    return Path(command).resolve().parent if command else None


def as_owner() -> list[str]:
    """PostgreSQL refuses to run as root; then Debian's own user does it."""
    return ["setpriv", f"--reuid={OWNER}", f"--regid={OWNER}", "--clear-groups"] if os.geteuid() == 0 else []


class Cluster:
    """A server of our own in one folder."""

    def __init__(self, folder: Path) -> None:
        """Make it, not started yet."""
        self.folder, self.port = folder, free_port()
        folder.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(folder, OWNER, OWNER)
        self._run(
            "initdb",
            "--username=yixian",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--wal-segsize=1",
        )
        lines = [f"{name} = '{value}'" for name, value in SETTINGS.items()]
        lines += [f"port = {self.port}", f"unix_socket_directories = '{folder}'"]
        with (self.data / "postgresql.conf").open("a") as file:
            file.write("\n".join(lines) + "\n")

    @property
    def data(self) -> Path:
        """The server's own folder."""
        return self.folder / "data"

    @property
    def pid(self) -> int:
        """The first process of the server."""
        return int((self.data / "postmaster.pid").read_text().splitlines()[0])

    def _run(self, program: str, *arguments: str) -> None:
        log = self.folder / "commands.log"
        with log.open("ab") as output:
            command = [*as_owner(), str(programs() / program), "-D", str(self.data), *arguments]
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd="/", timeout=120
            )
        if done.returncode:
            raise RuntimeError(f"{program}: {log.read_text()[-2000:]}")

    def start(self) -> "Cluster":
        """Begin, and wait until it answers."""
        self._run("pg_ctl", "start", "-w", "-t", "60", "-l", str(self.folder / "server.log"))
        return self

    def stop(self, how: str = "fast") -> None:
        """End: `fast` in good order, `immediate` as a fall."""
        self._run("pg_ctl", "stop", "-w", "-t", "60", "-m", how)

    def limit(self, pid: int, octets: int | None) -> None:
        """How large a file one process of the server may make; None is no limit. A process that is gone is none."""
        size = f"--fsize={'unlimited' if octets is None else octets}:unlimited"
        subprocess.run([*as_owner(), "prlimit", f"--pid={pid}", size], stderr=subprocess.DEVNULL, cwd="/")

    def address(self, name: str) -> str:
        """Where a database of this server is, as YIXIAN_DATABASE takes it."""
        return f"postgresql://yixian@127.0.0.1:{self.port}/{name}"

    def execute(self, statement: str, name: str = "postgres", *values: object) -> list[tuple]:
        """Ask a database; the rows, if there are any."""
        import psycopg

        with psycopg.connect(self.address(name), autocommit=True) as connection:
            answer = connection.execute(statement, values or None)
            return answer.fetchall() if answer.description else []

    def create(self, name: str, like: str = "template0") -> str:
        """An empty database, or a copy of another that nobody uses; its address."""
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        return self.address(name)

    def drop(self, name: str) -> None:
        """Away with it, whoever uses it."""
        self.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def cluster():
    """A running server that is gone after the block."""
    folder = Path(tempfile.mkdtemp(prefix="yixian-pg-"))
    try:
        made = Cluster(folder).start()
        try:
            yield made
        finally:
            made.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    """Run a Python module with a database of its own."""
    with cluster() as made:
        environment = {**os.environ, "YIXIAN_DATABASE": made.create("yixian")}
        return subprocess.run([sys.executable, "-m", *command], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
