"""Run the tests: first those that need no browser, two at a time, then some on PostgreSQL, then the journeys.

Where Chromium or PostgreSQL is missing it is installed by apt if that may be done without asking anybody. Where
it can't be had, what needs it is left out and this is said; under CI=true that is a failure.
Further arguments go to pytest; files or folders among them are run alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from setup import apt_install, make_generated

ROOT = Path(__file__).resolve().parent.parent
JOURNEYS = "tests/journeys"
# What is most bound to the database; the whole of tests/web runs on PostgreSQL by hand (tests/postgres.py).
ON_POSTGRESQL = (
    "tests/web/field",
    "tests/web/capture",
    "tests/web/shared/test_audit.py",
    "tests/web/shared/test_jobs.py",
    "tests/web/shared/test_prepared.py",
    "tests/web/meetings/test_checkin_actions.py",
    "tests/web/reports/test_figures.py",
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NO_TESTS_COLLECTED = 5
NO_BROWSER = """LEFT OUT: the journeys in a real browser. Chromium was not found and could not be installed
here without a password. On Debian or Ubuntu: sudo apt install chromium fonts-noto-cjk"""
NO_POSTGRESQL = """LEFT OUT: everything on PostgreSQL (the fault list was gone through on SQLite only). It was not
found and could not be installed here without a password. On Debian or Ubuntu: sudo apt install postgresql"""

NO_STRACE = """LEFT OUT: the power cuts of the fault list. strace was not found, or may not be used here.
On Debian or Ubuntu: sudo apt install strace"""


def main(arguments: list[str]) -> int:
    """Give pytest's exit status of the first part that fails, else 0."""
    make_generated()
    if any(Path(each.partition("::")[0]).exists() for each in arguments):  # just these files
        return _pytest(*arguments, environment={"YIXIAN_CHROMIUM": _found() or ""})
    browser, has_postgresql = _browser(), _has_postgresql()
    missing = [
        words for words, there in ((NO_BROWSER, browser), (NO_POSTGRESQL, has_postgresql)) if not there
    ]
    if missing and os.environ.get("CI") == "true":
        print(*missing, sep="\n", file=sys.stderr)
        return 1
    status = _pytest("-n", "2", "--dist", "loadfile", f"--ignore={JOURNEYS}", *arguments)
    if has_postgresql and not arguments and status == 0:
        status = _run("tests.postgres", "pytest", *ON_POSTGRESQL)
    if browser and status in (0, NO_TESTS_COLLECTED):
        journeys = _pytest(JOURNEYS, *arguments, environment={"YIXIAN_CHROMIUM": browser})
        status = status if journeys == NO_TESTS_COLLECTED else journeys
    for words in (*missing, *([] if _has_strace() else [NO_STRACE])):
        print(words)
    return status


def _pytest(*arguments: str, environment: dict[str, str] | None = None) -> int:
    return _run("pytest", *arguments, environment=environment)


def _run(*arguments: str, environment: dict[str, str] | None = None) -> int:
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **(environment or {})}).returncode


def _browser() -> str | None:
    """Find Chromium, or install it together with a Chinese face for the pictures."""
    if not _found():
        print("Installing Chromium and a Chinese font by apt ...", flush=True)
        apt_install("chromium", "fonts-noto-cjk")
    return _found()


def _has_postgresql() -> bool:
    """Whether its programs are here, perhaps installed just now; a running server is not needed."""
    if not _postgresql():
        print("Installing PostgreSQL by apt ...", flush=True)
        apt_install("postgresql")
    return _postgresql()


def _postgresql() -> bool:
    return bool(shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


def _has_strace() -> bool:
    try:
        return subprocess.run(["strace", "-o", os.devnull, "true"], stderr=subprocess.DEVNULL).returncode == 0
    except FileNotFoundError:
        return False


def _found() -> str | None:
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
