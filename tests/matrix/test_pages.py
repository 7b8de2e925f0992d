"""Every page takes the same few queries with some rows in each table and with hundreds."""

import gzip
import re
from html import unescape

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.matrix import personas, table
from tests.matrix.grow import grow

pytestmark = pytest.mark.django_db
FEW, MANY = 40, 500
EXPORTS = {"accounts:me-data": "a file of everything that is kept of somebody"}
MOST_QUERIES = 12
MOST_KILOBYTES = 30
# Above 300 records a choice is no list but a name to write; the name of the present one is then looked up.
WRITTEN = {
    *("planning:month", "learning:new-experience", "learning:experience-text", "problems:new"),
    *("problems:detail", "problems:details", "accounts:person-new", "accounts:person-record"),
}

PAGES = [address for address in table.addresses() if "GET" in address.policies]


def readers(address):
    """Those who may see the page, one per kind of view of it."""
    said = table.cell(address, "GET")
    return [p for p in ("office", "chair", "coordinator", "city") if p in said and said[p] == 200] or [
        p for p in personas.INSIDE if table.said_for(said, p) == 200
    ][:1]


def measure(walker):
    """(address, persona) → (queries, kilobytes when compressed) of every page."""
    found = {}
    for address in PAGES:
        own, _foreign, _foster = walker._arguments(address)
        for persona in readers(address):
            attempt = walker._try(address, "GET", persona, "own", own, 200)
            with CaptureQueriesContext(connection) as queries:
                response = walker.send(attempt)
            assert response.status_code == 200, str(attempt)
            body = response.getvalue() if response.streaming else response.content
            is_page = response.headers["Content-Type"].startswith("text/html")
            found[address.name, persona] = (
                len(queries),
                len(gzip.compress(body, 6)) / 1000 if is_page else 0,
            )
    return found


def measure_whole(walker):
    """(address, persona) → (queries, entries said by pages, entries said as a whole) of lists that go on one page."""
    found = {}
    for address in PAGES:
        own, _foreign, _foster = walker._arguments(address)
        for persona in readers(address):
            attempt = walker._try(address, "GET", persona, "own", own, 200)
            by_pages = walker.send(attempt)
            if by_pages.streaming or b'class="pager-whole"' not in by_pages.content:
                continue
            html = by_pages.content.decode()
            (way,) = re.findall(r'class="pager-whole" href="([^"]+)#pages"', html)
            with CaptureQueriesContext(connection) as queries:
                response = walker.clients[persona][0].get(attempt.path + unescape(way))
            assert response.status_code == 200, str(attempt)
            found[address.name, persona] = len(queries), entries(html), entries(response.content.decode())
    return found


def entries(html):
    """How many there are in all, as the foot of a list says."""
    said = re.search(r'<nav class="pager".*?<span>(.*?)</span>', html, re.S)[1]
    return max(map(int, re.findall(r"\d+", said)))


@pytest.fixture(scope="module")
def few(walker):
    """Every page with some rows in each table."""
    point = transaction.savepoint()
    grow(walker.worlds["district"].federation, FEW)
    yield measure(walker)
    transaction.savepoint_rollback(point)


@pytest.fixture(scope="module")
def many(walker, few):
    """Every page with hundreds."""
    point = transaction.savepoint()
    grow(walker.worlds["district"].federation, MANY)
    yield measure(walker)
    transaction.savepoint_rollback(point)


def test_every_long_list_can_be_had_on_one_page(walker, many):
    found = measure_whole(walker)
    assert len({name for name, _persona in found}) > 15
    assert {page: n for page, (n, _by_pages, _whole) in found.items() if n != many[page][0]} == {}
    assert {page: (b, whole) for page, (_n, b, whole) in found.items() if b != whole} == {}


def test_every_page_takes_at_most_twelve_queries(few, many):
    over = {page: n for page, (n, _kb) in {**few, **many}.items() if n > MOST_QUERIES}
    assert {page: n for page, n in over.items() if page[0] not in EXPORTS} == {}


def test_every_page_takes_as_many_queries_with_hundreds_of_rows(few, many):
    grown = {page: n - few[page][0] for page, (n, _kb) in many.items() if n != few[page][0]}
    assert {page: n for page, n in grown.items() if page[0] not in WRITTEN or n > 2} == {}


def test_every_list_is_small(few, many):
    lists = {address.name for address in PAGES if not address.arguments}
    large = {page: kb for page, (_n, kb) in many.items() if page[0] in lists and kb > MOST_KILOBYTES}
    assert large == {}
