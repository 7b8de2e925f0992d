"""A server of ours on loopback: one process of two threads, as it is delivered, and what it uses."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from yixian.web.config.demo import APPLICATION, server

# As anywhere by default: a module is compiled on the first start only. Some machines for development say otherwise.
KEEPS_COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """Where it listens, its worker process, and how long it took from the command to the first answer."""

    port: int
    worker: int
    cold_start: float

    def megabytes(self) -> float:
        """Resident memory of the worker, in MiB."""
        for line in Path(f"/proc/{self.worker}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        raise RuntimeError("the worker's memory cannot be read")

    def cpu(self) -> float:
        """Processor time of the worker so far, in seconds."""
        fields = Path(f"/proc/{self.worker}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """Serve a data folder until the block ends."""
    settings = {"YIXIAN_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "yixian.web.config.settings"}
    with _serving(APPLICATION, settings) as served:
        yield served


@contextmanager
def bare() -> Iterator[Server]:
    """Serve the bare list, to see how fast the machine is."""
    with TemporaryDirectory() as folder, _serving("benchmarks.bare", _bare_settings(folder)) as served:
        yield served


def _bare_settings(folder: str) -> dict[str, str]:
    return {"BARE_DATABASE": f"{folder}/bare.sqlite3"}


@contextmanager
def _serving(application: str, settings: dict[str, str]) -> Iterator[Server]:
    port = free_port()
    began = time.perf_counter()
    environment = {**os.environ, **KEEPS_COMPILED, **settings}
    process = subprocess.Popen(server(port, "critical", application), env=environment)
    try:
        _wait(port, process)
        yield Server(port, _child_of(process.pid), time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(20)


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Until the sign-in page comes."""
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/accounts/signin/", timeout=10).read()
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"the first page answers {error.code}") from error
        except OSError:
            time.sleep(0.01)
        else:
            return
    raise RuntimeError("the server did not start")


def _child_of(pid: int) -> int:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return int(children[0])
