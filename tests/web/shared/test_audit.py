"""The audit trail: written by every action, whole, and not to be changed."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests import factories
from tests.guards import lift_audit_triggers
from yixian.web.shared import audit
from yixian.web.shared.actions import NoAuditEntry, action
from yixian.web.shared.models import AuditEntry


def _write(district, officer, times=3):
    for turn in range(times):
        audit.record(by=officer, verb="test.write", thing=district, changes={"turn": [None, turn]})


def test_a_whole_trail_verifies(district, officer):
    _write(district, officer)
    assert audit.verify(district.pk) == []
    assert list(AuditEntry.objects.order_by("serial").values_list("serial", "actor_name")) == [
        (n, officer.name) for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    "verb", ["UPDATE shared_auditentry SET actor_name = 'x'", "DELETE FROM shared_auditentry"]
)
def test_the_database_refuses_to_change_an_entry(district, officer, verb):
    _write(district, officer)
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(verb)
    assert audit.verify(district.pk) == []


def _without_triggers(statement):
    lift_audit_triggers()
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_changed_entry_is_found(district, officer):
    _write(district, officer)
    _without_triggers("UPDATE shared_auditentry SET actor_name = 'x' WHERE serial = 2")
    assert audit.verify(district.pk) == ["entry 2 was changed"]


def test_a_missing_tail_is_found(district, officer):
    _write(district, officer)
    _without_triggers("DELETE FROM shared_auditentry WHERE serial = 3")
    assert audit.verify(district.pk) == ["the end of the trail is missing"]


def test_a_silent_action_fails_and_leaves_nothing(district, officer):
    @action
    def rename(*, by, name):
        district.short_name = name
        district.save()

    with pytest.raises(NoAuditEntry):
        rename(by=officer, name="新名")
    district.refresh_from_db()
    assert district.short_name == "甲区"


def test_federations_have_trails_of_their_own(district, sibling, officer, stranger):
    _write(district, officer, times=2)
    _write(sibling, stranger, times=1)
    assert [audit.verify(f.pk) for f in (district, sibling)] == [[], []]
    assert factories.federation("丙区总工会").pk not in set(
        AuditEntry.objects.values_list("federation_id", flat=True)
    )
