"""How long each kind of page takes: alone and with eight at once, with few rows and with thousands.

Between the requests for a page a bare Django list of 42 rows is asked for (`benchmarks/bare.py`), for a machine
shared with others changes its pace from minute to minute. The bars were set where that list took 4.7 ms.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from statistics import median, quantiles

from benchmarks.client import Answers, Page, ask
from benchmarks.server import bare, running

MS, QUERIES, KILOBYTES = 10, 12, 30
BARE_MS = 4.7
ROUNDS = 5
BARE = Page("bare", "", "/")


@dataclass(frozen=True)
class Times:
    """What one page took: medians in milliseconds (`bare` is the bare list's meanwhile), queries and kilobytes."""

    page: Page
    alone: float
    crowd: float
    cpu: float
    bare: float
    queries: int
    kilobytes: float

    @property
    def paced(self) -> float:
        """What it would take where the bare list takes 4.7 ms."""
        return self.alone * BARE_MS / self.bare


def pages(demo: Path, quick: bool, many: Callable[[], Path], rows: int) -> None:
    """Every kind of page at demo size, and with thousands of rows."""
    few = measured_pages(demo, 20 if quick else 60)
    more = {} if quick else measured_pages(many(), 30)
    head = (
        f"{'page':<34}{'who':<12}{'ms':>6}{'paced':>7}{'8 at once':>11}{'CPU ms':>8}{'queries':>9}{'kB':>7}"
    )
    print(f"{head}   {rows} rows: ms  paced  queries  kB" if more else head)
    for name, each in sorted(few.items(), key=lambda item: -item[1].paced):
        line = f"{name:<34}{each.page.who:<12}{each.alone:6.1f}{each.paced:7.1f}{each.crowd:11.1f}{each.cpu:8.1f}"
        line += f"{each.queries:9d}{each.kilobytes:7.1f}"
        if name in more:
            other = more[name]
            line += f"{other.alone:15.1f}{other.paced:7.1f}{other.queries:9d}{other.kilobytes:7.1f}"
            line += f"  ×{other.paced / each.paced:.1f}"
        print(line)
    print(f"\nbars: {MS} ms, {QUERIES} queries, {KILOBYTES} kB a page.")
    _sum_up("demo size", few)
    if more:
        _sum_up(f"{rows} rows", more)


def _sum_up(what: str, found: dict[str, Times]) -> None:
    paces = sorted(each.bare for each in found.values())
    low, high = quantiles(paces, n=20)[0], quantiles(paces, n=20)[-1]
    middle = median(each.alone for each in found.values())
    paced = median(each.paced for each in found.values())
    print(
        f"{what}: {len(found)} pages, median {middle:.1f} ms; a bare list of 42 rows took {median(paces):.1f} ms "
        f"meanwhile ({low:.1f} to {high:.1f}), {BARE_MS} where the bars were set: paced, median {paced:.1f} ms."
    )
    for words, figure in (("as measured", attrgetter("alone")), ("paced", attrgetter("paced"))):
        over = sorted(
            (name for name, each in found.items() if figure(each) > MS), key=lambda name: -figure(found[name])
        )
        names = [
            f"{name} {figure(found[name]):.1f}{' (a file)' if found[name].page.is_file else ''}"
            for name in over
        ]
        print(f"  over {MS} ms {words}: {', '.join(names) or 'none'}.")


def measured_pages(folder: Path, times: int) -> dict[str, Times]:
    """Each page that this folder's data can show, by its name."""
    found = {}
    with running(folder) as server, bare() as reference:
        for page, queries in kinds_of(folder):
            alone, plain = Answers(), Answers()
            ask(server.port, [page], 3)
            used = 0.0
            for _round in range(ROUNDS):
                began = server.cpu()
                alone.add(ask(server.port, [page], times // ROUNDS))
                used += server.cpu() - began
                plain.add(ask(reference.port, [BARE], times // ROUNDS))
            crowd = ask(server.port, [page], times, at_once=8)
            found[page.label] = Times(
                page=page,
                alone=alone.milliseconds,
                crowd=crowd.milliseconds,
                cpu=used / len(alone.seconds) * 1000,
                bare=plain.milliseconds,
                queries=queries,
                kilobytes=alone.octets / 1000,
            )
    return found


def kinds_of(folder: Path) -> list[tuple[Page, int]]:
    """The pages that this folder's data can show, with the number of their queries."""
    command = [sys.executable, "-m", "benchmarks.kinds", str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [(Page(*page), queries) for page, queries in json.loads(done.stdout)]
