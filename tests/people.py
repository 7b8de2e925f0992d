"""Named people: two sibling federations under one city, with everybody the rules speak of."""

import pytest
from django.test import Client

from tests import factories


@pytest.fixture
def city(db):
    """The federation above."""
    return factories.federation("示例市总工会", level="city")


@pytest.fixture
def district(city):
    """The federation that the tests live in."""
    return factories.federation("甲区总工会", parent=city)


@pytest.fixture
def sibling(city):
    """Another federation under the same city."""
    return factories.federation("乙区总工会", parent=city)


@pytest.fixture
def programme(district):
    """The district's series of meetings."""
    return factories.programme(district)


@pytest.fixture
def officer(district):
    """Runs the federation's office."""
    return factories.office(district, "郑主任")


@pytest.fixture
def staff(district):
    """Works in the federation's office."""
    return factories.office(district, "冯干事", duty="staff")


@pytest.fixture
def auditor(district):
    """Reads everything, changes nothing."""
    return factories.office(district, "陈审计", duty="auditor")


@pytest.fixture
def host(district):
    """The member in whose place the meeting is held."""
    return factories.member(district, "甲一机械有限公司工会")


@pytest.fixture
def guest(district):
    """Another member."""
    return factories.member(district, "甲二食品有限公司工会")


@pytest.fixture
def coordinator(host):
    """The host's coordinator."""
    return factories.cadre(host, "何联络", post="officer")


@pytest.fixture
def chair(guest):
    """The guest member's chair."""
    return factories.cadre(guest, "甲主席", post="chair")


@pytest.fixture
def delegate(guest):
    """A cadre of the guest member who goes in the chair's place."""
    return factories.cadre(guest, "甲委员", post="committee")


@pytest.fixture
def stranger(sibling):
    """An officer of the sibling federation."""
    return factories.office(sibling, "生主任")


@pytest.fixture
def city_officer(city):
    """The office of the federation above."""
    return factories.office(city, "市主任")


@pytest.fixture
def meeting(district, programme, host, coordinator):
    """A planned meeting at the host's."""
    return factories.meeting(programme, host=host, coordinator=coordinator)


@pytest.fixture
def signed_in():
    """A browser in which a person is signed in: ``signed_in(person)``."""

    def sign_in(person, **headers):
        client = Client(headers=headers or {"accept-language": "en"})
        client.force_login(person, backend="yixian.web.accounts.backends.LoginBackend")
        return client

    return sign_in
