"""Pages of the site in a real browser without a server: the test client makes them and answers what they post."""

from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from django.conf import settings as site
from django.contrib.staticfiles import finders
from django.db import connections
from playwright.sync_api import sync_playwright

from tests.web.shared.test_ui_browser import DESK, KINDS, QUIET
from tools import assemble_css

ORIGIN = "http://localhost"  # trusted, as a real address is by its certificate
SVG_NAMESPACE = "http://www.w3.org/2000/svg"
POSTED = "application/x-www-form-urlencoded"


@contextmanager
def visiting(settings, monkeypatch, client):
    """Open pages as the client's person (`visit(path)`); any fault in the browser's console fails at the end."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    settings.DEBUG = True
    assemble_css.assemble()
    faults, ours = [], connections["default"]

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)

        def visit(path, size=DESK, **options):
            page = browser.new_page(viewport=size, reduced_motion="reduce", **options)
            page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.route("**/*", _answering(client, ours))
            page.goto(ORIGIN + path, wait_until="load")
            return page

        connections["default"] = ours
        yield visit
        browser.close()
    assert faults == []


def saved(page, kind):
    """The picture saved from a page (svg or png): the name of its file, and what is in it."""
    page.locator("[data-picture] summary", has_text="Save the picture").click()
    with page.expect_download() as download:
        page.locator(f'[data-save-picture="{kind}"]').click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def drawn(page):
    """The picture saved as a drawing: its name, its root, all its words; nothing in it comes from outside."""
    name, content = saved(page, "svg")
    text = content.decode()
    assert [word for word in ("class=", "style=", 'href="/', "http:/", "var(", "oklch", "<a ")
            if word in text.replace(SVG_NAMESPACE, "")] == []  # fmt: skip
    root = ElementTree.fromstring(text)
    return name, root, [each.text or "" for each in root.iter(f"{{{SVG_NAMESPACE}}}text")]


def _answering(client, connection):
    """What takes a request of the browser; its loop would open a second connection to a database in memory."""

    def answer(route, request):
        connections["default"] = connection
        address = urlsplit(request.url)
        if address.path.startswith(site.STATIC_URL):
            file = Path(finders.find(address.path.removeprefix(site.STATIC_URL)))
            route.fulfill(body=file.read_bytes(), content_type=KINDS[file.suffix])
            return
        answered = _asked(client, request, f"{address.path}?{address.query}".removesuffix("?"))
        route.fulfill(
            status=answered.status_code, body=answered.content, headers=dict(answered.headers.items())
        )

    return answer


def _asked(client, request, path):
    headers = {"HX-Request": "true"} if "hx-request" in request.headers else {}
    if request.method == "POST":
        return client.post(path, request.post_data or "", POSTED, headers=headers, follow=True)
    return client.get(path, headers=headers)
