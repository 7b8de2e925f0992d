"""Setting up a site: the first federation and somebody who can sign in."""

import io

import pytest
from django.core.management import CommandError, call_command

from tests.web.accounts.conftest import PASSWORD
from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Federation


def create(monkeypatch, *args, password=PASSWORD):
    monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
    out = io.StringIO()
    call_command("create_federation", *args, stdout=out)
    return out.getvalue()


def test_first_person_can_sign_in(db, monkeypatch, client):
    said = create(monkeypatch, "新区总工会", "Qian", "--person", "钱主任")
    assert said == "Created 新区总工会; 钱主任 signs in as qian.\n"
    federation, person = Federation.objects.get(), Person.objects.get()
    assert (federation.short_name, person.duty, person.federation) == ("新区", "office", federation)
    assert client.post("/accounts/signin/", {"login": "qian", "password": PASSWORD}).status_code == 302


def test_a_federation_below_another(district, monkeypatch):
    create(monkeypatch, "新区总工会", "qian", "--parent", "示例市总工会")
    assert Federation.objects.get(name="新区总工会").parent.name == "示例市总工会"


@pytest.mark.parametrize(
    ("args", "password", "fault"),
    [
        (("甲区总工会", "x"), PASSWORD, "already"),
        (("新区总工会", "ZHENG"), PASSWORD, "taken"),
        (("新区总工会", "x"), "short", "short"),
        (("新区总工会", "x", "--parent", "没有"), PASSWORD, "no federation"),
    ],
)
def test_nothing_is_created_by_halves(district, officer, monkeypatch, args, password, fault):
    officer.login = "zheng"
    officer.save()
    before = Federation.objects.count()
    with pytest.raises(CommandError, match=fault):
        create(monkeypatch, *args, password=password)
    assert Federation.objects.count() == before
