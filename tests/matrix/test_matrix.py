"""Every address × method × persona × position: who gets in, what they see, what they change."""

import pytest

from tests.matrix import personas, table, watch
from yixian.web.shared.policy import REGISTRY, RELATIVE

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", table.addresses(), ids=lambda address: address.name)
def test_every_persona_gets_what_the_table_says(walker, address):
    assert list(walker.faults(address)) == []


def test_tables_name_no_address_that_is_gone():
    names = {address.name for address in table.addresses()}
    assert [name for module in table.files().values() for name in module.EXPECTED if name not in names] == []


def test_every_address_has_a_name_of_its_own():
    names = [address.name for address in table.addresses()]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("address", table.addresses(), ids=lambda address: address.name)
def test_table_agrees_with_the_policy(walker, address):
    """Whom the policy stops, the table stops; whom it lets in by role alone, the table lets in."""
    faults = []
    for method, name in address.policies.items():
        said, who = table.cell(address, method), REGISTRY[name].who
        for persona in (*personas.SIGNED_OUT, *personas.INSIDE):
            answer = table.said_for(said, persona)
            door = walker.doors[persona, name]
            if door is not None and answer != door:
                faults.append(f"{method}: {name} stops {persona} ({door}), the table says {answer}")
            by_role = door is None and persona not in personas.SIGNED_OUT and not who & RELATIVE
            if by_role and answer == 403 and "narrower" not in said:
                faults.append(
                    f"{method}: {name} lets {persona} in, the table says 403 and not why (narrower)"
                )
    assert faults == []


def test_a_method_that_an_address_does_not_have_is_refused(walker):
    client, _cookies = walker.clients["office"]
    faults = []
    for address in table.addresses():
        own, _foreign, _foster = walker._arguments(address)
        attempt = walker._try(address, "PATCH", "office", "own", own, 405)
        if client.generic("PATCH", attempt.path).status_code != 405:
            faults.append(address.name)
    assert faults == []


def test_tables_without_an_owner_are_those_we_know():
    assert watch.tables_without_owner() == {
        "auth_group", "auth_group_permissions", "auth_permission", "axes_accessattempt", "axes_accessattemptexpiration",
        "axes_accessfailurelog", "axes_accesslog", "django_content_type", "django_session",
    }  # fmt: skip
