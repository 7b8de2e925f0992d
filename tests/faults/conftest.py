"""What the fault suite stands on: one site for all, a proxy and a phone for each test, and the oracle."""

import os
import resource
import signal

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

import pytest
from playwright.sync_api import sync_playwright

from tests.faults.door import LINES, door_of
from tests.faults.ground import Ground
from tests.faults.keeping import Postgres, Sqlite, databases
from tests.faults.owned import chromium_path
from tests.faults.phone import Phone
from tests.faults.power import can_record
from tests.faults.proxy import Proxy
from tests.journeys.browser import QUIET
from tests.postgres import cluster

PEOPLE = 80
collect_ignore = (
    [] if can_record() else ["test_power.py", "test_power_pg.py"]
)  # `make test` says when this is so
if "postgresql" not in databases():
    collect_ignore.append("test_power_pg.py")
MOST_SECONDS = int(os.environ.get("YIXIAN_FAULT_SECONDS", "90"))


@pytest.fixture(autouse=True)
def hard_timeout(request):
    """No test may hang, whatever it hurt."""

    def stop(_signal, _frame):
        raise TimeoutError("the test took too long")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(max(MOST_SECONDS, getattr(request.module, "SECONDS", 0)))
    yield
    signal.alarm(0)


@pytest.fixture(scope="session")
def postgresql():
    """A server of PostgreSQL for this run."""
    with cluster() as made:
        yield made


@pytest.fixture(scope="session", params=databases())
def prepared(request, tmp_path_factory):
    """A site that never runs, on each database: the others are copies of it."""
    folder = tmp_path_factory.mktemp("prepared")
    is_file = request.param == "sqlite"
    kept = Sqlite(folder) if is_file else Postgres(request.getfixturevalue("postgresql"))
    made = Ground(folder, people=PEOPLE, kept=kept)
    made.free = iter(range(PEOPLE))
    return made


@pytest.fixture(scope="session")
def ground(tmp_path_factory, prepared):
    """The site that most tests share; each takes people of its own."""
    made = Ground(tmp_path_factory.mktemp("ground"), like=prepared).start()
    yield made
    made.stop()


@pytest.fixture(scope="package")
def driver():
    """What drives all browsers of this suite; it ends before other suites begin."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="package")
def browser(driver):
    """One browser for most tests."""
    opened = driver.chromium.launch(executable_path=chromium_path(), args=QUIET)
    yield opened
    opened.close()


@pytest.fixture
def proxy(ground):
    """A line that can be hurt."""
    made = Proxy(ground.port)
    yield made
    made.close()


@pytest.fixture
def person(prepared):
    """A person whom no other test knows."""
    return next(prepared.free)


@pytest.fixture
def phone(browser, ground, proxy, person):
    """That person's phone."""
    made = Phone.of(browser, ground, proxy, person)
    yield made
    made.close()


@pytest.fixture
def exact(ground, proxy):
    """The oracle after healing: confirmed on the phone, once on the server, whole on the disk, nothing released."""

    def look(phone: Phone, words: list[str], photos: int = 0) -> None:
        proxy.heal()
        phone.now().has("confirmed", len(words))
        records = ground.records(phone.person["pk"])
        assert sorted(records) == sorted(phone.states())
        assert sorted(records.values()) == sorted((text, "held") for text in words)
        assert list(ground.photos(phone.person["pk"]).values()) == [True] * photos
        assert ground.stray_files() == []

    return look


@pytest.fixture(autouse=True)
def lines_end():
    """No line stays open after a test."""
    yield
    while LINES:
        LINES.pop().hang_up()


@pytest.fixture
def door(ground, person):
    """A person's phone without a screen."""
    return door_of(ground, person)


@pytest.fixture
def worker(ground):
    """The process that writes; its limit is lifted in the end."""
    with open(f"/proc/{ground.process.pid}/task/{ground.process.pid}/children") as children:
        pid = int(children.read().split()[0])
    yield pid
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
