"""Signing in with a password: one answer for everything wrong, five tries, sessions that end at once."""

import pytest
from django.test import Client

from tests.web.accounts.conftest import PASSWORD
from yixian.web.accounts.models import Person


def browser():
    return Client(headers={"accept-language": "en"})


def attempt(client, login="qian", password=PASSWORD, **extra):
    return client.post("/accounts/signin/", {"login": login, "password": password, **extra})


def test_sign_in_goes_to_the_page_asked_for(clerk):
    response = attempt(browser(), next="/accounts/me/")
    assert (response.status_code, response["Location"]) == (302, "/accounts/me/")


@pytest.mark.parametrize("login", ["QIAN", " qian ", "ｑｉａｎ"])
def test_login_is_the_same_however_it_is_typed(clerk, login):
    assert attempt(browser(), login).status_code == 302


@pytest.mark.parametrize(
    "wish",
    ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example", "", "http:///x"],
)
def test_sign_in_never_leads_to_another_site(clerk, wish):
    assert attempt(browser(), next=wish)["Location"] == "/"


def test_wrong_password_and_unknown_login_look_the_same(clerk):
    known, unknown = attempt(browser(), "qian", "wrong"), attempt(browser(), "nobody", "wrong")
    assert (known.status_code, unknown.status_code) == (422, 422)
    texts = [b.content.decode().replace("nobody", "qian") for b in (known, unknown)]
    assert [line for line in texts[0].splitlines() if "csrf" not in line.lower()] == [
        line for line in texts[1].splitlines() if "csrf" not in line.lower()
    ]


@pytest.mark.parametrize("login", ["qian", "nobody"])
def test_five_wrong_tries_close_the_login_for_everybody(clerk, login):
    answers = [attempt(browser(), login, "wrong").status_code for _ in range(5)]
    assert answers == [422, 422, 422, 422, 429]
    closed = attempt(browser(), login, PASSWORD)
    assert (closed.status_code, closed["Retry-After"]) == (429, "900")
    assert "15 minutes" in closed.content.decode()


def test_another_login_stays_open_on_the_same_address(clerk, district):
    for _ in range(5):
        attempt(browser(), "nobody", "wrong")
    assert attempt(browser()).status_code == 302


def test_session_key_changes_when_signing_in(clerk):
    client = browser()
    client.session.save()
    client.cookies["yixian"] = client.session.session_key
    before = client.session.session_key
    attempt(client)
    assert client.session.session_key != before


def test_disabled_person_cannot_sign_in(clerk):
    Person.objects.filter(pk=clerk.pk).update(is_active=False)
    assert attempt(browser()).status_code == 422


@pytest.mark.parametrize("change", [{"is_active": False}, {"duty": "staff"}, {"session_salt": "another"}])
def test_disabling_or_demoting_ends_sessions_at_once(clerk, change):
    client = browser()
    attempt(client)
    assert client.get("/accounts/signin/").status_code == 302
    Person.objects.filter(pk=clerk.pk).update(**change)
    assert client.get("/accounts/signin/").status_code == 200


def test_sign_out_ends_the_session(signed_in, officer):
    client = signed_in(officer)
    assert client.post("/accounts/signout/")["Location"] == "/accounts/signin/"
    assert client.get("/accounts/signin/").status_code == 200


def test_sign_out_needs_a_post(signed_in, officer):
    assert signed_in(officer).get("/accounts/signout/").status_code == 405
