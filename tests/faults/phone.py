"""A phone with the field page open: what a hand does on it, and what it shows."""

import contextlib
from collections.abc import Callable

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.faults.pictures import noisy

SAVED = "#capture:not([open])"
PATIENCE = 20_000
SIZE = {"width": 390, "height": 844}


class Phone:
    """One page of one person's phone, through a proxy."""

    def __init__(self, context: BrowserContext, address: str, meeting: int, person: dict) -> None:
        self.context, self.address, self.person = context, address, person
        self.home = f"{address}/field/?meeting={meeting}"
        context.set_default_timeout(PATIENCE)
        self.sign_in(person["session"])
        self.page: Page = context.new_page()

    @classmethod
    def of(cls, browser: Browser, ground, proxy, person: int = 0, **options) -> "Phone":
        """A fresh phone of a person."""
        options = {"service_workers": "block", **options}
        context = browser.new_context(
            viewport=SIZE, locale="en", timezone_id="Asia/Shanghai", has_touch=True, **options
        )
        return cls(context, proxy.address, ground.facts["meeting"], ground.facts["people"][person])

    def sign_in(self, session: str) -> None:
        """This phone's session is now this one."""
        self.context.add_cookies([{"name": "yixian", "value": session, "url": self.address}])

    def open(self) -> "Phone":
        """Load the page and wait until its scripts run."""
        self.page.goto(self.home, wait_until="load")
        expect(self.page.locator("[data-held]")).not_to_be_empty()
        return self

    def write(self, text: str, kind: str = "note", *, saved: bool = True) -> "Phone":
        """Record words."""
        self.page.locator(f"[data-kind={kind}]").click()
        self.page.locator("#capture textarea").fill(text)
        return self.save() if saved else self

    def shoot(
        self, text: str = "", *, content: bytes | None = None, size=(160, 120), saved: bool = True
    ) -> "Phone":
        """Record a photo."""
        file = {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": content or noisy(size)}
        self.page.locator("[data-kind=photo]").click()
        self.page.locator("#capture input[name=camera]").set_input_files(file)
        self.page.locator("#capture canvas:not([hidden])").wait_for()
        self.page.locator("#capture textarea").fill(text)
        return self.save() if saved else self

    def press_save(self) -> None:
        """Press, and wait for nothing."""
        self.page.locator("#capture .field-foot .btn-primary").click(no_wait_after=True)

    def save(self) -> "Phone":
        """Press, and wait until the page says that it is saved."""
        self.press_save()
        self.page.locator("#capture").wait_for(state="hidden")
        return self

    def now(self) -> "Phone":
        """Do not wait for the next try."""
        self.page.locator("[data-now]").evaluate("button => button.click()")
        return self

    def states(self) -> dict[str, str]:
        """By id: how far each row is."""
        rows = self.page.locator("[data-row]").evaluate_all(
            "rows => rows.map((r) => [r.dataset.row, r.dataset.state])"
        )
        return dict(rows)

    def has(self, state: str, number: int) -> "Phone":
        """Wait until so many rows stand so; longer for many."""
        rows = self.page.locator(f"[data-row][data-state={state}]")
        expect(rows).to_have_count(number, timeout=PATIENCE + 1000 * number)
        return self

    def sees(self, text: str) -> "Phone":
        """These words stand on the page."""
        expect(self.page.locator("body")).to_contain_text(text, timeout=PATIENCE)
        return self

    def until(self, holds: Callable[[], bool]) -> "Phone":
        """Let the page live until something holds outside of it."""
        for _turn in range(PATIENCE // 50):
            if holds():
                return self
            self.page.wait_for_timeout(50)
        raise AssertionError("it never held")

    def close(self) -> None:
        """Put it away."""
        with contextlib.suppress(Exception):
            self.context.close()
