"""A fixture for tests that read sentences: everything is said in English."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english():
    """Sentences raised outside a request are in English."""
    with translation.override("en"):
        yield
