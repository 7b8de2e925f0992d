"""Sessions of the office end for want of use; those on members' phones don't."""

from datetime import timedelta
from http.cookies import Morsel
from time import time

from django.contrib.sessions.models import Session
from django.test import Client

from tests.guards import no_writes
from tests.web.accounts.conftest import PASSWORD
from yixian.web.accounts.actions.links import make_link
from yixian.web.accounts.idle import SINCE, stamp

HOUR = 60 * 60
COOKIE = "yixian-used"


def at_desk():
    client = Client(headers={"accept-language": "en"})
    assert client.post("/accounts/signin/", {"login": "qian", "password": PASSWORD}).status_code == 302
    return client


def by_link(person, officer):
    client = Client(headers={"accept-language": "en"})
    _link, token = make_link(
        by=officer, person=person, target="/", purpose="sign-in", valid_for=timedelta(days=1)
    )
    assert client.post(f"/accounts/links/{token}/").status_code == 302
    return client


def let_pass(client, seconds, *, begun=True):
    """Make the last use (and the signing in) so long ago."""
    session, at = client.session, int(time()) - seconds
    if begun:
        session[SINCE] = at
        session.save()
    client.cookies[COOKIE] = stamp(session.session_key, at)


def page(client):
    return client.get("/accounts/me/").status_code


def test_a_desk_is_signed_out_after_an_hour_and_told_so(clerk):
    client = at_desk()
    let_pass(client, HOUR - 5)
    assert page(client) == 200
    let_pass(client, HOUR + 5)
    answer = client.get("/accounts/me/")
    assert answer["Location"] == "/accounts/signin/?next=/accounts/me/"
    assert Session.objects.count() == 0
    words = client.get(answer["Location"]).content.decode()
    assert "You were signed out after 60 minutes without use." in words


def test_signing_in_again_leads_back_and_the_words_are_gone(clerk):
    client = at_desk()
    let_pass(client, HOUR + 5)
    client.get("/accounts/me/")
    client.post("/accounts/signin/", {"login": "qian", "password": PASSWORD})
    assert page(client) == 200
    client.post("/accounts/signout/")
    assert "signed out after" not in client.get("/accounts/signin/").content.decode()


def test_use_keeps_a_session_going_without_writing(clerk):
    client = at_desk()
    let_pass(client, HOUR * 5)
    let_pass(client, 120, begun=False)
    with no_writes():
        answer = client.get("/accounts/me/")
    renewed = answer.cookies[COOKIE]
    assert (type(renewed), renewed["httponly"], renewed["samesite"]) == (Morsel, True, "Lax")
    with no_writes():
        assert COOKIE not in client.get("/accounts/me/").cookies


def test_a_stamp_of_another_session_or_a_forged_one_counts_for_nothing(clerk):
    client = at_desk()
    let_pass(client, HOUR + 5)
    for forged in (stamp("another", int(time())), f"{int(time())}:x", "ended", ""):
        client.cookies[COOKIE] = forged
        assert client.get("/accounts/signin/", headers={"accept": "*/*"}).status_code == 200
        assert page(client) == 302


def test_without_a_stamp_the_session_counts_from_the_signing_in(clerk):
    client = at_desk()
    del client.cookies[COOKIE]
    assert page(client) == 200


def test_a_link_of_the_office_ends_as_well_and_a_phone_of_a_member_does_not(officer, staff, chair):
    desk, phone = by_link(staff, officer), by_link(chair, officer)
    assert (SINCE in desk.session, SINCE in phone.session) == (True, False)
    let_pass(desk, HOUR + 5)
    assert (page(desk), page(phone), COOKIE in phone.cookies) == (302, 200, False)


def test_changing_the_password_keeps_the_desk_signed_in(clerk):
    client = at_desk()
    let_pass(client, 120)
    new = {"present": PASSWORD, "password": "另一把很长的 pass phrase 43"}
    assert client.post("/accounts/me/password/", new).status_code == 302
    assert (page(client), SINCE in client.session) == (200, True)


def test_never_when_it_is_switched_off(clerk, settings):
    client = at_desk()
    let_pass(client, HOUR * 100)
    settings.IDLE_MINUTES = 0
    assert page(client) == 200


def test_a_fragment_of_a_page_reloads_it(clerk):
    client = at_desk()
    let_pass(client, HOUR + 5)
    answer = client.get("/accounts/people/", headers={"hx-request": "true"})
    assert (answer.status_code, answer["HX-Refresh"]) == (204, "true")
