"""Personal links: looked at without harm, used once, explained when spent, asked for again."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from yixian.web.accounts.actions.links import answer_request, make_link, revoke_link
from yixian.web.accounts.models import LinkRequest, PersonalLink
from yixian.web.shared.errors import DomainError, Refused
from yixian.web.shared.models import AuditEntry

WEEK = timedelta(days=7)


@pytest.fixture
def make(officer, chair):
    """Make a link for the chair; returns (link, path)."""

    def made(person=chair, by=officer, **values):
        values = {"target": "/accounts/me/", "purpose": "invitation", "valid_for": WEEK, **values}
        link, token = make_link(by=by, person=person, **values)
        return link, f"/accounts/links/{token}/"

    return made


@pytest.fixture
def visitor():
    return Client(headers={"accept-language": "en"})


def test_looking_at_a_link_changes_nothing(make, visitor, get_page, chair):
    link, path = make()
    for _ in range(3):
        page = get_page(visitor, path).content.decode()
    assert "I am 甲主席 of 甲二食品有限公司工会" in page
    link.refresh_from_db()
    assert link.used_at is None
    assert "yixian" not in visitor.cookies


def test_address_of_a_link_is_passed_on_to_nobody(make, visitor):
    _link, path = make()
    mistyped = path[:-3] + "xy/"
    answers = [
        visitor.get(path), visitor.get(mistyped), visitor.post(mistyped), visitor.post(f"{path}request/"),
        visitor.post(path), visitor.get(path), Client().post(path), Client().get(path),
    ]  # fmt: skip
    assert [answer.status_code for answer in answers] == [200, 404, 404, 302, 302, 302, 410, 410]
    assert {(answer["Referrer-Policy"], answer["Cache-Control"]) for answer in answers} == {
        ("strict-origin", "private, no-store")
    }


def test_posting_signs_in_once_and_goes_to_the_target(make, visitor, chair):
    _link, path = make()
    response = visitor.post(path)
    assert (response.status_code, response["Location"]) == (302, "/accounts/me/")
    assert visitor.session["_auth_user_id"] == str(chair.pk)
    again = Client(headers={"accept-language": "en"}).post(path)
    assert again.status_code == 410
    assert "This link was used already" in again.content.decode()


def test_entering_writes_an_audit_entry(make, visitor, chair):
    visitor.post(make()[1])
    entry = AuditEntry.objects.latest("serial")
    assert (entry.verb, entry.actor_id, entry.changes) == (
        "accounts.sign_in",
        chair.pk,
        {"way": [None, "link"]},
    )


def test_reopening_in_the_same_browser_goes_straight_on(make, visitor):
    _, path = make()
    visitor.post(path)
    assert visitor.get(path)["Location"] == "/accounts/me/"
    assert visitor.post(path)["Location"] == "/accounts/me/"


def test_another_person_signed_in_here_is_told_and_replaced(make, signed_in, delegate, chair):
    _, path = make()
    client = signed_in(delegate)
    before = client.session.session_key
    assert "甲委员 is signed in on this device now" in client.get(path).content.decode()
    client.post(path)
    assert client.session["_auth_user_id"] == str(chair.pk)
    assert client.session.session_key != before


@pytest.mark.parametrize(
    ("change", "heading"),
    [
        ({"used_at": timezone.now()}, "This link was used already"),
        ({"expires_at": timezone.now() - WEEK}, "This link is too old"),
        ({"revoked_at": timezone.now()}, "This link was withdrawn"),
    ],
)
def test_spent_link_says_what_happened_and_offers_a_new_one(make, visitor, change, heading):
    link, path = make()
    PersonalLink.objects.filter(pk=link.pk).update(**change)
    page = visitor.get(path)
    assert page.status_code == 410
    assert f"<h1>{heading}</h1>" in page.content.decode()
    assert visitor.post(path).status_code == 410
    assert "_auth_user_id" not in visitor.session
    visitor.post(f"{path}request/")
    visitor.post(f"{path}request/")
    assert LinkRequest.objects.count() == 1
    assert "will send it to you" in visitor.get(path).content.decode()


def test_disabled_person_is_not_let_in(make, visitor, chair):
    _, path = make()
    chair.is_active = False
    chair.save()
    page = visitor.post(path)
    assert page.status_code == 410
    assert "This link is closed" in page.content.decode()
    visitor.post(f"{path}request/")
    assert LinkRequest.objects.count() == 0


def test_unknown_token_is_not_found(db, visitor):
    assert visitor.get("/accounts/links/nothing/").status_code == 404


def test_open_link_needs_no_new_one(make, visitor):
    _, path = make()
    visitor.post(f"{path}request/")
    assert LinkRequest.objects.count() == 0


def test_only_the_digest_of_a_token_is_kept(make):
    link, path = make()
    token = path.split("/")[3]
    assert len(token) == 27
    assert token not in str(PersonalLink.objects.filter(pk=link.pk).values().get())
    assert token not in str(list(AuditEntry.objects.values()))


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "meetings/1/", "", "/\\evil.example"]
)
def test_target_stays_on_this_site(make, target):
    with pytest.raises(ValueError, match="not a path of this site"):
        make(target=target)


def test_staff_makes_links_for_members_only(make, staff, officer):
    make(by=staff)
    with pytest.raises(Refused):
        make(by=staff, person=officer)


def test_link_for_another_federation_is_refused(make, stranger):
    with pytest.raises(Refused):
        make(by=stranger)


def test_chair_makes_no_links(make, chair, delegate):
    with pytest.raises(Refused):
        make(by=chair, person=delegate)


def test_the_site_itself_makes_links(make):
    assert make(by=None)[0].is_open


def test_answering_a_request_makes_a_like_link(make, visitor, officer):
    link, path = make()
    visitor.post(path)
    Client().post(f"{path}request/")
    new, token = answer_request(by=officer, asked=LinkRequest.objects.get())
    assert (new.target, new.purpose, new.person) == (link.target, link.purpose, link.person)
    assert visitor.get(f"/accounts/links/{token}/").status_code == 302
    with pytest.raises(DomainError):
        answer_request(by=officer, asked=LinkRequest.objects.get())


def test_revoking_a_link_twice_is_refused(make, officer):
    link, _ = make()
    revoke_link(by=officer, link=link)
    with pytest.raises(DomainError):
        revoke_link(by=officer, link=link)
