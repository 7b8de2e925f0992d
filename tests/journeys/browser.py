"""Browsers of people: each has a window of its own, and every fault in its console counts."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync",
    "--disable-dev-shm-usage", "--disable-component-update", "--no-first-run",
]  # fmt: skip
PATIENCE = 15_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, or the one that YIXIAN_CHROMIUM names."""
    path = os.environ.get("YIXIAN_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


def window(
    browser: Browser, faults: list[str], size: dict[str, int], language: str = "zh-CN", **options: Any
) -> Page:
    """A new window with its own cookies; faults in its console, its policy and its requests are noted."""
    is_phone = size is PHONE
    context = browser.new_context(
        viewport=size,
        locale=language,
        timezone_id="Asia/Shanghai",
        reduced_motion="reduce",
        has_touch=is_phone,
        **options,
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("console", lambda m: faults.append(f"{page.url}: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("response", lambda r: faults.append(f"{r.status} {r.url}") if r.status >= 500 else None)
    return page
