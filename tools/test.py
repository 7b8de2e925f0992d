"""Run the tests: first those that need no browser, two at a time, then the journeys in Chromium.

Where Chromium is missing it is installed by apt if that may be done without asking anybody. Where it
can't be had, the journeys are left out and this is said; under CI=true that is a failure.
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
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NO_TESTS_COLLECTED = 5


def main(arguments: list[str]) -> int:
    """Give pytest's exit status of the first part that fails, else 0."""
    make_generated()
    if any(Path(each.partition("::")[0]).exists() for each in arguments):  # just these files
        return _pytest(*arguments, environment={"YIXIAN_CHROMIUM": _found() or ""})
    has_journeys = any(ROOT.joinpath(JOURNEYS).glob("test_*.py"))
    browser = has_journeys and _browser()
    if has_journeys and not browser and os.environ.get("CI") == "true":
        print("Chromium is needed for the journeys and could not be installed.", file=sys.stderr)
        return 1
    status = _pytest("-n", "2", "--dist", "loadfile", f"--ignore={JOURNEYS}", *arguments)
    if browser and status in (0, NO_TESTS_COLLECTED):
        journeys = _pytest(JOURNEYS, *arguments, environment={"YIXIAN_CHROMIUM": browser})
        status = status if journeys == NO_TESTS_COLLECTED else journeys
    if has_journeys and not browser:
        print(
            "LEFT OUT: the journeys in a real browser. Chromium was not found and could not be installed\n"
            "here without a password. On Debian or Ubuntu: sudo apt install chromium fonts-noto-cjk"
        )
    return status


def _pytest(*arguments: str, environment: dict[str, str] | None = None) -> int:
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **(environment or {})}).returncode


def _browser() -> str | None:
    """Find Chromium, or install it together with a Chinese face for the pictures."""
    if not _found():
        print("Installing Chromium and a Chinese font by apt ...", flush=True)
        apt_install("chromium", "fonts-noto-cjk")
    return _found()


def _found() -> str | None:
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
