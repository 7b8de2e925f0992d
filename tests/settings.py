"""The site's settings with a data folder of the test run's own; a variable already set is kept."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "YIXIAN_DATA" not in os.environ:
    os.environ["YIXIAN_DATA"] = tempfile.mkdtemp(prefix="yixian-tests-")
    atexit.register(shutil.rmtree, os.environ["YIXIAN_DATA"], ignore_errors=True)
os.environ.setdefault("YIXIAN_AUDIT_KEY", "audit key of the tests")
os.environ.setdefault("YIXIAN_SECRET_KEY", "secret key of the tests")
Path(os.environ["YIXIAN_DATA"], "static").mkdir(parents=True, exist_ok=True)

from yixian.web.config.settings import *  # noqa: E402, F403
