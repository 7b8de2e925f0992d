"""The site's settings with a data folder of the test run's own; a variable already set is kept."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("YIXIAN_DATA", tempfile.mkdtemp(prefix="yixian-tests-"))
os.environ.setdefault("YIXIAN_AUDIT_KEY", "audit key of the tests")
os.environ.setdefault("YIXIAN_SECRET_KEY", "secret key of the tests")
Path(os.environ["YIXIAN_DATA"], "static").mkdir(parents=True, exist_ok=True)

from yixian.web.config.settings import *  # noqa: E402, F403
