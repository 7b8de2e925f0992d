"""The real site for journeys: server and worker as they are delivered, on loopback, with data of their own."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.server import free_port
from yixian.web.config.demo import LANES, server, worker

SETTINGS = {"DJANGO_SETTINGS_MODULE": "yixian.web.config.settings"}


@dataclass
class Site:
    """Where it is, and the data folder behind it."""

    folder: Path
    port: int
    log: Path
    processes: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The first part of every address."""
        return f"http://127.0.0.1:{self.port}"

    def python(self, code: str, *arguments: str) -> str:
        """Run a piece of Python inside the site, across all federations; what it prints comes back."""
        begin = "import django, json, sys; django.setup(); from django_scopes import scopes_disabled\n"
        body = "\n".join(f"    {line}" for line in code.splitlines())
        command = [sys.executable, "-c", f"{begin}with scopes_disabled():\n{body}", *arguments]
        done = subprocess.run(command, env=self.environment(), check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout.strip()

    def link_for(self, **who: object) -> str:
        """A fresh sign-in link for one person, found by the fields of the table of people."""
        code = (
            "from datetime import timedelta\nfrom django.urls import reverse\n"
            "from yixian.web.accounts.actions.links import make_link\nfrom yixian.web.accounts.models import Person\n"
            "person = Person.objects.filter(**json.loads(sys.argv[1])).order_by('pk')[0]\n"
            "soon = timedelta(hours=2)\n"
            "_link, token = make_link(by=None, person=person, target='/', purpose='journey', valid_for=soon)\n"
            "print(reverse('accounts:link', args=[token]))"
        )
        return self.address + self.python(code, json.dumps(who))

    def environment(self) -> dict[str, str]:
        """What the processes see."""
        return {**os.environ, **SETTINGS, "YIXIAN_DATA": str(self.folder)}


@contextmanager
def serving(folder: Path) -> Iterator[Site]:
    """Prepare the demo's data and serve it until the block ends; errors of the server fail the journey."""
    subprocess.run(
        [sys.executable, "-m", "benchmarks.data", str(folder)], check=True, stdout=subprocess.DEVNULL
    )
    site = Site(folder, free_port(), folder / "server.log")
    commands = [server(site.port), *(worker(lane) for lane in LANES)]
    with site.log.open("wb") as log:
        for command in commands:
            site.processes.append(subprocess.Popen(command, env=site.environment(), stdout=log, stderr=log))
        try:
            _wait(site)
            yield site
        finally:
            for process in site.processes:
                process.terminate()
            for process in site.processes:
                _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Let it finish, but not for ever: a solve may be under way."""
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait(site: Site) -> None:
    """Until the sign-in page comes."""
    until = time.monotonic() + 60
    while time.monotonic() < until and site.processes[0].poll() is None:
        try:
            urllib.request.urlopen(f"{site.address}/accounts/signin/", timeout=5).read()
        except ConnectionError:
            continue
        except OSError:
            continue
        return
    raise RuntimeError(f"the site did not start: {site.log.read_text()[-2000:]}")
