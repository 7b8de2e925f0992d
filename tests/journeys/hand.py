"""What a person does in a window, in words of the journey."""

import re
import time
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.pictures import Pictures


class Hand:
    """One person's window."""

    def __init__(self, page: Page, address: str, pictures: Pictures) -> None:
        self.page, self.address, self.pictures = page, address, pictures

    def open(self, path: str) -> "Hand":
        """Go to a page of the site."""
        self.page.goto(path if path.startswith("http") else self.address + path, wait_until="load")
        return self

    def fill(self, **fields: Any) -> "Hand":
        """Write into fields by their names."""
        for name, value in fields.items():
            self.page.locator(f"main [name={name}], .sheet [name={name}]").first.fill(str(value))
        return self

    def choose(self, **fields: Any) -> "Hand":
        """Choose from lists by the value behind a choice."""
        for name, value in fields.items():
            self.page.locator(f"select[name={name}]").select_option(str(value))
        return self

    def press(self, selector: str, *, confirm: bool = False) -> "Hand":
        """Press what leads to another page, and wait for it."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.locator(selector).first.click()
            if confirm:
                self.page.locator("dialog[open] .btn-danger").click()
        return self

    def send(self, action: str, *, confirm: bool = False) -> "Hand":
        """Press the button of the form that goes to an address ending so."""
        return self.press(f"form[action$='{action}'] button", confirm=confirm)

    def save(self) -> "Hand":
        """Press the page's own button."""
        return self.press("main form.form:not([action]) .btn-primary, main form[data-autosave] .btn-primary")

    def swap(self, selector: str) -> "Hand":
        """Press what changes a part of the page, and wait until it has come."""
        with self.page.expect_response(lambda response: response.request.method == "POST"):
            self.page.locator(selector).first.click()
        return self

    def sees(self, text: str) -> "Hand":
        """These words stand on the page."""
        expect(self.page.locator("body")).to_contain_text(text)
        return self

    def waits_for(self, selector: str, seconds: int = 60) -> "Hand":
        """Until this is there."""
        self.page.locator(selector).first.wait_for(timeout=seconds * 1000)
        return self

    def comes(self, path: str, selector: str, seconds: int = 60) -> "Hand":
        """Open a page again and again until what the worker makes is on it."""
        until = time.monotonic() + seconds
        while not self.open(path).page.locator(selector).count():
            assert time.monotonic() < until, f"{selector} never came to {path}"
        return self

    def at(self, pattern: str) -> str:
        """The part of the address that a pattern with one group finds."""
        found = re.search(pattern, self.page.url)
        assert found, f"{self.page.url} is not {pattern}"
        return found[1]

    def picture(self, name: str, *, again: bool = True) -> "Hand":
        """Take a picture for the guide."""
        self.pictures.take(self.page, name, again=again)
        return self
