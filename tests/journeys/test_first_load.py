"""The first page on a new phone: few requests, few bytes, nothing from elsewhere."""

from urllib.parse import urlsplit

from tests.journeys.browser import PHONE

MOST_REQUESTS, MOST_BYTES, MOST_OF_NEXT = 8, 120_000, 30_000


def traffic(page, action):
    """Addresses and bytes of everything that the browser fetches during an action."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    seen, sizes = [], []
    session.on("Network.requestWillBeSent", lambda event: seen.append(event["request"]["url"]))
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    action()
    page.wait_for_load_state("networkidle")
    session.detach()
    return [url for url in seen if not url.startswith("data:")], sum(sizes)


def test_first_page_and_the_next(site, open_window):
    phone = open_window(PHONE)
    addresses, size = traffic(phone, lambda: phone.goto(f"{site.address}/accounts/signin/"))
    assert {urlsplit(address).netloc for address in addresses} == {f"127.0.0.1:{site.port}"}
    assert (len(addresses) <= MOST_REQUESTS, size <= MOST_BYTES) == (True, True), (addresses, size)
    phone.goto(site.link_for(duty="office", federation__name="示例区总工会"))
    phone.locator("form .btn-primary").click()
    phone.wait_for_url(f"{site.address}/")
    new = open_window(PHONE)
    new.context.add_cookies([cookie for cookie in phone.context.cookies() if cookie["name"] == "yixian"])
    addresses, size = traffic(new, lambda: new.goto(f"{site.address}/"))
    assert (len(addresses) <= MOST_REQUESTS, size <= MOST_BYTES) == (True, True), (addresses, size)
    for path in ("/meetings/", "/planning/", "/problems/", "/learning/", "/organisations/members/"):
        addresses, size = traffic(new, lambda path=path: new.goto(site.address + path))
        assert size <= MOST_OF_NEXT, (path, size, addresses)
