"""The worlds that the matrix walks, built once per module and thrown away before the next."""

import logging

import pytest
from django.db import transaction
from django_scopes import scopes_disabled

from tests.matrix.walker import Walker
from tests.matrix.world import build


@pytest.fixture(scope="module")
def walker(django_db_setup, django_db_blocker):
    """Everybody, in four worlds."""
    with django_db_blocker.unblock(), scopes_disabled(), transaction.atomic():
        city = build("上级市总工会", "C", level="city")
        district = build("甲区总工会", "A", city.federation)
        sibling = build("乙区总工会", "B", city.federation)
        child = build("下级街道工会", "K", district.federation)
        district.things["below"] = child.federation
        logging.disable(logging.ERROR)
        yield Walker({"city": city, "district": district, "sibling": sibling, "child": child})
        logging.disable(logging.NOTSET)
        transaction.set_rollback(True)
