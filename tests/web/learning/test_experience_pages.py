"""The library, an experience, borrowing, and what the level above may read."""

import pytest

from tests import factories
from tests.factories_learning import adoption, experience
from tests.factories_problems import capture
from yixian.web.learning.queries import adoption as borrowing
from yixian.web.learning.queries import library
from yixian.web.learning.queries.experience import borrowers_of
from yixian.web.learning.queries.graph import graph_of


def titles(person, **query):
    """What the address shows, and the same as the page reads it."""
    filters = library.Filters.of(query)
    found = [each.title for each in library.library(person, filters)]
    assert [row[1] for row in library.chosen(person, filters)[:]] == found
    return found


@pytest.mark.parametrize("number", [1, 40])
def test_the_library_takes_the_same_queries_for_any_number(signed_in, get_page, chair, guest, host, number):
    for turn in range(number):
        adoption(experience(host, f"经验{turn}", topic=factories.topic(host.federation)), guest)
    page = get_page(signed_in(chair), "/learning/", most=7)
    assert page.context["page"].paginator.count == number


@pytest.mark.parametrize("number", [1, 40])
@pytest.mark.parametrize("who", ["officer", "chair"])
def test_the_borrowings_take_the_same_queries_for_any_number(
    request, signed_in, get_page, guest, host, who, number
):
    for turn in range(number):
        adoption(experience(host, f"经验{turn}"), guest)
    page = get_page(signed_in(request.getfixturevalue(who)), "/learning/adoptions/", most=7)
    assert page.context["page"].paginator.count == number


def test_drafts_are_seen_by_the_office_and_the_own_member(officer, auditor, chair, coordinator, host):
    experience(host, "草稿", "draft")
    experience(host, "已发")
    seen = {who.name: titles(who) for who in (officer, auditor, chair, coordinator)}
    assert {name: sorted(found) for name, found in seen.items()} == {
        officer.name: ["已发", "草稿"], auditor.name: ["已发", "草稿"], chair.name: ["已发"],
        coordinator.name: ["已发", "草稿"],
    }  # fmt: skip


@pytest.mark.parametrize("words", ["看", "看板", "分色看", "分色看板", "班长", "红黄"])
def test_search_finds_one_to_four_characters_in_every_text(chair, host, words):
    experience(host, "分色看板", summary="红黄绿三色", how="班长每日更新")
    experience(host, "另一条", summary="无关", how="无关")
    assert titles(chair, q=words) == ["分色看板"]


def test_filters_narrow(chair, programme, host, guest, district):
    topic = factories.topic(district)
    held = factories.meeting(programme, host=host, venue=factories.venue(host, kind="museum"))
    host.industry = "food"
    host.save()
    experience(host, "甲", topic=topic, meeting=held)
    experience(guest, "乙")
    queries = {
        "topic": topic.pk,
        "member": host.pk,
        "kind": "museum",
        "industry": "food",
        "state": "published",
    }
    assert {key: titles(chair, **{key: str(value)}) for key, value in queries.items()} == {
        "topic": ["甲"], "member": ["甲"], "kind": ["甲"], "industry": ["甲"], "state": ["乙", "甲"],
    }  # fmt: skip


def test_only_released_records_are_shown(signed_in, get_page, chair, host, meeting):
    made = experience(host, meeting=meeting)
    records = [
        capture(chair, meeting, "note", f"字样{hold}", hold=hold) for hold in ("released", "held", "withheld")
    ]
    made.captures.set(records)
    html = get_page(signed_in(chair), f"/learning/experiences/{made.pk}/").content.decode()
    assert [f"字样{hold}" in html for hold in ("released", "held", "withheld")] == [True, False, False]


def test_the_page_offers_borrowing_to_other_members_only(
    signed_in, get_page, officer, chair, coordinator, host
):
    made = experience(host)
    url = f"/learning/experiences/{made.pk}/"
    offers = {
        who.name: "We want to borrow this" in get_page(signed_in(who), url).content.decode()
        for who in (officer, chair, coordinator)
    }
    assert offers == {officer.name: False, chair.name: True, coordinator.name: False}


def test_the_contact_is_shown_with_a_masked_phone(signed_in, get_page, chair, host):
    factories.cadre(host, "何主席", post="chair", phone="13800001234")
    html = get_page(signed_in(chair), f"/learning/experiences/{experience(host).pk}/").content.decode()
    assert ("何主席" in html, "138****1234" in html, "13800001234" in html) == (True, True, False)


def test_borrow_by_button_and_go_on(signed_in, chair, host):
    client = signed_in(chair)
    answer = client.post(f"/learning/experiences/{experience(host).pk}/adoptions/")
    page = client.get(answer.url)
    assert (page.context["page"].next_verb, page.context["page"].contact) == ("contact", None)
    assert client.post(f"{answer.url}steps/contact/", {"text": ""}).status_code == 302
    assert client.post(f"{answer.url}steps/drop/", {"text": ""}).status_code == 422
    assert client.post(f"{answer.url}steps/fly/", {"text": ""}).status_code == 422
    assert client.get(answer.url).context["adoption"].state == "contact"


def test_borrowings_are_those_of_the_own_unit_or_for_the_office_all(officer, chair, guest, host, district):
    other = factories.member(district)
    started = [adoption(experience(host, name), who) for name, who in (("甲", guest), ("乙", other))]
    shown = {}
    for who, query in ((officer, {}), (officer, {"member": str(other.pk)}), (chair, {"state": "interested"})):
        filters = borrowing.Filters.of(query)
        found = [each.pk for each in borrowing.adoptions(who, filters)]
        assert [row[0] for row in borrowing.chosen(who, filters, len(found))[:]] == found
        shown[who.name, *query] = sorted(found)
    assert shown == {
        (officer.name,): [each.pk for each in started],
        (officer.name, "member"): [started[1].pk],
        (chair.name, "state"): [started[0].pk],
    }


def test_own_ideas_wait_on_the_units_page(chair, delegate, meeting, coordinator):
    idea = capture(chair, meeting, "idea", "看板")
    capture(chair, meeting, "idea", "未放行", hold="held")
    capture(chair, meeting, "note", "不是想法")
    capture(coordinator, meeting, "idea", "主办方自己的")
    assert [borrowing.ideas_to_borrow(who) for who in (chair, delegate, coordinator)] == [[idea], [], []]


def test_writing_from_records_fills_the_form(signed_in, officer, chair, host, meeting):
    station = factories.station(meeting)
    records = [capture(chair, meeting, "idea", text, station=station) for text in ("看板分色", "红黄绿")]
    held = capture(chair, meeting, "idea", "机密", hold="held")
    client = signed_in(officer)
    url = "/learning/experiences/new/?" + "&".join(f"capture={each.pk}" for each in (*records, held))
    form = client.get(url).context["form"]
    assert form.initial == {
        "title": "看板分色", "how": "看板分色\n\n红黄绿", "member": host.pk, "captures": [each.pk for each in records],
    }  # fmt: skip
    sent = {"title": "分色看板", "member": host.pk, "captures": [records[0].pk]}
    answer = client.post(url, sent)
    made = library.experiences_visible_to(officer).get()
    assert (answer.status_code, made.station, made.meeting, list(made.captures.all())) == (
        302, station, meeting, records[:1],
    )  # fmt: skip
    refused = client.post(url, {**sent, "captures": [held.pk]})
    assert refused.status_code == 422


def test_the_graph_grows_thicker_with_progress(officer, host, guest, district):
    made = experience(host)
    adoption(made, guest, "adopted")
    adoption(made, factories.member(district), "interested")
    arms = graph_of(made, borrowers_of(officer, made)).arms
    assert [(arm.thickness, arm.words) for arm in arms] == [(12, "adopted"), (2, "interested")]


def test_another_federation_sees_nothing(signed_in, get_page, stranger, guest, host):
    made = experience(host, "甲区的经验")
    started = adoption(made, guest)
    client = signed_in(stranger)
    for url in ("/learning/", "/learning/adoptions/", "/learning/below/"):
        assert "甲区的经验" not in get_page(client, url).content.decode()
    for url in (f"experiences/{made.pk}/", f"adoptions/{started.pk}/", f"below/{made.pk}/"):
        get_page(client, f"/learning/{url}", status=404)


def test_the_level_above_reads_published_ones_and_nothing_else(
    signed_in, get_page, city_officer, chair, host, sibling
):
    seen = experience(host, "已发经验", meeting=None)
    hidden = [experience(host, "草稿经验", "draft"), experience(host, "撤回经验", "withdrawn")]
    experience(factories.member(sibling), "邻区经验")
    client = signed_in(city_officer)
    html = get_page(client, "/learning/below/").content.decode()
    assert [words in html for words in ("已发经验", "邻区经验", "草稿经验", "撤回经验")] == [
        True,
        True,
        False,
        False,
    ]
    get_page(client, f"/learning/below/{seen.pk}/")
    get_page(client, f"/learning/experiences/{seen.pk}/", status=404)
    for each in hidden:
        get_page(client, f"/learning/below/{each.pk}/", status=404)
    get_page(signed_in(chair), "/learning/below/", status=403)


def test_a_province_does_not_read_two_levels_down(city, host):
    province = factories.federation("示例省总工会", level="province")
    city.parent = province
    city.save()
    experience(host)
    assert list(library.experiences_published_below(factories.office(province))) == []


def test_a_meetings_experiences_stand_on_its_page(signed_in, get_page, chair, host, meeting):
    experience(host, "本次经验", meeting=meeting)
    experience(host, "别次经验")
    html = get_page(signed_in(chair), f"/learning/meetings/{meeting.pk}/experiences/").content.decode()
    assert ("本次经验" in html, "别次经验" in html) == (True, False)
