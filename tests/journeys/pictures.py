"""Pictures for the guide: taken on the way, in both languages, small; written only when YIXIAN_PICTURES=1."""

import io
import os
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

FOLDER = Path(__file__).resolve().parents[2] / "docs/guide/pictures"
LANGUAGES = {"zh": "zh-hans", "en": "en"}
COOKIE = "django_language"


class Pictures:
    """Takes them, or does nothing."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.wanted = os.environ.get("YIXIAN_PICTURES") == "1"

    def take(self, page: Page, name: str, *, again: bool) -> None:
        """Both languages where the page may be loaded again; else only the one that is shown."""
        if not self.wanted:
            return
        if not again:
            self._keep(page, f"{name}.zh")
            return
        for short, language in LANGUAGES.items():
            page.context.add_cookies([{"name": COOKIE, "value": language, "url": self.address}])
            page.reload(wait_until="load")
            self._keep(page, f"{name}.{short}")
        page.context.clear_cookies(name=COOKIE)
        page.reload(wait_until="load")

    def _keep(self, page: Page, name: str) -> None:
        """As a small PNG of few colours."""
        page.evaluate("document.fonts.ready")
        shot = Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")
        FOLDER.mkdir(parents=True, exist_ok=True)
        small = shot.quantize(96, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        small.save(FOLDER / f"{name}.png", optimize=True)
