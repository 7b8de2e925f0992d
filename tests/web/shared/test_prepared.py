"""A prepared query answers as the queryset does, and refuses what it cannot keep."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.models import Count, F, QuerySet
from django.test.utils import CaptureQueriesContext

from yixian.web.accounts.models import Person
from yixian.web.shared.prepared import Prepared

pytestmark = pytest.mark.django_db


def _people(member_id: int, name: str) -> QuerySet[Person]:
    people = Person.objects.with_scopes_disabled().select_related("federation", "member")
    return people.filter(member_id=member_id, is_active=True).exclude(name=name).order_by("-pk")


def test_it_gives_the_same_objects_as_the_queryset(chair: Person, delegate: Person) -> None:
    """Every column and the related objects, for several values, in the order asked for."""
    prepared = Prepared(_people, member_id=int, name=str)
    for person in (chair, delegate):
        for name in (person.name, "'; --", ""):
            expected = list(_people(person.member_id, name))
            found = prepared.all(member_id=person.member_id, name=name)
            assert [_columns(each) for each in found] == [_columns(each) for each in expected]
            assert [_columns(each.member) for each in found] == [_columns(each.member) for each in expected]


def test_one_query_and_no_other_for_the_related_objects(chair: Person) -> None:
    """Members and federations come with the people."""
    prepared = Prepared(_people, member_id=int, name=str)
    with CaptureQueriesContext(connection) as queries:
        found = prepared.first(member_id=chair.member_id, name="")
        assert found is not None
        assert (found.member.pk, found.federation.pk) == (chair.member_id, chair.federation_id)
    assert len(queries) == 1


def test_nobody_is_none() -> None:
    """An answer without rows."""
    prepared = Prepared(_people, member_id=int, name=str)
    assert prepared.first(member_id=0, name="") is None
    assert prepared.all(member_id=0, name="") == []


@pytest.mark.parametrize(
    "change",
    [
        lambda people: people.prefetch_related("member"),
        lambda people: people.annotate(n=Count("pk")),
        lambda people: people.filter(name=F("name")),
    ],
)
def test_what_cannot_be_kept_is_refused(change) -> None:  # type: ignore[no-untyped-def]
    """Prefetching, annotations, and a value that does not reach the query."""
    everyone = Person.objects.with_scopes_disabled()
    prepared = Prepared(lambda key: change(everyone), key=int)
    with pytest.raises(ImproperlyConfigured):
        prepared.first(key=1)


def _columns(thing) -> dict[str, object]:  # type: ignore[no-untyped-def]
    return {field.attname: getattr(thing, field.attname) for field in thing._meta.concrete_fields}
