"""What journeys need: the site, a browser, and no fault in any console."""

import os

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

import pytest

from tests.journeys.browser import chromium, window
from tests.journeys.site import serving


def pytest_collection_modifyitems(items):
    for item in items:
        if "journeys" in item.nodeid:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site with the demo's data."""
    with serving(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture(scope="session")
def browser():
    """One browser for all windows."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def faults():
    """What went wrong in any console; a journey ends well when this is empty."""
    noted = []
    yield noted
    assert noted == []


@pytest.fixture
def open_window(browser, faults):
    """Open a window: ``open_window(PHONE, language="en")``; all are closed in the end."""
    opened = []

    def new(size, **options):
        page = window(browser, faults, size, **options)
        opened.append(page)
        return page

    yield new
    for page in opened:
        page.context.close()
