"""People: found, changed, revealed by a logged action, given access, erased."""

from datetime import timedelta

import pytest

from tests import factories
from yixian.web.accounts.actions.people import reveal_phone
from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member
from yixian.web.organisations.queries.members import MOST_LISTED
from yixian.web.shared.errors import Refused
from yixian.web.shared.models import AuditEntry

DAY = timedelta(days=1)


def names(response):
    return [person.name for person in response.context["list"].page.object_list]


@pytest.fixture
def crowd(guest):
    """Thirty people of one member."""
    return [factories.cadre(guest, f"丙{n:02d}", phone=f"1380000{n:04d}") for n in range(30)]


def test_list_takes_the_same_queries_for_few_and_many(signed_in, officer, chair, get_page, guest):
    from tests.guards import count_queries

    client = signed_in(officer)
    with count_queries() as few:
        get_page(client, "/accounts/people/")
    for n in range(40):
        factories.cadre(guest, f"丙{n:02d}")
    with count_queries() as many:
        get_page(client, "/accounts/people/")
    assert len(few) == len(many)


def test_list_masks_phones_and_is_the_offices_only(signed_in, officer, crowd, chair, get_page):
    page = get_page(signed_in(officer), "/accounts/people/").content.decode()
    assert "138****0029" in page
    assert "13800000029" not in page
    assert signed_in(chair).get("/accounts/people/").status_code == 403


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=翟", ["翟小明"]),
        ("q=zhaixiao", ["翟小明"]),
        ("q=zxm", ["翟小明"]),
        ("q=ZHAI xiao", ["翟小明"]),
        ("q=xyz", []),
        ("post=chair", ["甲主席"]),
        ("duty=auditor", ["陈审计"]),
        ("active=no", ["单已退"]),
        ("q=shan&active=all", ["单已退"]),
    ],
)
def test_people_are_found_by_name_pinyin_post_and_duty(
    signed_in, officer, auditor, chair, guest, query, found
):
    factories.cadre(guest, "翟小明")
    factories.cadre(guest, "单已退", is_active=False)
    assert names(signed_in(officer).get(f"/accounts/people/?{query}")) == found


def test_people_are_found_by_member_and_sorted(signed_in, officer, host, guest, coordinator):
    factories.cadre(guest, "丙一")
    factories.cadre(guest, "阿二")
    client = signed_in(officer)
    assert names(client.get(f"/accounts/people/?member={guest.pk}&sort=name")) == ["阿二", "丙一"]
    assert names(client.get(f"/accounts/people/?member={guest.pk}&sort=-name")) == ["丙一", "阿二"]
    assert names(client.get("/accounts/people/?q=何")) == ["何联络"]


def test_pages_of_the_list_and_nonsense_in_the_address(signed_in, officer, guest):
    for n in range(60):
        factories.cadre(guest, f"丙{n:02d}")
    client = signed_in(officer)
    assert len(names(client.get("/accounts/people/?page=2"))) == 11
    assert client.get("/accounts/people/?page=x&member=x&sort=x&duty=x&post=x&active=x").status_code == 200


def test_person_page_is_for_the_office_and_the_own_member(
    signed_in, officer, chair, delegate, coordinator, get_page
):
    path = f"/accounts/people/{delegate.pk}/"
    assert [signed_in(p).get(path).status_code for p in (chair, delegate, coordinator)] == [200, 200, 404]
    assert "甲委员" in get_page(signed_in(officer), path).content.decode()


def test_revealing_a_phone_is_written_down(signed_in, officer, crowd):
    person = crowd[3]
    client = signed_in(officer)
    path = f"/accounts/people/{person.pk}/"
    assert person.phone not in client.get(path).content.decode()
    assert person.phone in client.post(f"{path}phone/").content.decode()
    fragment = client.post(f"{path}phone/", headers={"hx-request": "true"}).content.decode()
    assert fragment == f'<a class="num" id="phone" href="tel:{person.phone}">{person.phone}</a>'
    entry = AuditEntry.objects.latest("serial")
    assert (entry.verb, entry.actor_id, entry.thing_id) == (
        "accounts.reveal_phone",
        officer.pk,
        str(person.pk),
    )
    assert not AuditEntry.objects.filter(changes__icontains=person.phone).exists()


def test_only_the_office_reveals_phones(chair, auditor, delegate, stranger):
    for by in (chair, auditor, stranger):
        with pytest.raises(Refused):
            reveal_phone(by=by, person=delegate)


def person_form(of, **values):
    fields = {"name": "新来的", "member": of.pk, "post": "officer", "phone": "138 0000 1234"}
    return {**fields, **values}


def test_adding_and_changing_a_person(signed_in, staff, guest):
    client = signed_in(staff)
    response = client.post("/accounts/people/new/", person_form(guest))
    person = Person.objects.get(name="新来的")
    assert response["Location"] == f"/accounts/people/{person.pk}/"
    assert (person.member, person.duty, person.phone, person.pinyin) == (
        guest, "member", "13800001234", "xin1 lai2 de5",
    )  # fmt: skip
    client.post(
        f"/accounts/people/{person.pk}/record/", person_form(guest, name="翟 新", phone="0000-88880000")
    )
    person.refresh_from_db()
    assert (person.name, person.pinyin, person.phone) == ("翟新", "zhai xin1", "0000-88880000")
    entry = AuditEntry.objects.latest("serial")
    assert entry.changes == {
        "name": ["新来的", "翟新"],
        "phone": ["138****1234", "000****0000"],
        "rank": [10, 0],
    }


def test_record_form_keeps_a_number_without_showing_it(signed_in, officer, guest, crowd):
    person, client = crowd[3], signed_in(officer)
    path = f"/accounts/people/{person.pk}/record/"
    page = client.get(path).content.decode()
    assert (person.phone in page, "138****0003" in page) == (False, True)
    for typed, kept in (("", person.phone), ("-", ""), ("13800007777", "13800007777")):
        client.post(path, person_form(guest, name=person.name, phone=typed))
        assert Person.objects.get(pk=person.pk).phone == kept


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "name"),
        ({"phone": "abc"}, "phone"),
        ({"phone": "13800001234、13800001235"}, "phone"),
        ({"email": "x"}, "email"),
        ({"name": "甲主席"}, "name"),
        ({"post": "chair"}, "post"),
        ({"member": "999999"}, "member"),
    ],
)
def test_wrong_records_are_refused_by_field(signed_in, staff, guest, chair, values, field):
    response = signed_in(staff).post("/accounts/people/new/", person_form(guest, **values))
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])


def test_person_cannot_be_put_into_a_foreign_member(signed_in, officer, sibling):
    foreign = factories.member(sibling)
    response = signed_in(officer).post("/accounts/people/new/", person_form(foreign))
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["member"])


def test_only_the_office_takes_in_colleagues(signed_in, officer, staff, guest):
    data = person_form(guest, member="")
    assert signed_in(staff).post("/accounts/people/new/", data).status_code == 422
    assert signed_in(officer).post("/accounts/people/new/", data).status_code == 302
    assert Person.objects.get(name="新来的").duty == "staff"


@pytest.fixture
def many_members(district):
    """More members than a list to choose from should have; the first two share a short name."""
    twins = [factories.member(district, f"甲{number}工会", short_name="甲") for number in "三四"]
    Member.objects.bulk_create(
        Member(federation=district, name=f"第{number}工会", short_name=f"第{number}")
        for number in range(MOST_LISTED)
    )
    return twins


def test_a_member_is_written_by_name_where_the_list_would_be_too_long(
    signed_in, staff, host, many_members, get_page
):
    client = signed_in(staff)
    assert (
        f'value="{host.name}"' in get_page(client, f"/accounts/people/new/?member={host.pk}").content.decode()
    )
    sent = {"name": "新来者", "member": "甲四工会", "post": "officer", "rank": "0"}
    assert client.post("/accounts/people/new/", sent).status_code == 302
    assert Person.objects.get(name="新来者").member == many_members[1]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("甲", "Several members are called this."), ("乙工会", "No member is called this."), ("", "required")],
)
def test_a_member_that_is_not_one_is_refused(signed_in, staff, many_members, name, sentence):
    sent = {"name": "新来者", "member": name, "post": "officer", "rank": "0"}
    answer = signed_in(staff).post("/accounts/people/new/", sent)
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)


def test_people_of_many_members_are_found_by_the_units_name(
    signed_in, officer, chair, many_members, get_page
):
    factories.cadre(many_members[0], "丙干部")
    client = signed_in(officer)
    page = get_page(client, "/accounts/people/?q=甲三")
    assert (names(page), page.context["list"].members) == (["丙干部"], None)
    chosen = get_page(client, f"/accounts/people/?member={many_members[0].pk}")
    assert f'type="hidden" name="member" value="{many_members[0].pk}"' in chosen.content.decode()


def test_names_of_people_and_units_are_written_as_text(signed_in, officer, host, get_page):
    host.short_name = "<b>甲"
    host.save()
    factories.cadre(host, "<i>何")
    page = get_page(signed_in(officer), "/accounts/people/").content.decode()
    assert ("<b>甲" in page, "<i>何" in page, "&lt;i&gt;何" in page) == (False, False, True)


def test_the_whole_list_stands_on_one_page_with_its_filters(signed_in, staff, get_page, crowd, guest, host):
    more = [factories.cadre(guest, f"丁{n:02d}") for n in range(30)]
    other = factories.cadre(host, "另一家的")
    by_pages = get_page(signed_in(staff), f"/accounts/people/?member={guest.pk}")
    whole = get_page(signed_in(staff), f"/accounts/people/?member={guest.pk}&page=all")
    listed = set(names(whole))
    assert len(names(by_pages)) < len(names(whole)) == len(listed)
    assert listed >= {each.name for each in (*crowd, *more)}
    assert other.name not in listed
    assert f'href="?member={guest.pk}&amp;page=all#pages"' in by_pages.content.decode()
