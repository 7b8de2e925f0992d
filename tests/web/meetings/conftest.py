"""What the tests of meetings share."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _in_chinese():
    """A request leaves its language behind; each test begins in the site's own."""
    with translation.override("zh-hans"):
        yield
