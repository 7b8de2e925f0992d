"""What a real browser tells others about a personal link: nothing but the name of the site."""

from datetime import timedelta

import pytest

from tests.journeys.browser import PHONE, chromium, window
from yixian.web.accounts.actions.links import make_link
from yixian.web.accounts.links import path_of


@pytest.fixture
def told(live_server, monkeypatch):
    """Open a path, press its button, and collect (where to, Referer) of every request."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

    def press(path):
        noted = []
        with chromium() as browser:
            page = window(browser, [], PHONE)
            page.on("request", lambda r: noted.append((r.url, r.all_headers().get("referer", ""))))
            page.goto(live_server.url + path)
            page.click("main form .btn-primary")
            page.wait_for_url("**/accounts/me/")
            page.wait_for_load_state()
        return noted

    return press


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
def test_no_request_carries_the_address_of_a_link(live_server, told, officer, chair):
    _link, token = make_link(
        by=officer, person=chair, target="/accounts/me/", purpose="sign-in", valid_for=timedelta(days=1)
    )
    noted = told(path_of(token))
    assert [url for url, referer in noted if token in referer] == []
    assert [referer for url, referer in noted if url.endswith(path_of(token))] == ["", f"{live_server.url}/"]
