"""`make bench`: measures the site on loopback and prints the figures beside the bars. Nothing passes or fails.

`--quick` takes about a minute; `--only pages` (or mixed, process, checkin, uploads, phone, planner) measures one part.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import times
from benchmarks.client import Answers, ask
from benchmarks.server import Server, running
from benchmarks.times import kinds_of

ROWS = 2000
LONGEST = 90
BARS = {"memory": 110, "start": 1.5}


def main() -> int:
    """Prepare the data, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer requests, demo size only")
    parser.add_argument("--only", choices=[*PARTS], help="one part")
    parser.add_argument("--data", type=Path, help="keep the data here and use it again")
    args = parser.parse_args()
    folder = args.data or Path(tempfile.mkdtemp(prefix="yixian-bench-"))
    try:
        demo = prepared(folder / "demo", 0)
        for name, part in PARTS.items():
            if args.only in (None, name):
                print(f"\n== {name}\n", flush=True)
                part(demo, args.quick)
    finally:
        if args.data is None:
            shutil.rmtree(folder)
    return 0


def prepared(folder: Path, rows: int) -> Path:
    """A data folder filled with the demo's data (and more rows), unless it is there."""
    if not (folder / "ready").exists():
        what = f"the demo's data with {rows} rows in each table" if rows else "the demo's data"
        print(f"Preparing {what} ...", flush=True)
        command = [sys.executable, "-m", "benchmarks.data", str(folder), str(rows)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (folder / "ready").touch()
    return folder


def pages(demo: Path, quick: bool) -> None:
    """Every kind of page at demo size, and with thousands of rows."""
    times.pages(demo, quick, lambda: prepared(demo.parent / "many", ROWS), ROWS)


def mixed(demo: Path, quick: bool) -> None:
    """All pages in turn, eight browsers at once: not one may answer 5xx."""
    number = 1_000 if quick else 10_000
    with running(demo) as server:
        answers = ask(server.port, [page for page, _queries in kinds_of(demo)], number, at_once=8)
        bad = sum(count for code, count in answers.codes.items() if code >= 500)
        print(
            f"{number} requests: {answers.rate:.0f}/s, median {answers.milliseconds:.1f} ms, codes {answers.codes}"
        )
        print(f"5xx: {bad} (bar 0); worker afterwards {server.megabytes():.0f} MiB (bar {BARS['memory']})")


def process(demo: Path, quick: bool) -> None:
    """Cold start and memory."""
    starts = []
    for _turn in range(3):
        with running(demo) as server:
            starts.append(server.cold_start)
            _warm(server, demo)
            memory = server.megabytes()
    print(f"cold start {sorted(starts)[1]:.2f} s to the first page (bar {BARS['start']})")
    print(f"worker after each page once: {memory:.0f} MiB (bar {BARS['memory']})")


def _warm(server: Server, demo: Path) -> Answers:
    wanted = [page for page, _queries in kinds_of(demo)]
    return ask(server.port, wanted, len(wanted))


def others(
    *commands: tuple[str, ...], quick: int, less: tuple[str, ...] = (), longest: int = LONGEST
) -> Callable[[Path, bool], None]:
    """Benchmarks of their own, each in its own process, for `longest` seconds each.

    A quick run has only the first `quick` of them, told to do less.
    """

    def run(demo: Path, is_quick: bool) -> None:
        for command in commands[: quick if is_quick else None]:
            words = [*command, *(less if is_quick else ())]
            try:
                subprocess.run([sys.executable, "-m", *words], check=False, timeout=longest)
            except subprocess.TimeoutExpired:
                print(f"{command[0]} was stopped after {longest} s")

    return run


PARTS: dict[str, Callable[[Path, bool], None]] = {
    "process": process,
    "pages": pages,
    "mixed": mixed,
    "checkin": others(("benchmarks.checkin",), quick=1),
    "uploads": others(("benchmarks.uploads",), quick=1),
    "phone": others(("benchmarks.phone",), quick=1),
    "planner": others(
        ("benchmarks.planner.year_plan",),
        ("benchmarks.planner.year_plan_changes",),
        ("benchmarks.planner.groups",),
        ("benchmarks.planner.tour",),
        quick=1,
        less=("--quick",),
        longest=1200,
    ),
}

if __name__ == "__main__":
    sys.exit(main())
