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

from benchmarks.client import Answers, Page, ask
from benchmarks.server import Server, running

ROWS = 2000
LONGEST = 90
BARS = {"ms": 10, "queries": 12, "kB": 30, "memory": 110, "start": 1.5}


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
    few = measured_pages(demo, 20 if quick else 60)
    many = {} if quick else measured_pages(prepared(demo.parent / "many", ROWS), 30)
    head = f"{'page':<34}{'who':<12}{'ms':>7}{'8 at once':>11}{'CPU ms':>8}{'queries':>9}{'kB':>7}"
    print(f"{head}   {ROWS} rows: ms  queries  kB" if many else head)
    for name, (page, ms, crowd, cpu, queries, kilobytes) in sorted(few.items(), key=lambda item: -item[1][1]):
        line = f"{name:<34}{page.who:<12}{ms:7.1f}{crowd:11.1f}{cpu:8.1f}{queries:9d}{kilobytes:7.1f}"
        if name in many:
            _page, ms2, _crowd, _cpu, queries2, kilobytes2 = many[name]
            line += f"{ms2:15.1f}{queries2:9d}{kilobytes2:7.1f}  ×{ms2 / ms:.1f}"
        print(line)
    over = ", ".join(sorted(name for name, row in few.items() if row[1] > BARS["ms"])) or "none"
    print(
        f"\nbars: {BARS['ms']} ms, {BARS['queries']} queries, {BARS['kB']} kB a page. Over {BARS['ms']} ms: {over}."
    )


def measured_pages(folder: Path, times: int) -> dict[str, tuple[Page, float, float, float, int, float]]:
    """By page: milliseconds alone and eight at once, processor milliseconds, queries, kilobytes."""
    found = {}
    with running(folder) as server:
        for page, queries in kinds_of(folder):
            ask(server.port, [page], 3)
            before = server.cpu()
            alone = ask(server.port, [page], times)
            cpu = (server.cpu() - before) / times * 1000
            crowd = ask(server.port, [page], times, at_once=8)
            found[page.label] = (
                page,
                alone.milliseconds,
                crowd.milliseconds,
                cpu,
                queries,
                alone.octets / 1000,
            )
    return found


def kinds_of(folder: Path) -> list[tuple[Page, int]]:
    """The pages that this folder's data can show."""
    import json

    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.kinds", str(folder)], check=True, stdout=subprocess.PIPE, text=True
    )
    return [(Page(*page), queries) for page, queries in json.loads(done.stdout)]


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
