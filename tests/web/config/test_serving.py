"""The server stops when it is told to, however often; the demo's next start has little to prepare."""

import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from benchmarks.server import free_port
from yixian.web.config import demo

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def quitting():
    """A server whose worker is asked twice, and its port."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--worker-class=tests.web.config.quitting.Worker",
        "--threads=2",
    ]
    command += [f"--bind=127.0.0.1:{port}", "--log-level=critical", "tests.web.config.quitting:application"]
    process = subprocess.Popen(command, cwd=ROOT)
    yield process, port
    process.kill()
    process.wait()


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def soon(holds) -> bool:
    until = time.monotonic() + 15
    while time.monotonic() < until:
        if holds():
            return True
    return False


def test_a_worker_that_is_told_twice_to_stop_stops(quitting):
    process, port = quitting
    assert soon(lambda: answers(port))
    process.send_signal(signal.SIGINT)
    assert process.wait(15) == 0
    assert not answers(port)


def test_a_folder_is_prepared_for_one_release_only(tmp_path, monkeypatch):
    monkeypatch.setenv("YIXIAN_DATA", str(tmp_path))
    stamp = tmp_path / demo.STAMP
    assert not demo.is_prepared()
    stamp.write_text(demo.release())
    assert not demo.is_prepared()
    (tmp_path / "yixian.sqlite3").touch()
    assert demo.is_prepared()
    stamp.write_text(demo.release() + "\nplanning/migrations/0099_more.py")
    assert not demo.is_prepared()
