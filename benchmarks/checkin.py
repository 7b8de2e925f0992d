"""How long a check-in takes, and how many a second one process of two threads records.

    python benchmarks/checkin.py [PEOPLE]

Starts a server of its own on a free port with a data folder of its own, signs everybody in, and lets each
check in once: first one after the other, then eight at a time. Prints the figures; asserts one row per person.
"""

import atexit
import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FOLDER = tempfile.mkdtemp(prefix="yixian-bench-")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
os.environ["YIXIAN_DATA"] = FOLDER
os.environ["DJANGO_SETTINGS_MODULE"] = "yixian.web.config.settings"
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django_scopes import scopes_disabled  # noqa: E402

from tests import factories  # noqa: E402
from tests.factories_capture import meeting_today  # noqa: E402
from yixian.web.meetings.models import CheckIn  # noqa: E402

TOKEN = "b" * 32
BACKEND = "yixian.web.accounts.backends.LoginBackend"


def people_and_meeting(number):
    """A federation with so many cadres, and a meeting that is open today."""
    district = factories.federation()
    members = [factories.member(district) for _each in range(42)]
    meeting = meeting_today(factories.programme(district), host=members[0], state="open")
    return [factories.cadre(members[n % 42]) for n in range(number)], meeting


def session_of(person):
    """A session as signing in leaves it."""
    store = SessionStore()
    store.update(
        {
            SESSION_KEY: str(person.pk),
            BACKEND_SESSION_KEY: BACKEND,
            HASH_SESSION_KEY: person.get_session_auth_hash(),
        }
    )
    store.create()
    return store.session_key


def free_port():
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(port):
    """One process of two threads."""
    command = [
        sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", "2",
        "--worker-class", "yixian.web.config.serving.Worker", "--keep-alive", "30", "--log-level", "error",
        "yixian.web.config.wsgi",
    ]  # fmt: skip
    server = subprocess.Popen(command)
    for _try in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        time.sleep(0.05)
    raise RuntimeError("the server did not start")


def check_in(link, path, key):
    """One tap; returns seconds."""
    headers = {
        "Cookie": f"{settings.SESSION_COOKIE_NAME}={key}; {settings.CSRF_COOKIE_NAME}={TOKEN}",
        "X-CSRFToken": TOKEN,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    start = time.perf_counter()
    link.request("POST", path, "code=482913&via=qr", headers)
    answer = link.getresponse()
    answer.read()
    if answer.status != 302:
        raise RuntimeError(f"status {answer.status}")
    return time.perf_counter() - start


def run(port, path, keys, clients):
    """All of them through so many connections; returns the seconds of each, and of all."""

    def drive(mine):
        link = http.client.HTTPConnection("127.0.0.1", port)
        return [check_in(link, path, key) for key in mine]

    start = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        each = [t for part in pool.map(drive, [keys[n::clients] for n in range(clients)]) for t in part]
    return each, time.perf_counter() - start


def queries_of_one(person, path):
    """The statements that one check-in sends, counted in this process."""
    client = Client()
    client.force_login(person, backend=BACKEND)
    with CaptureQueriesContext(connection) as queries:
        client.post(path, {"code": "482913", "via": "qr"})
    return len(
        [q for q in queries if "SAVEPOINT" not in q["sql"] and q["sql"] not in ("BEGIN IMMEDIATE", "COMMIT")]
    )


def main(number):
    call_command("migrate", verbosity=0)
    with scopes_disabled():
        people, meeting = people_and_meeting(number + 30)
        path = f"/meetings/{meeting.pk}/check-in/"
        queries_of_one(people.pop(), path)
        print(f"queries per check-in     {queries_of_one(people.pop(), path)}")
        keys = [session_of(person) for person in people]
    connections.close_all()
    port = free_port()
    server = serve(port)
    try:
        warm, keys = keys[:28], keys[28:]
        run(port, path, warm, 2)
        half = len(keys) // 2
        for clients, part in ((1, keys[:half]), (8, keys[half:])):
            each, total = run(port, path, part, clients)
            worst = statistics.quantiles(each, n=20)[-1]
            print(
                f"{clients} at a time: {len(part)} check-ins, median {1000 * statistics.median(each):.2f} ms, "
                f"p95 {1000 * worst:.2f} ms, {len(part) / total:.0f}/s"
            )
    finally:
        server.terminate()
        server.wait()
    with scopes_disabled():
        rows = CheckIn.objects.count()
    if rows != number + 30:
        raise SystemExit(f"{rows} rows for {number + 30} people")
    print(f"{rows} rows for {rows} people")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 600)
