"""The kept page and its worker: rows 35, 36 and 37 of the fault list, and who may find what is kept."""

import json
import threading

import pytest

from tests.faults import proxy as line
from tests.faults.phone import Phone


@pytest.fixture
def phone(browser, ground, proxy, person):
    """A phone with a service worker that has kept the page."""
    made = Phone.of(browser, ground, proxy, person, service_workers="allow").open()
    made.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    made.until(lambda: made.page.evaluate("() => caches.has('yixian-field-page')"))
    yield made
    made.close()


def test_35_new_release_arrives_while_something_waits(phone, proxy, exact):
    def newer(way, client, request):
        request.head = request.head.replace(b"Accept-Encoding", b"X-Accept").replace(
            b"HTTP/1.1", b"HTTP/1.0", 1
        )
        answer = line.ask(way.target, request)
        head, _gap, body = answer.partition(b"\r\n\r\n")
        body = body.replace(b'"release": "', b'"release": "next-')
        kept = [each for each in head.split(b"\r\n") if not each.lower().startswith(b"content-length")]
        client.sendall(b"\r\n".join([*kept, b"Content-Length: %d" % len(body)]) + b"\r\n\r\n" + body)

    proxy.block()
    phone.write("更新之前")
    proxy.fault(newer, "GET", "/field/worker.js")
    phone.page.evaluate(
        "() => navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => true)"
    )
    is_new = "() => caches.keys().then((names) => names.some((name) => name.includes('next-')))"
    phone.until(lambda: phone.page.evaluate(is_new))
    phone.open().has("kept", 1)
    exact(phone, ["更新之前"])


def test_page_opens_from_what_is_kept_while_the_line_is_silent(phone, proxy, exact):
    speaks = threading.Event()
    proxy.fault(lambda *_line: speaks.wait(60), "GET", "/field/?")
    phone.open().write("线上没有声音").has("confirmed", 1)
    speaks.set()
    exact(phone, ["线上没有声音"])


def test_37_worker_killed_in_the_middle_of_sending(phone, proxy, exact):
    proxy.fault(line.slow(4000), "POST", "/field/items/", times=1)
    phone.write("杀掉后台" * 20)
    session = phone.context.new_cdp_session(phone.page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    exact(phone, ["杀掉后台" * 20])


def test_worker_keeps_the_shell_only_and_leaves_what_is_sent_alone(phone, proxy, exact):
    phone.write("不碰写请求").has("confirmed", 1)
    phone.page.goto(f"{phone.address}/field/mine/")
    kept = """() => caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name)
      .then((cache) => cache.keys()).then((keys) => keys.map((key) => new URL(key.url).pathname)))))"""
    paths = [path for cache in phone.page.evaluate(kept) for path in cache]
    assert {path.split("/")[1] for path in paths if path != "/field/"} == {"static"}
    posts = [json.loads(each.body)["items"] for each in proxy.seen if "/field/items/" in each.path]
    assert sum(len(items) for items in posts) == 1
    phone.open()
    exact(phone, ["不碰写请求"])


def test_signing_out_takes_the_kept_page_along(phone):
    phone.page.locator("[formaction*=signout]").evaluate("button => button.click()")
    phone.page.wait_for_url("**/accounts/**")
    assert phone.page.evaluate("() => caches.has('yixian-field-page')") is False
