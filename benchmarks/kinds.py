"""Print the pages that a data folder can show, as JSON (`python -m benchmarks.kinds FOLDER`)."""

import json
import logging
import os
import sys
from dataclasses import astuple

if __name__ == "__main__":
    os.environ.update(YIXIAN_DATA=sys.argv[1], DJANGO_SETTINGS_MODULE="yixian.web.config.settings")
    import django

    django.setup()
    logging.disable(logging.WARNING)
    from django_scopes import scopes_disabled

    from benchmarks.pages import kinds

    with scopes_disabled():
        found = [(astuple(p), queries) for p, queries in kinds()]
    json.dump(found, sys.stdout)
