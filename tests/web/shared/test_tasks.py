"""What the worker does for the database by itself."""

import pytest
from django.core.management import call_command
from django.db import connection

from yixian.web.organisations.models import Topic
from yixian.web.shared.models import Job
from yixian.web.shared.tasks import MEASURE

pytestmark = pytest.mark.django_db


def measured(table):
    """Whether SQLite has written down how this table is filled."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE name = 'sqlite_stat1'")
        if not cursor.fetchall():
            return False
        cursor.execute("SELECT COUNT(*) FROM sqlite_stat1 WHERE tbl = %s", [table])
        return cursor.fetchone()[0] > 0


def test_the_worker_measures_the_tables(district):
    for number in range(300):
        Topic.objects.create(federation=district, name=f"议题{number}")
    call_command("worker", "--once")
    assert Job.objects.get(name=MEASURE).state == Job.State.DONE
    if connection.vendor == "sqlite":
        assert measured("organisations_topic")
