"""The same power cut for a site on PostgreSQL: its server is written down too, and started on what is found.

One `strace` follows PostgreSQL and the site, so that the log has one order. PostgreSQL names files from its own
folder, writes its control file from the start, lays out its log ahead and gives it names by links.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from benchmarks.server import free_port
from tests.faults.ground import Ground
from tests.faults.keeping import Postgres
from tests.faults.power import Call, Disk, recorded
from tests.postgres import OWNER, Cluster, as_owner, programs

BOTH = '{begin} -D "$1" >"$2" 2>&1 & shift 2; until {answers}; do sleep 0.1; done; exec "$@"'


class PostgresDisk(Disk):
    """A disk with the folder of PostgreSQL's server on it."""

    def __init__(self, root: Path, base: Path, deaf: bool = False) -> None:
        """`root` and `base` as for every disk; the server's folder is `pg/data` in both."""
        super().__init__(root, base, deaf)
        self.data = f"{root}/pg/data"
        self.at: dict[tuple[str, int], int] = {}
        self.folders = [each.relative_to(base) for each in base.rglob("*") if each.is_dir()]

    def see(self, call: Call) -> None:
        """Relative names are PostgreSQL's; what is open is named in full, and lines have no place on a disk."""
        if call.name == "sendto":
            return
        call.path = os.path.normpath(os.path.join(self.data, call.path))
        call.other = os.path.normpath(os.path.join(self.data, call.other)) if call.other else ""
        if ":[" in call.path:
            return
        super().see(call)

    def _openat(self, call: Call, now: int) -> None:
        super()._openat(call, now)
        self.at[call.handle] = 0

    def _write(self, call: Call, now: int) -> None:
        if not call.path.startswith(self.data):
            return super()._write(call, now)
        at = self.at.get(call.handle, 0)
        self.names[call.path].write(now, at, call.content)
        self.at[call.handle] = at + len(call.content)
        return None

    _pwritev = Disk._pwrite64

    def _fallocate(self, call: Call, now: int) -> None:
        inode = self.names[call.path]
        start, length = (int(each) for each in call.rest.rstrip(" )").split(",")[-2:])
        inode.write(now, inode.size, bytes(max(0, start + length - inode.size)))

    def _link(self, call: Call, now: int) -> None:
        self._name(now, call.other, self.names[call.path])

    def cut(self, folder: Path, chance: Random) -> None:
        """Write down what may be found now; folders are there as they were."""
        for each in self.folders:
            (folder / each).mkdir(parents=True, exist_ok=True)
        super().cut(folder, chance)


class Found(Cluster):
    """A server on what was found after a cut."""

    def __init__(self, folder: Path) -> None:
        """Nothing is made: it is there, and begins as it would on the machine that has its power back."""
        self.folder, self.port = folder, free_port()
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        with (self.data / "postgresql.conf").open("a") as file:
            file.write(f"port = {self.port}\nunix_socket_directories = '{folder}'\n")
        hand_over(folder)


def hand_over(folder: Path) -> None:
    """What root wrote belongs to PostgreSQL's own user, and to nobody else."""
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", f"{OWNER}:{OWNER}", str(folder)], check=True)
    (folder / "data").chmod(0o700)


@contextmanager
def site_on_postgres(people: int) -> Iterator[tuple[Path, Path, Ground]]:
    """A folder for everything, the site's folder as it was before, and the site, not started."""
    folder = Path(tempfile.mkdtemp(prefix="yixian-power-"))
    folder.chmod(0o755)
    try:
        cluster = Cluster(folder / "site/pg").start()
        try:
            ground = Ground(folder / "site", people=people, kept=Postgres(cluster))
        finally:
            cluster.stop()
        shutil.copytree(folder / "site", folder / "before", ignore=shutil.ignore_patterns("static"))
        yield folder, folder / "before", ground
    finally:
        shutil.rmtree(folder)


def start_recorded(ground: Ground, log: Path) -> None:
    """Both servers, followed by one `strace`."""
    cluster, here = ground.kept.cluster, programs()
    begin = " ".join([*as_owner(), str(here / "postgres")])
    script = BOTH.format(begin=begin, answers=f"{here / 'pg_isready'} -q -h 127.0.0.1 -p {cluster.port}")
    ground.start(
        *recorded(log), "sh", "-c", script, "sh", str(cluster.data), str(cluster.folder / "server.log")
    )
