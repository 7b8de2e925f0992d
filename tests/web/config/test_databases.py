"""Which database the settings name, from one address in the environment."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from yixian.web.config.databases import database

FOLDER = Path("data")


def test_without_an_address_it_is_a_file_that_loses_nothing():
    made = database("", FOLDER)
    assert (made["ENGINE"], made["NAME"]) == ("django.db.backends.sqlite3", FOLDER / "yixian.sqlite3")
    assert made["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "PRAGMA synchronous=FULL;" in made["OPTIONS"]["init_command"]


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("postgresql://u:p%40ss@db.example:5433/yixian", ("yixian", "u", "p@ss", "db.example", "5433")),
        ("postgres:///yixian", ("yixian", "", "", "", "")),
        ("postgresql:///yixian?host=/run/postgresql", ("yixian", "", "", "/run/postgresql", "")),
        ("postgresql://u@[::1]/%E4%B8%80%E7%BA%BF", ("一线", "u", "", "::1", "")),
    ],
)
def test_an_address_is_taken_apart(address, parts):
    made = database(address, FOLDER)
    assert tuple(made[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")) == parts
    assert (made["ENGINE"], made["CONN_HEALTH_CHECKS"]) == ("yixian.web.config.postgresql", True)
    assert "synchronous_commit=on" in made["OPTIONS"]["options"]


def test_what_else_an_address_says_is_handed_on():
    made = database("postgresql://u@h/n?sslmode=verify-full&connect_timeout=3", FOLDER)
    assert (made["OPTIONS"]["sslmode"], made["OPTIONS"]["connect_timeout"]) == ("verify-full", "3")


@pytest.mark.parametrize("address", ["mysql://h/n", "postgresql://h", "postgresql://h/", "yixian"])
def test_other_addresses_are_refused_with_an_example(address):
    with pytest.raises(ImproperlyConfigured, match="YIXIAN_DATABASE must look like postgresql://"):
        database(address, FOLDER)


def test_a_file_that_forgets_in_a_power_cut_is_refused(tmp_path):
    names = {"YIXIAN_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "yixian.web.config.settings"}
    program = (
        "from django.conf import settings\n"
        "settings.DATABASES['default']['OPTIONS']['init_command'] = 'PRAGMA synchronous=NORMAL;'\n"
        "from django.core.management import execute_from_command_line\n"
        "execute_from_command_line(['yixian', 'check', '--database', 'default'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "YIXIAN_DATABASE": "", **names},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, "yixian.E003" in done.stderr) == (1, True)
