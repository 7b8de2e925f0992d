"""Every page that the demo can show: no serious fault for anybody's eyes, ears or hands; no error in the console."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.browser import DESK, PHONE

AXE = Path(__file__).resolve().parents[1] / "vendor/axe-core/axe.min.js"
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
LOOKS = (
    (DESK, "light", RULES), (DESK, "dark", COLOURS), (PHONE, "dark", COLOURS), (PHONE, "light", RULES),
)  # fmt: skip
FILES = (
    ".xlsx",
    ".docx",
    ".ics",
    ".js",
    "/template/",
    "/data/",
    "/status/",
    "/thumbnail/",
    "/shown/",
    "/live/",
    "/prices/",
    "/next-best/",
    "/preview/",
)


@pytest.fixture(scope="module")
def pages(site):
    """(name, who, path, cookie) of every page."""
    command = [sys.executable, "-m", "benchmarks.kinds", str(site.folder)]
    found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return [page[:4] for page, _queries in found if not page[4] and not page[2].endswith(FILES)]


def axe(page, rules):
    """Serious and critical faults of what is shown now, in short."""
    found = page.evaluate("rules => axe.run(document, rules)", rules)["violations"]
    grave = [v for v in found if v["impact"] in ("serious", "critical")]
    return [
        f"{v['id']}: {node['target']} {node['failureSummary'][:160]}"
        for v in grave
        for node in v["nodes"][:3]
    ]


@pytest.fixture
def window_of(site, open_window):
    """The window of one person, always the same one: what a page still sends goes out under their own name."""
    windows = {}

    def find(who, cookie, size):
        if who not in windows:
            windows[who] = open_window(size)
            pairs = [dict(zip(("name", "value"), c.split("=", 1), strict=True)) for c in cookie.split("; ")]
            windows[who].context.add_cookies([{**pair, "url": site.address} for pair in pairs])
            windows[who].add_init_script(path=AXE)
        return windows[who]

    return find


def test_no_page_has_a_serious_fault(site, window_of, pages):
    found = []
    for name, who, path, cookie in pages:
        page = window_of(who, cookie, DESK)
        page.goto(site.address + path, wait_until="load")
        for size, colours, rules in LOOKS:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=colours)
            found += [f"{name} {size['width']} {colours}: {fault}" for fault in axe(page, rules)]
    if found:
        pytest.fail("\n".join(found))


def test_pages_of_the_phone_do_not_scroll_sideways(site, window_of, pages):
    wide = []
    for name, who, path, cookie in pages:
        phone = window_of(who, cookie, PHONE)
        phone.goto(site.address + path, wait_until="load")
        if phone.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1"):
            wide.append(name)
    assert wide == []
