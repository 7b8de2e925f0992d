"""Members, venues, topics and the federation's settings."""

import pytest

from tests import factories
from yixian.web.organisations.actions.members import choose_topics
from yixian.web.organisations.actions.venues import add_venue
from yixian.web.organisations.models import Member, Need, Strength, Subdistrict, Topic, Venue
from yixian.web.shared.errors import DomainError, Refused
from yixian.web.shared.models import AuditEntry


def names(response):
    return [member.name for member in response.context["list"].page.object_list]


def member_form(**values):
    return {
        "name": "丙厂工会",
        "short_name": "丙厂",
        "industry": "food",
        "rank": "0",
        "is_active": "on",
        **values,
    }


def test_list_takes_the_same_queries_for_few_and_many(signed_in, chair, district, get_page):
    from tests.guards import count_queries

    client = signed_in(chair)
    with count_queries() as few:
        get_page(client, "/organisations/members/")
    for _ in range(40):
        factories.venue(factories.member(district))
    with count_queries() as many:
        get_page(client, "/organisations/members/")
    assert len(few) == len(many)


def test_empty_list_says_what_to_do(signed_in, officer, get_page):
    assert "No members yet" in get_page(signed_in(officer), "/organisations/members/").content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=食品", ["甲二食品有限公司工会"]),
        ("q=jiaershipin", ["甲二食品有限公司工会"]),
        ("q=jyjx", ["甲一机械有限公司工会"]),
        ("q=%E5%85%A8%E6%97%A0", []),
        ("industry=finance", ["乙行工会"]),
        ("active=no", ["已退工会"]),
        ("sort=-workers&industry=other", ["甲一机械有限公司工会", "甲二食品有限公司工会"]),
        (
            "subdistrict=x&industry=x&sort=x&page=x&q=",
            ["乙行工会", "甲二食品有限公司工会", "甲一机械有限公司工会"],
        ),
    ],
)
def test_members_are_found_and_sorted(signed_in, chair, host, guest, district, query, found):
    Member.objects.filter(pk=host.pk).update(workers=500)
    Member.objects.filter(pk=guest.pk).update(workers=20)
    factories.member(district, "乙行工会", industry="finance")
    factories.member(district, "已退工会", is_active=False)
    shown = names(signed_in(chair).get(f"/organisations/members/?{query}"))
    assert sorted(shown) == sorted(found) if "sort=x" in query else shown == found


def test_members_of_a_subdistrict(signed_in, officer, district, host):
    east = Subdistrict.objects.create(federation=district, name="东示街道")
    Member.objects.filter(pk=host.pk).update(subdistrict=east)
    assert names(signed_in(officer).get(f"/organisations/members/?subdistrict={east.pk}")) == [host.name]


def test_member_page_shows_people_to_the_office_and_the_own_member_only(
    signed_in, officer, chair, coordinator, host, get_page
):
    factories.venue(host, capacity=60, gear="安全帽")
    path = f"/organisations/members/{host.pk}/"
    assert ["何联络" in get_page(signed_in(p), path).content.decode() for p in (officer, coordinator, chair)] == [
        True, True, False,
    ]  # fmt: skip
    assert "安全帽" in signed_in(chair).get(path).content.decode()


def test_foreign_member_is_not_found(signed_in, stranger, host):
    assert signed_in(stranger).get(f"/organisations/members/{host.pk}/").status_code == 404


def test_adding_and_changing_a_member(signed_in, staff, district):
    client = signed_in(staff)
    client.post("/organisations/members/new/", member_form(latitude="35.5", workers="80"))
    member = Member.objects.get(name="丙厂工会")
    assert (member.federation, str(member.latitude), member.pinyin) == (
        district,
        "35.500000",
        "bing3 chang3 gong1 hui4",
    )
    path = f"/organisations/members/{member.pk}/record/"
    assert client.get(path).status_code == 200
    client.post(path, member_form(name="丁厂工会", latitude="35.5", workers="90"))
    member.refresh_from_db()
    assert (member.name, member.workers, member.pinyin[:5]) == ("丁厂工会", 90, "ding1")
    entry = AuditEntry.objects.latest("serial")
    assert {"name": ["丙厂工会", "丁厂工会"], "workers": [80, 90]}.items() <= entry.changes.items()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "甲一机械 有限公司工会"}, "name"),
        ({"latitude": "91"}, "latitude"),
        ({"longitude": "-181"}, "longitude"),
        ({"workers": "-1"}, "workers"),
        ({"industry": "x"}, "industry"),
        ({"joined_on": "yesterday"}, "joined_on"),
        ({"subdistrict": "999"}, "subdistrict"),
    ],
)
def test_wrong_records_are_refused_by_field(signed_in, officer, host, values, field):
    response = signed_in(officer).post("/organisations/members/new/", member_form(**values))
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])


def test_foreign_subdistrict_is_no_choice(signed_in, officer, sibling):
    foreign = Subdistrict.objects.create(federation=sibling, name="外街道")
    response = signed_in(officer).post("/organisations/members/new/", member_form(subdistrict=foreign.pk))
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["subdistrict"])


def test_own_people_change_venues_and_topics_but_not_the_record(signed_in, coordinator, host, district):
    topic = factories.topic(district)
    client = signed_in(coordinator)
    path = f"/organisations/members/{host.pk}/"
    assert client.post(f"{path}record/", member_form()).status_code == 403
    client.post(f"{path}venues/", {"name": "总装车间", "kind": "workshop", "capacity": "60"})
    venue = Venue.objects.get(member=host)
    client.post(f"/organisations/venues/{venue.pk}/", {"name": "总装车间", "kind": "museum"})
    venue.refresh_from_db()
    assert (venue.kind, venue.capacity) == ("museum", None)
    client.post(f"{path}topics/", {"strengths": [topic.pk], "needs": []})
    assert (Strength.objects.get().member, Need.objects.count()) == (host, 0)
    assert client.post(f"/organisations/venues/{venue.pk}/removal/").status_code == 302
    assert Venue.objects.count() == 0


def test_people_of_another_member_change_nothing(signed_in, chair, host):
    venue = factories.venue(host)
    client = signed_in(chair)
    paths = [
        f"members/{host.pk}/venues/",
        f"members/{host.pk}/topics/",
        f"venues/{venue.pk}/",
        f"venues/{venue.pk}/removal/",
    ]
    assert [client.post(f"/organisations/{path}").status_code for path in paths] == [403] * 4


def test_venue_is_named_once_and_a_former_member_is_left_alone(signed_in, officer, host):
    factories.venue(host, "一号楼")
    path = f"/organisations/members/{host.pk}/venues/"
    assert signed_in(officer).post(path, {"name": "一号楼", "kind": "other"}).status_code == 422
    Member.objects.filter(pk=host.pk).update(is_active=False)
    assert signed_in(officer).post(path, {"name": "二号楼", "kind": "other"}).status_code == 409


def test_choosing_topics_keeps_the_notes_of_those_that_stay(officer, host, district):
    one, two = factories.topic(district, "岗位练兵"), factories.topic(district, "企业文化")
    Strength.objects.create(federation=district, member=host, topic=one, note="全国先进")
    choose_topics(by=officer, member=host, strengths=[one, two], needs=[])
    assert list(Strength.objects.order_by("pk").values_list("topic__name", "note")) == [
        ("岗位练兵", "全国先进"), ("企业文化", ""),
    ]  # fmt: skip
    assert AuditEntry.objects.latest("serial").changes == {
        "strengths": [["岗位练兵"], ["企业文化", "岗位练兵"]]
    }


def test_foreign_office_changes_nothing(stranger, host):
    with pytest.raises(Refused):
        add_venue(by=stranger, member=host, values={"name": "x", "kind": "other"})


def test_topics_are_added_renamed_and_removed(signed_in, staff, district, host, get_page):
    client = signed_in(staff)
    client.post("/organisations/topics/", {"name": "企业文化"})
    topic = Topic.objects.get()
    Need.objects.create(federation=district, member=host, topic=topic)
    assert "企业文化" in get_page(client, "/organisations/topics/").content.decode()
    get_page(client, f"/organisations/topics/{topic.pk}/")
    client.post(f"/organisations/topics/{topic.pk}/", {"name": "班组文化"})
    assert Topic.objects.get().name == "班组文化"
    for bad in ("", "班组文化", "甲、乙", "字" * 41):
        assert client.post("/organisations/topics/", {"name": bad}).status_code == 422
    client.post(f"/organisations/topics/{topic.pk}/removal/")
    assert (Topic.objects.count(), Need.objects.count()) == (0, 0)


def test_settings_and_subdistricts(signed_in, officer, staff, district, host, get_page):
    client = signed_in(officer)
    get_page(client, "/organisations/federation/")
    data = {"name": "甲区总工会", "short_name": "甲区", "method_name": "一线工作法"}
    client.post("/organisations/federation/", data)
    district.refresh_from_db()
    assert district.method_name == "一线工作法"
    client.post("/organisations/subdistricts/", {"name": "东示街道", "code": "001"})
    east = Subdistrict.objects.get()
    get_page(client, f"/organisations/subdistricts/{east.pk}/")
    client.post(f"/organisations/subdistricts/{east.pk}/", {"name": "东街道", "code": "001"})
    Member.objects.filter(pk=host.pk).update(subdistrict=east)
    assert client.post(f"/organisations/subdistricts/{east.pk}/removal/").status_code == 409
    Member.objects.filter(pk=host.pk).update(subdistrict=None)
    assert client.post(f"/organisations/subdistricts/{east.pk}/removal/").status_code == 302
    assert signed_in(staff).get("/organisations/federation/").status_code == 403


def test_two_federations_do_not_share_a_name(signed_in, officer, sibling):
    data = {"name": sibling.name, "short_name": "x"}
    assert signed_in(officer).post("/organisations/federation/", data).status_code == 422


def test_domain_errors_are_sentences(officer, host):
    Member.objects.filter(pk=host.pk).update(is_active=False)
    host.refresh_from_db()
    with pytest.raises(DomainError) as caught:
        add_venue(by=officer, member=host, values={})
    assert str(host) in caught.value.sentence


def test_each_figure_of_a_topic_opens_its_list(signed_in, officer, host, guest, district):
    topic = factories.topic(district)
    choose_topics(by=officer, member=host, strengths=[topic], needs=[])
    choose_topics(by=officer, member=guest, strengths=[], needs=[topic])
    client = signed_in(officer)
    lists = [
        client.get(f"/organisations/members/?active=all&{kind}={topic.pk}") for kind in ("strength", "need")
    ]
    assert [names(each) for each in lists] == [[host.name], [guest.name]]
    assert all(topic.name in each.content.decode() for each in lists)


@pytest.mark.parametrize(
    ("venues", "words"),
    [
        ([], ""),
        (["甲厅"], "甲厅"),
        (["甲厅", "乙厅"], "乙厅, 甲厅"),
        (["甲厅", "乙厅", "丙厅"], "丙厅 and 2 more"),
    ],
)
def test_venues_of_a_member_in_the_list(signed_in, officer, host, get_page, venues, words):
    for name in venues:
        factories.venue(host, name=name)
    page = get_page(signed_in(officer), "/organisations/members/")
    assert [row.venues for row in page.context["list"].page.object_list] == [words]


def test_names_of_members_and_topics_are_written_as_text(signed_in, officer, host, district, get_page):
    Member.objects.filter(pk=host.pk).update(name="<b>甲厂", short_name="<i>甲")
    Topic.objects.create(federation=district, name="<u>安全")
    client = signed_in(officer)
    for path in ("/organisations/members/", f"/organisations/members/{host.pk}/topics/"):
        page = get_page(client, path).content.decode()
        assert ("<b>甲" in page, "<i>甲" in page, "<u>安" in page) == (False, False, False)
