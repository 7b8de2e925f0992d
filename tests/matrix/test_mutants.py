"""The walker is proved by taking one lock off at a time: every such site must be found out."""

import pytest

from tests.matrix import mutants, table

pytestmark = pytest.mark.django_db

# Locks behind which another one holds, so that nobody gets further without them.
DOUBLED_DOORS: dict[str, str] = {}
DOUBLED_RULES: dict[str, str] = {}
DOUBLED_QUERIES: dict[str, str] = {}


def is_found(walker, addresses):
    """Whether the walker finds a fault at one of these addresses."""
    return any(True for address in addresses for _fault in walker.faults(address))


@pytest.mark.parametrize("name", mutants.door_names())
def test_an_open_door_is_found(walker, name):
    with mutants.open_door(name):
        assert is_found(walker, mutants.addresses_near(name)) is (name not in DOUBLED_DOORS)


@pytest.mark.parametrize("name", mutants.rule_names())
def test_a_deaf_rule_is_found(walker, name):
    with mutants.deaf_rule(name):
        assert is_found(walker, mutants.addresses_near(name)) is (name not in DOUBLED_RULES)


@pytest.mark.parametrize("name", mutants.query_names())
def test_a_boundless_query_is_found(walker, name):
    app = name.split(".")[2]
    near = sorted(table.addresses(), key=lambda address: address.app != app)
    with mutants.boundless_query(name):
        assert is_found(walker, near) is (name not in DOUBLED_QUERIES)
