"""`yixian demo`: the whole site on this machine with sample data. Nothing leaves the machine."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

HOST = "127.0.0.1"
APPLICATION = "yixian.web.config.wsgi"
STAMP = "prepared"
LANES = ("main", "solver")
PATIENCE = 30.0


def configure(parser: argparse.ArgumentParser) -> None:
    """`--port`, and `--fresh` to begin with the data as new."""
    parser.add_argument("--port", type=int, default=8000, help="where to listen on loopback (8000)")
    parser.add_argument("--fresh", action="store_true", help="throw the demo's data away and load it anew")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prepare, load, serve until stopped."""
    if _is_taken(args.port):
        print(f"Port {args.port} is in use. Try another: make demo PORT={args.port + 1}", file=sys.stderr)
        return 2
    os.environ.setdefault("YIXIAN_DATA", str(Path("var/demo").resolve()))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yixian.web.config.settings")
    if args.fresh:
        _throw_away(Path(os.environ["YIXIAN_DATA"]))
    began = time.monotonic()
    if not is_prepared():
        prepare()
    return serve(args.port, began)


def is_prepared() -> bool:
    """Whether this release has prepared this folder; told without starting the framework, for the next start's sake."""
    database = _data() / "yixian.sqlite3"
    stamp = _data() / STAMP
    return database.exists() and stamp.exists() and stamp.read_text() == release()


def prepare() -> None:
    """Database, static files, sample data."""
    import django

    django.setup()
    from django.core.management import call_command

    from yixian.web.sample.load import is_loaded, load
    from yixian.web.shared.tasks import measure_tables

    call_command("migrate", verbosity=0)
    collect_static()
    if not is_loaded():
        print("Loading sample data (about twenty seconds, only this once) ...", flush=True)
        load(say=lambda step: print(f"  {step}", flush=True))
        measure_tables()
    (_data() / STAMP).write_text(release())


def collect_static() -> None:
    """Copy and compress the static files, unless this release's are there."""
    from django.conf import settings
    from django.core.management import call_command

    from yixian.web.config.release import RELEASE

    stamp = settings.STATIC_ROOT / "release"
    if stamp.exists() and stamp.read_text() == RELEASE:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(RELEASE)


def _data() -> Path:
    return Path(os.environ["YIXIAN_DATA"])


def release() -> str:
    """The state of the static files and the names of all migrations."""
    from yixian.web.config.release import RELEASE

    web = Path(__file__).resolve().parent.parent
    migrations = sorted(str(path.relative_to(web)) for path in web.glob("*/migrations/0*.py"))
    return "\n".join([RELEASE, *migrations])


def sign_in_links() -> list[tuple[str, str, str]]:
    """One fresh sign-in link per role: (role, who, path)."""
    import django

    django.setup()
    from yixian.web.sample.links import sign_in_links

    return sign_in_links()


def serve(port: int, began: float) -> int:
    """Run the server and the workers until told to stop, or until one of them ends.

    The links are made while the server starts. The workers begin once it answers: nobody waits for them.
    """
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    processes = [subprocess.Popen(server(port), env=environment)]
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, _leave)
    try:
        links = sign_in_links()
        if not _answers(port, processes):
            print("The server did not start; see above.", file=sys.stderr)
            return 1
        processes.extend(subprocess.Popen(worker(lane), env=environment) for lane in LANES)
        _announce(port, links, time.monotonic() - began)
        while all(process.poll() is None for process in processes):
            time.sleep(0.2)
    finally:
        _stop(processes)
    return 0


def _leave(*_: object) -> None:
    """Asked to stop: what was started is stopped on the way out, once."""
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, signal.SIG_IGN)
    raise SystemExit(0)


def _announce(port: int, links: list[tuple[str, str, str]], seconds: float) -> None:
    address = f"http://{HOST}:{port}"
    print(f"\nYixian 一线 is running at {address} (ready in {seconds:.1f} s). Stop with Ctrl+C.")
    print("Each link below signs one person in once; starting again prints new ones.\n")
    for role, who, path in links:
        print(f"  {role:<34} {who}\n    {address}{path}")
    print("", flush=True)


def server(port: int, log_level: str = "warning", application: str = APPLICATION) -> list[str]:
    """The command that serves as delivered: one process of two threads, on loopback."""
    options = {
        "worker-class": "yixian.web.config.serving.Worker",
        "workers": "1",
        "threads": "2",
        "log-level": log_level,
        "bind": f"{HOST}:{port}",
    }
    words = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "gunicorn", *words, application]


def worker(lane: str) -> list[str]:
    """The command of the worker that does the jobs of one lane."""
    return [sys.executable, "-m", "django", "worker", "--lane", lane]


def _answers(port: int, processes: list["subprocess.Popen[bytes]"]) -> bool:
    """Wait until the sign-in page comes, or a process has ended."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and all(process.poll() is None for process in processes):
        try:
            with urllib.request.urlopen(f"http://{HOST}:{port}/accounts/signin/", timeout=5):
                return True
        except urllib.error.HTTPError:
            return False
        except OSError:
            time.sleep(0.05)
    return False


def _stop(processes: list["subprocess.Popen[bytes]"]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def _throw_away(folder: Path) -> None:
    """Only a folder that a demo made."""
    import shutil

    if (folder / "yixian.sqlite3").exists():
        shutil.rmtree(folder)
