"""Access of people: logins, links from the office, erasure, one's own page."""

from datetime import timedelta

import pytest

from tests import factories
from tests.web.accounts.conftest import PASSWORD
from yixian.web.accounts.actions.links import make_link, request_link, use_link
from yixian.web.accounts.actions.people import change_access, erase_person
from yixian.web.accounts.models import Person, PersonalLink
from yixian.web.accounts.panels import PERSONAL_DATA, PersonalData, register_personal_data
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry

DAY = timedelta(days=1)


def test_giving_a_login_and_signing_in(signed_in, officer, staff, client):
    path = f"/accounts/people/{staff.pk}/access/"
    data = {"duty": "office", "login": "Feng", "password": PASSWORD, "is_active": "on"}
    assert signed_in(officer).post(path, data).status_code == 302
    assert client.post("/accounts/signin/", {"login": "feng", "password": PASSWORD})["Location"] == "/"
    staff.refresh_from_db()
    assert staff.duty == "office"
    assert PASSWORD not in str(list(AuditEntry.objects.values()))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"password": "short"}, "password"),
        ({"password": "1234567890"}, "password"),
        ({"password": PASSWORD, "login": ""}, "login"),
        ({"login": "TAKEN"}, "login"),
        ({"duty": "member"}, "duty"),
    ],
)
def test_wrong_access_is_refused_by_field(signed_in, officer, staff, sibling, values, field):
    factories.office(sibling, login="taken")
    data = {"duty": "staff", "login": "feng", "is_active": "on", **values}
    response = signed_in(officer).post(f"/accounts/people/{staff.pk}/access/", data)
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])


def test_closing_access_ends_sessions_and_links_at_once(signed_in, officer, chair):
    client = signed_in(chair)
    make_link(by=officer, person=chair, target="/", purpose="x", valid_for=DAY)
    assert client.get("/accounts/me/").status_code == 200
    change_access(by=officer, person=chair, duty="member", login=None, is_active=False)
    assert client.get("/accounts/me/")["Location"] == "/accounts/signin/?next=/accounts/me/"
    assert [link.is_open for link in PersonalLink.objects.all()] == [False]


def test_changing_ones_own_access_keeps_one_signed_in(signed_in, officer):
    client = signed_in(officer)
    path = f"/accounts/people/{officer.pk}/access/"
    client.post(path, {"duty": "office", "login": "zheng", "password": PASSWORD, "is_active": "on"})
    assert client.get(path).status_code == 200


def test_the_office_never_empties(officer, district):
    with pytest.raises(DomainError, match="from yourself"):
        change_access(by=officer, person=officer, duty="staff", login=None, is_active=True)
    other = factories.office(district)
    officer.is_active = False
    officer.save()
    second = factories.office(district)
    change_access(by=second, person=other, duty="staff", login=None, is_active=True)
    with pytest.raises(DomainError):
        change_access(by=second, person=second, duty="staff", login=None, is_active=True)


def test_staff_changes_nobodys_access(staff, chair):
    with pytest.raises(Refused):
        change_access(by=staff, person=chair, duty="member", login=None, is_active=False)


def test_making_and_revoking_a_link_in_the_browser(signed_in, officer, chair, client):
    browser = signed_in(officer)
    page = browser.post(f"/accounts/people/{chair.pk}/links/").content.decode()
    token = page.split("/accounts/links/")[1].split("/")[0]
    assert f"http://testserver/accounts/links/{token}/" in page
    link = PersonalLink.objects.get()
    assert browser.post(f"/accounts/personal-links/{link.pk}/revocation/").status_code == 302
    assert client.get(f"/accounts/links/{token}/").status_code == 410


def test_a_wish_for_a_link_waits_on_the_people_page(signed_in, officer, chair, get_page):
    link, _token = make_link(by=officer, person=chair, target="/accounts/me/", purpose="x", valid_for=DAY)
    use_link(link=link)
    asked = request_link(link=link)
    client = signed_in(officer)
    assert "Waiting for a new personal link" in get_page(client, "/accounts/people/").content.decode()
    made = client.post(f"/accounts/link-requests/{asked.pk}/answer/")
    assert "Copy it now" in made.content.decode()
    assert "Waiting for a new personal link" not in client.get("/accounts/people/").content.decode()
    assert client.post(f"/accounts/link-requests/{asked.pk}/answer/").status_code == 404


def test_erasing_needs_the_name_and_leaves_no_trace_of_it(signed_in, officer, chair, get_page):
    Person.objects.filter(pk=chair.pk).update(
        phone="13800004321", email="a@example.com", post_title="甲主席头衔"
    )
    client, own = signed_in(officer), signed_in(chair)
    path = f"/accounts/people/{chair.pk}/erasure/"
    get_page(client, path)
    assert client.post(path, {"name": "甲主"}).status_code == 422
    assert client.post(path, {"name": "甲主席"}).status_code == 302
    row = Person.objects.filter(pk=chair.pk).values().get()
    assert not {"甲主席", "13800004321", "a@example.com", "甲主席头衔"} & {
        str(value) for value in row.values()
    }
    assert own.get("/accounts/me/").status_code == 302
    page = get_page(client, f"/accounts/people/{chair.pk}/").content.decode()
    assert "erased person" in page
    assert client.post(path, {"name": row["name"]}).status_code == 409
    trail = get_page(client, "/accounts/audit/").content.decode()
    assert "甲主席" not in trail


def test_erasing_asks_every_app(officer, chair):
    gone = []
    register_personal_data(PersonalData("test", lambda person: [], gone.append))
    try:
        erase_person(by=officer, person=chair, typed_name="甲主席")
    finally:
        del PERSONAL_DATA["test"]
    assert gone == [chair]


def test_erasing_is_the_offices_and_never_of_oneself(officer, staff, chair):
    with pytest.raises(Refused):
        erase_person(by=staff, person=chair, typed_name="甲主席")
    with pytest.raises(DomainError):
        erase_person(by=officer, person=officer, typed_name="郑主任")
    with pytest.raises(BadInput):
        erase_person(by=officer, person=chair, typed_name="别人")


def test_own_page_consent_data_and_password(signed_in, chair, officer, get_page):
    client = signed_in(chair)
    assert "甲主席" in get_page(client, "/accounts/me/").content.decode()
    client.post("/accounts/me/pictures/", {"may_be_pictured": "yes"})
    chair.refresh_from_db()
    assert chair.may_be_pictured is True
    data = get_page(client, "/accounts/me/data/")
    assert data["Content-Disposition"] == 'attachment; filename="my-data.json"'
    assert (data.json()["person"]["name"], data.json()["member"]) == ("甲主席", "甲二食品有限公司工会")
    assert client.get("/accounts/me/password/").status_code == 409


def test_changing_ones_own_password_ends_other_sessions(signed_in, officer, client):
    officer.login = "zheng"
    officer.set_password(PASSWORD)
    officer.save()
    here, there = signed_in(officer), signed_in(officer)
    assert (
        here.post("/accounts/me/password/", {"present": "x", "password": "a new pass phrase"}).status_code
        == 422
    )
    data = {"present": PASSWORD, "password": "a new pass phrase"}
    assert here.post("/accounts/me/password/", data).status_code == 302
    assert [c.get("/accounts/me/").status_code for c in (here, there)] == [200, 302]
    assert (
        client.post("/accounts/signin/", {"login": "zheng", "password": "a new pass phrase"}).status_code
        == 302
    )
