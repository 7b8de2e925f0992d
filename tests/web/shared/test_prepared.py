"""A prepared query answers as the queryset does, and refuses what it cannot keep."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.models import Count, F, QuerySet
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from tests import factories
from yixian.web.accounts.models import Person
from yixian.web.accounts.queries.audit import entries_visible_to
from yixian.web.accounts.queries.people import people_visible_to
from yixian.web.organisations.models import Federation, Member
from yixian.web.shared.models import AuditEntry
from yixian.web.shared.paging import Paginator, PreparedPages
from yixian.web.shared.prepared import Asker, Choice, Prepared, PreparedRows

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
        lambda people: people.filter(name=F("name")),
    ],
)
def test_what_cannot_be_kept_is_refused(change) -> None:  # type: ignore[no-untyped-def]
    """Prefetching, and a value that does not reach the query."""
    everyone = Person.objects.with_scopes_disabled()
    prepared = Prepared(lambda key: change(everyone), key=int)
    with pytest.raises(ImproperlyConfigured):
        prepared.first(key=1)


def test_what_was_worked_out_comes_with_the_object(chair: Person, delegate: Person) -> None:
    """Annotations stand on the objects as they do on those of a queryset."""

    def members(key: int) -> QuerySet[Member]:
        return Member.objects.with_scopes_disabled().filter(pk=key).annotate(how_many=Count("people"))

    (expected,) = members(chair.member_id)
    found = Prepared(members, key=int).first(key=chair.member_id)
    assert found is not None
    assert (found.pk, found.how_many) == (expected.pk, expected.how_many)  # type: ignore[attr-defined]


def test_a_list_of_numbers_is_one_value(chair: Person, delegate: Person, officer: Person) -> None:
    """None, one and many, in a plain column and across a relation."""
    everyone = Person.objects.with_scopes_disabled()
    by_key = PreparedRows(
        lambda keys: everyone.filter(pk__in=keys).order_by("pk").values_list("pk"), keys=list
    )
    by_member = PreparedRows(lambda keys: everyone.filter(member__in=keys).values_list("name"), keys=list)
    for keys in ([], [chair.pk], sorted([chair.pk, officer.pk])):
        assert by_key.one_column(keys=keys) == keys
    expected = everyone.filter(member__in=[delegate.member_id]).values_list("name", flat=True)
    assert by_member.one_column(keys=[delegate.member_id]) == list(expected)


def test_a_choice_is_worked_out_for_each_value(chair: Person, delegate: Person) -> None:
    """The order is not a value of SQL, so each has a query of its own."""
    everyone = Person.objects.with_scopes_disabled()
    rows = PreparedRows(
        lambda federation, order: everyone.filter(federation_id=federation).order_by(order).values("pk"),
        federation=int,
        order=Choice,
    )
    up = [each["pk"] for each in rows.dicts(federation=chair.federation_id, order="pk")]
    down = [each["pk"] for each in rows.dicts(federation=chair.federation_id, order="-pk")]
    assert len(up) > 1
    assert up == down[::-1]


def test_a_part_of_a_long_list_is_one_query_for_every_part(district: Federation) -> None:
    """The same SQL for the first page and for one far behind; nothing beyond the end."""
    for number in range(7):
        factories.member(district, f"乙{number}工会")
    members = Member.objects.with_scopes_disabled().filter(federation_id=district.pk).order_by("pk")
    rows = PreparedRows(lambda part: members.values_list("name")[part], part=slice)
    names = [each.name for each in members]
    for first in (0, 3, 6, 9):
        assert rows.one_column(part=slice(first, first + 3)) == names[first : first + 3]
    assert rows.one_column(part=slice(None)) == names
    assert len(rows.known) == 1


@pytest.mark.parametrize("page", ["1", "2", "99", "none"])
def test_pages_are_those_of_the_queryset(district: Federation, officer: Person, page: str) -> None:
    """Rows, number of pages and number of rows, for filters that are asked for often and for those that are not."""
    for number in range(7):
        factories.member(district, f"乙{number}工会")

    def build(by: Person, filters: str) -> QuerySet[Member, Any]:
        return Member.objects.filter(federation_id=by.federation_id).order_by("pk").values_list(filters)

    with scope(federation=district.pk):
        expected = Paginator(build(officer, "name"), 3).get_page(page)
        for is_usual in (True, False):
            pages = PreparedPages(build, are_usual=lambda _filters, answer=is_usual: answer, per_page=3)
            found = pages.page(officer, "name", page)
            assert [tuple(row) for row in found] == list(expected)
            assert (found.number, found.paginator.count) == (expected.number, expected.paginator.count)


SEEN: Prepared[Person] = Prepared(lambda by: people_visible_to(by).order_by("pk"), by=Asker)
EVERY_MEMBER = PreparedRows(lambda by: Member.objects.order_by("pk").values_list("pk"), by=Asker)


def test_who_asks_sees_what_the_queryset_shows(
    officer: Person, staff: Person, chair: Person, delegate: Person, stranger: Person
) -> None:
    """One function says what a person may see; the prepared query keeps to it for every standing."""
    for person in (officer, staff, chair, delegate, stranger):
        with scope(federation=person.federation_id):
            expected = [each.pk for each in people_visible_to(person).order_by("pk")]
        assert [each.pk for each in SEEN.all(by=person)] == expected


def test_an_asker_never_leaves_the_own_federation(officer: Person, stranger: Person) -> None:
    """Even where the query names no federation: it is built inside the scope of whoever asks."""
    for person in (officer, stranger):
        own = Member.objects.with_scopes_disabled().filter(federation_id=person.federation_id).order_by("pk")
        assert EVERY_MEMBER.one_column(by=person) == [each.pk for each in own]


def test_somebody_without_the_right_gets_nothing_and_asks_nothing(chair: Person) -> None:
    """A queryset of nothing needs no query."""
    trail: Prepared[AuditEntry] = Prepared(lambda by: entries_visible_to(by), by=Asker)
    with CaptureQueriesContext(connection) as queries:
        assert trail.all(by=chair) == []
    assert len(queries) == 0


def test_whoever_asks_is_named_by() -> None:
    """The one name that is read as a person."""
    with pytest.raises(ImproperlyConfigured):
        Prepared(lambda who: people_visible_to(who), who=Asker)


def _columns(thing) -> dict[str, object]:  # type: ignore[no-untyped-def]
    return {field.attname: getattr(thing, field.attname) for field in thing._meta.concrete_fields}


def test_a_number_that_no_column_holds_finds_nothing(chair: Person) -> None:
    """An address may name any number; the database would stumble over it."""
    prepared = Prepared(_people, member_id=int, name=str)
    for number in (2**63, -(2**63) - 1, 10**30):
        assert prepared.all(member_id=number, name="") == []
    assert prepared.first(member_id=2**63 - 1, name="") is None
