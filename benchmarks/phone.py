"""How soon the phone's page can be used, and how many bytes it takes: Chromium as a phone, at a quarter of the speed.

    python -m benchmarks.phone [TIMES]

The page is opened again and again in a browser that has seen it before; usable means that its scripts have read what
this phone holds and the five keys answer. On loopback, and over a line on which the page comes 0.3 s later; without
a service worker and with one, which also opens it over a silent line and without any. Others at work on the same
machine count: `crowd` is how long work took here in comparison with its processor time, and the best suffers least.
"""

import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext

from tests.faults.ground import Ground
from tests.faults.proxy import Proxy, Request, forward
from tests.journeys.browser import PHONE, chromium

SLOWER = 4
LATER, SILENT = 0.3, 60
PAGE = "/field/?"
BAR_SECONDS, BAR_BYTES = 1.0, 120_000
TIMED = """
new MutationObserver((_news, me) => {
  if (!document.querySelector("[data-held]")?.textContent) return;
  me.disconnect();
  window.usable = performance.now();
}).observe(document, { childList: true, subtree: true, characterData: true });
"""


def main(times: int) -> None:
    """Start a site with one meeting, open, print."""
    with tempfile.TemporaryDirectory(prefix="yixian-bench-") as folder:
        ground = Ground(Path(folder), people=3).start()
        proxy = Proxy(ground.port)
        try:
            with chromium() as browser:
                _measure(browser, ground, proxy, times)
        finally:
            proxy.close()
            ground.stop()


def _measure(browser: Browser, ground: Ground, proxy: Proxy, times: int) -> None:
    home = f"{proxy.address}/field/?meeting={ground.facts['meeting']}"
    print(f"the phone's page, processor {SLOWER} times slower, opened {times} times with a warm cache;")
    print(f"seconds until its keys can be used (bar {BAR_SECONDS:.0f}):  best  median  worst  crowd")
    with _phone(browser, ground, proxy.address, "block") as context:
        octets = _first(context, home, "block")
        _print("no service worker, loopback", _again(context, home, times))
        proxy.fault(_late(LATER), "GET", PAGE)
        _print("no service worker, a line that is late", _again(context, home, times))
        proxy.heal()
    with _phone(browser, ground, proxy.address, "allow") as context:
        _first(context, home, "allow")
        _print("service worker, loopback", _again(context, home, times))
        context.set_offline(True)
        _print("service worker, no line", _again(context, home, times))
        context.set_offline(False)
        for name, seconds in (("late", LATER), ("silent", SILENT)):
            proxy.fault(_late(seconds), "GET", PAGE)
            _print(f"service worker, a line that is {name}", _again(context, home, times))
            proxy.heal()
    print(f"all of the app, compressed: {octets / 1000:.1f} kB (bar {BAR_BYTES / 1000:.0f})")


def _late(seconds: float) -> Callable[..., None]:
    """What the proxy does: the answer comes so much later."""

    def do(proxy: Proxy, client: socket.socket, request: Request) -> None:
        time.sleep(seconds)
        forward(proxy, client, request)

    return do


@contextmanager
def _phone(browser: Browser, ground: Ground, address: str, workers: str) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, locale="zh-CN", has_touch=True, service_workers=workers)
    session = ground.facts["people"][workers == "allow"]["session"]
    context.add_cookies([{"name": "yixian", "value": session, "url": address}])
    yield context
    context.close()


def _print(what: str, seconds: list[tuple[float, float]]) -> None:
    usable, crowd = zip(*seconds, strict=True)
    figures = f"{min(usable):6.2f}{median(usable):8.2f}{max(usable):7.2f}{median(crowd):7.1f}"
    print(f"{what:<46}{figures}", flush=True)


def _crowd() -> float:
    """How many others want this processor; 1 is none."""
    began, worked = time.perf_counter(), time.thread_time()
    sum(range(5_000_000))
    return (time.perf_counter() - began) / (time.thread_time() - worked)


def _first(context: BrowserContext, home: str, workers: str) -> int:
    """The first time: bytes of everything that comes over the line."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(home)
    page.locator("[data-held]:not(:empty)").wait_for()
    page.wait_for_load_state("networkidle")
    if workers == "allow":
        page.wait_for_function("() => caches.has('yixian-field-page')")
    page.close()
    return sum(sizes)


def _again(context: BrowserContext, home: str, times: int) -> list[tuple[float, float]]:
    """Seconds until the keys can be used, of each time, and how crowded this machine was."""
    usable = []
    for _turn in range(times + 1):
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.add_init_script(TIMED)
        page.goto(home, wait_until="commit")
        page.wait_for_function("() => window.usable")
        usable.append((page.evaluate("() => window.usable") / 1000, _crowd()))
        page.close()
    return usable[1:]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
