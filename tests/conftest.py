"""What every test may use: people with names, guards; every federation in sight."""

import pytest
from django_scopes import scopes_disabled

pytest_plugins = ["tests.people", "tests.guards"]


@pytest.fixture(autouse=True)
def _unscoped():
    """Tests look at every federation; requests made through the client open their own scope."""
    with scopes_disabled():
        yield
