"""The site on loopback that tests may kill, starve and starve of disk; and the look at what it really holds."""

import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.server import free_port
from tests.faults.keeping import Kept, Sqlite
from yixian.web.config.demo import server

ROOT = Path(__file__).resolve().parents[2]


class Ground:
    """A data folder, and the server on it."""

    static: Path | None = None  # compressed once in a run: it takes as long as all the rest

    def __init__(
        self, folder: Path, people: int = 4, like: "Ground | None" = None, kept: Kept | None = None
    ) -> None:
        """Made anew (on SQLite, or where it is said), or as a copy of another that does not run."""
        self.folder, self.port, self.process = folder, free_port(), None
        if like is not None:
            shutil.copytree(like.folder, folder, dirs_exist_ok=True)
            self.facts, self.kept = like.facts, like.kept.copied(folder)
            return
        self.kept = kept or Sqlite(folder)
        if Ground.static is not None and Ground.static.exists():
            shutil.copytree(Ground.static, folder / "static")
        command = [sys.executable, "-m", "tests.faults.world", str(folder), str(people)]
        made = subprocess.run(
            command,
            cwd=ROOT,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            timeout=120,
            env=self.environment(),
        )
        self.facts = json.loads(made.stdout.splitlines()[-1])
        Ground.static = folder / "static"

    def environment(self, **more: str) -> dict[str, str]:
        """What the processes see."""
        names = {"YIXIAN_DATA": str(self.folder), "DJANGO_SETTINGS_MODULE": "yixian.web.config.settings"}
        return {**os.environ, **names, **self.kept.environment(), **more}

    def start(self, *before: str, **more: str) -> "Ground":
        """Serve as delivered: one process of two threads; `before` stands before the command."""
        command = [*before, *server(self.port, log_level="critical")]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                command,
                env=self.environment(**more),
                cwd=ROOT,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait()
        return self

    def _wait(self) -> None:
        until, pause = time.monotonic() + 60, 0.02
        while time.monotonic() < until and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/accounts/signin/", timeout=10).read()
                return
            except urllib.error.HTTPError as answer:
                answer.close()
                return
            except OSError:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.process.wait(pause)
        raise RuntimeError(f"no server: {(self.folder / 'server.log').read_text()[-2000:]}")

    def kill(self) -> None:
        """As a power cut of the process: master and worker at once, no good-bye."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """In good order."""
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()

    @contextmanager
    def working(self) -> Iterator["subprocess.Popen[bytes]"]:
        """The process that prepares pictures, as long as the block."""
        command = [sys.executable, "-m", "django", "worker"]
        with (self.folder / "worker.log").open("ab") as log:
            process = subprocess.Popen(command, env=self.environment(), cwd=ROOT, stdout=log, stderr=log)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(20)

    def manage(self, *command: str) -> str:
        """A command of the site."""
        done = subprocess.run(
            [sys.executable, "-m", "django", *command], env=self.environment(), cwd=ROOT, check=True,
            stdout=subprocess.PIPE, text=True, timeout=120,
        )  # fmt: skip
        return done.stdout

    # ---- what is really there -------------------------------------------------------------------------------

    def rows(self, sql: str, *values: object) -> list[tuple]:
        """A question to the database itself."""
        return self.kept.rows(sql, *values)

    def records(self, person: int) -> dict[str, tuple[str, str]]:
        """By id: words and hold of everything recorded by one person; twice the same id would fail."""
        rows = self.rows(
            "SELECT client_id, text, hold FROM capture_capture WHERE author_id = ? AND deleted_at IS NULL",
            person,
        )
        ids = [_dashed(row[0]) for row in rows]
        assert len(set(ids)) == len(ids), ids
        return {_dashed(client_id): (text, hold) for client_id, text, hold in rows}

    def photos(self, person: int) -> dict[str, bool]:
        """By id: whether each announced photo is on the disk with the digest that was announced."""
        rows = self.rows(
            "SELECT c.client_id, p.original, p.digest FROM capture_photo p JOIN capture_capture c"
            " ON c.id = p.capture_id WHERE c.author_id = ?", person,
        )  # fmt: skip
        return {_dashed(client_id): self._is_whole(name, digest) for client_id, name, digest in rows}

    def _is_whole(self, name: str, digest: str) -> bool:
        path = self.folder / "media" / name
        return bool(name) and path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest

    def stray_files(self) -> list[str]:
        """Originals and half-sent files that no row knows."""
        known = {row[0] for row in self.rows("SELECT original FROM capture_photo")}
        root = self.folder / "media"
        found = [*root.glob("originals/**/*"), *root.glob("incoming/*")]
        return sorted(name for f in found if f.is_file() and (name := str(f.relative_to(root))) not in known)


def _dashed(client_id: object) -> str:
    """An id as phones write it; SQLite leaves the dashes out."""
    h = str(client_id).replace("-", "")
    return "-".join((h[:8], h[8:12], h[12:16], h[16:20], h[20:]))
