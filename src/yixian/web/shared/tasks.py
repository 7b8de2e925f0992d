"""What the worker does for the database by itself."""

from django.db import connection
from django.utils.translation import gettext_lazy as _

from yixian.web.shared import jobs
from yixian.web.shared.daily import daily

MEASURE = "shared.measure_tables"
EVERY_TABLE = 0x10002  # those too that this connection has not read; see SQLite's page on PRAGMA optimize


def measure_tables() -> None:
    """Let SQLite look how its tables are filled, which tells it the quickest way; PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA optimize={EVERY_TABLE}")


@jobs.task(MEASURE, words=_("Look how the tables are filled, to read them the quickest way"))
def measure_each_day() -> None:
    """The same, by the worker."""
    measure_tables()


daily(MEASURE, hour=4)
