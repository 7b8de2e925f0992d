"""What the site asks of a PostgreSQL, on a server of the tests' own."""

import os
import subprocess
import sys

import pytest

from tests.postgres import cluster
from yixian.web.config.postgresql import TURN


@pytest.fixture(scope="module")
def server():
    with cluster() as made:
        yield made


def run(address, folder, *command, program=""):
    """A command of Django, or a program, as whoever runs the site would start it: exit status and complaints."""
    names = {"YIXIAN_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "yixian.web.config.settings"}
    what = ["-c", program] if program else ["-m", "django", *command]
    done = subprocess.run(
        [sys.executable, *what], env={**os.environ, **names, "YIXIAN_DATABASE": address},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def check(address, folder):
    return run(address, folder, "check", "--database", "default")


def test_a_server_that_loses_nothing_is_taken(server, tmp_path):
    assert check(server.create("sound"), tmp_path)[0] == 0


def test_a_server_that_forgets_in_a_power_cut_is_refused(server, tmp_path):
    address = server.create("forgetful")
    server.execute("ALTER SYSTEM SET fsync = off")
    server.execute("SELECT pg_reload_conf()")
    try:
        status, words = check(address, tmp_path)
    finally:
        server.execute("ALTER SYSTEM RESET fsync")
        server.execute("SELECT pg_reload_conf()")
    assert (status, "yixian.E004" in words, "fsync=on" in words) == (1, True, True)


def test_a_database_for_other_letters_is_refused(server, tmp_path):
    server.execute("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'")
    status, words = check(server.address("latin"), tmp_path)
    assert (status, "yixian.E005" in words) == (1, True)


TWO_WRITERS = f"""
import django
django.setup()
from django.db import OperationalError, connection, transaction
import psycopg
other = psycopg.connect("{{address}}")
other.execute("SELECT pg_advisory_xact_lock({TURN})")
with connection.cursor() as cursor:
    print(cursor.execute("SELECT 'reading waits for nobody'").fetchone()[0])
    cursor.execute("SET lock_timeout = '200ms'")
try:
    with transaction.atomic():
        print("two at once")
except OperationalError:
    print("one at a time")
other.rollback()
with transaction.atomic(), connection.cursor() as cursor:
    print(cursor.execute("SELECT 'then the next'").fetchone()[0])
"""


def test_one_writes_at_a_time_and_reading_waits_for_nobody(server, tmp_path):
    address = server.create("turns")
    status, words = run(address, tmp_path, program=TWO_WRITERS.replace("{address}", address))
    assert (status, words.split("\n")) == (
        0, ["reading waits for nobody", "one at a time", "then the next", ""],
    )  # fmt: skip
