"""A browser of our own, with a profile on the disk, that may be killed at any moment and started again."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from tests.faults.phone import SIZE, Phone
from tests.journeys.browser import QUIET


def chromium_path() -> str:
    """Debian's Chromium, or the one that YIXIAN_CHROMIUM names."""
    return os.environ.get("YIXIAN_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"


class Owned:
    """One process group, started by us and only then killed by us."""

    def __init__(self, profile: Path, playwright, *before: str) -> None:
        self.profile, self.playwright, self.before = profile, playwright, before
        self.browser: Browser | None = None
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> Browser:
        """Begin (again) with the same profile."""
        port_file = self.profile / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        for lock in self.profile.glob("Singleton*"):
            lock.unlink(missing_ok=True)
        options = [*QUIET, "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={self.profile}"]
        self.process = subprocess.Popen(
            [*self.before, chromium_path(), *options, "about:blank"], start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        until = time.monotonic() + 30
        while not (port_file.exists() and "\n" in port_file.read_text()):
            assert time.monotonic() < until, "the browser did not start"
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(0.02)
        return self._connect()

    def _connect(self) -> Browser:
        port = (self.profile / "DevToolsActivePort").read_text().split("\n")[0]
        self.browser = self.playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        return self.browser

    def kill(self) -> None:
        """SIGKILL to all of it, as when the battery falls out."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        with contextlib.suppress(Exception):
            self.browser.close()

    def crash_renderers(self) -> None:
        """SIGKILL to the processes that draw pages; the browser stays."""
        for entry in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                is_ours = os.getpgid(int(entry.name)) == self.process.pid
                if is_ours and b"--type=renderer" in (entry / "cmdline").read_bytes():
                    os.kill(int(entry.name), signal.SIGKILL)

    def phone(self, ground, proxy, person: int, *, anew: bool = True) -> Phone:
        """A person's phone in this browser's own (lasting) storage; not `anew`: in the one that runs."""
        context = (self.start() if anew else self._connect()).contexts[0]
        made = Phone(context, proxy.address, ground.facts["meeting"], ground.facts["people"][person])
        made.page.set_viewport_size(SIZE)
        return made


@contextmanager
def owned(profile: Path, playwright: Playwright, *before: str) -> Iterator[Owned]:
    """A browser that ends with the block, whatever happened to it."""
    made = Owned(profile, playwright, *before)
    try:
        yield made
    finally:
        if made.process is not None and made.process.poll() is None:
            made.kill()
