"""The data that pages are measured on: the demo's, and the same with thousands of rows.

Run by itself (`python -m benchmarks.data FOLDER [ROWS]`), because a process sees one database only.
"""

import os
import sys
from pathlib import Path


def fill(folder: Path, rows: int) -> None:
    """Load the demo's data into a folder, then copy rows in every table until there are `rows`."""
    os.environ["YIXIAN_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "yixian.web.config.settings"
    from yixian.web.config.demo import prepare

    prepare()
    if rows:
        _grow(rows)


def _grow(rows: int) -> None:
    from django.db import transaction
    from django_scopes import scopes_disabled

    from tests.matrix.grow import grow
    from yixian.web.organisations.models import Federation
    from yixian.web.shared.tasks import measure_tables

    with scopes_disabled(), transaction.atomic():
        grow(Federation.objects.get(name="示例区总工会"), rows)
    measure_tables()


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
