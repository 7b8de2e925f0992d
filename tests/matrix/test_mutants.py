"""The walker is proved by taking one lock off at a time: every such site must be found out."""

import pytest

from tests.matrix import mutants, table

pytestmark = pytest.mark.django_db

# Locks behind which another one holds, so that nobody gets further without them.
OWN_MEMBERS_PEOPLE = "people_visible_to shows a member's people nobody else's"
OWN_INVITATION = "the page starts from one's own member's invitation; who has none finds nothing"
LOOKED_AFTER = (
    "is_looked_after_by asks for the person, their chair or the office (the record: or the auditor) again"
)
OWN_NEWS = "told_visible_to shows what was told to one's own member only"
DOUBLED_DOORS = {
    "accounts.change_interests": LOOKED_AFTER,
    "accounts.see_person": OWN_MEMBERS_PEOPLE,
    "learning.see_person": LOOKED_AFTER,
    "meetings.hand_in": OWN_INVITATION,
    "planning.take_note": OWN_NEWS,
}
DOUBLED_RULES = {
    **DOUBLED_DOORS,
    "learning.see_drafts": "asked for the whole library, and never for one experience",
}
DOUBLED_QUERIES = {"yixian.web.meetings.queries.reports:reports_visible_to": "no page asks it yet"}


def but(names, doubled):
    """The names without those that are doubled."""
    assert set(doubled) <= set(names), "a lock that is listed here is gone"
    return [name for name in names if name not in doubled]


def is_found(walker, addresses, keep=lambda attempt: True):
    """Whether the walker finds a fault at one of these addresses."""
    return any(True for address in addresses for _fault in walker.faults(address, keep))


def looks_abroad(attempt):
    """Cells in which rows of another federation could appear."""
    is_list = not attempt.address.arguments
    is_abroad = is_list or attempt.position != "own" or attempt.persona == "stranger"
    return is_abroad and attempt.persona in ("office", "chair", "stranger")


@pytest.mark.parametrize("name", but(mutants.door_names(), DOUBLED_DOORS))
def test_an_open_door_is_found(walker, name):
    with mutants.open_door(name):
        assert is_found(walker, mutants.addresses_near(name))


@pytest.mark.parametrize("name", but(mutants.rule_names(), DOUBLED_RULES))
def test_a_deaf_rule_is_found(walker, name):
    with mutants.deaf_rule(name):
        assert is_found(walker, mutants.addresses_near(name))


@pytest.mark.parametrize("name", but(mutants.query_names(), DOUBLED_QUERIES))
def test_a_boundless_query_is_found(walker, name):
    app = name.split(".")[2]
    near = sorted(table.addresses(), key=lambda address: address.app != app)
    with mutants.boundless_query(name):
        assert is_found(walker, near, looks_abroad)
