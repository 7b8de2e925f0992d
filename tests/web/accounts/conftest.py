"""Actions called by tests speak English; requests choose by their header."""

import pytest
from django.utils import translation

from tests import factories

PASSWORD = "一把很长的 pass phrase 42"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def clerk(district):
    """Somebody of the office who signs in by a password."""
    person = factories.office(district, "钱主任", login="qian")
    person.set_password(PASSWORD)
    person.save()
    return person
