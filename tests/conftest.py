"""What every test may use: people with names, guards; every federation in sight."""

import os
import tempfile

os.environ.setdefault("YIXIAN_DATA", tempfile.mkdtemp(prefix="yixian-tests-"))
os.makedirs(os.path.join(os.environ["YIXIAN_DATA"], "static"), exist_ok=True)
os.environ.setdefault("YIXIAN_AUDIT_KEY", "audit key of the tests")
os.environ.setdefault("YIXIAN_SECRET_KEY", "secret key of the tests")

import pytest  # noqa: E402
from django_scopes import scopes_disabled  # noqa: E402

pytest_plugins = ["tests.people", "tests.guards"]


@pytest.fixture(autouse=True)
def _unscoped():
    """Tests look at every federation; requests made through the client open their own scope."""
    with scopes_disabled():
        yield
