"""The pages of groups: board, person, cards, my group, the year."""

import json

import pytest

from tests import factories
from tests.web.grouping.conftest import arrive, invite, seat, seats
from yixian.web.grouping.models import Group, Place, Wish

BOARD = "/grouping/{}/groups/"


@pytest.fixture
def divided(gathering, crowd):
    """Three groups of four, not published."""
    return seat(gathering, [crowd[:4], crowd[4:8], crowd[8:]], state="draft")


def test_the_board_is_cheap_with_few_and_with_many(
    gathering, divided, officer, signed_in, get_page, district
):
    client = signed_in(officer)
    page = get_page(client, BOARD.format(gathering.pk), most=12).content.decode()
    assert (page.count("data-person="), page.count('class="group-card"')) == (12, 3)
    invite(gathering, [factories.cadre(factories.member(district)) for _number in range(30)])
    page = get_page(client, BOARD.format(gathering.pk), most=12).content.decode()
    assert page.count("data-person=") == 42


def test_a_draft_is_not_for_members(gathering, divided, crowd, signed_in, get_page):
    page = get_page(signed_in(crowd[0]), BOARD.format(gathering.pk)).content.decode()
    assert "The groups are not published yet" in page
    assert crowd[1].name not in page
    page = get_page(signed_in(crowd[0]), BOARD.format(gathering.pk) + "mine/").content.decode()
    assert crowd[1].name not in page
    page = get_page(signed_in(crowd[0]), BOARD.format(gathering.pk) + "cards/").content.decode()
    assert crowd[1].name not in page


def test_my_group_says_who_is_new_and_whom_to_ask(
    gathering, earlier, divided, crowd, signed_in, get_page, district
):
    arrive(earlier, crowd)
    seat(earlier, [crowd[:2]])
    divided.state = "published"
    divided.save()
    topic = factories.topic(district)
    crowd[0].member.needs.create(federation=district, topic=topic)
    crowd[2].member.strengths.create(federation=district, topic=topic)
    page = get_page(signed_in(crowd[0]), BOARD.format(gathering.pk) + "mine/").content.decode()
    assert page.count("not met yet") == 2
    assert "Ask 寅主席 (寅单位) about 岗位练兵" in page


def test_dragging_answers_with_the_board_and_a_way_back(gathering, divided, crowd, officer, signed_in):
    client, group = signed_in(officer), divided.groups.get(number=2)
    answer = client.post(
        BOARD.format(gathering.pk) + "places/",
        {"person": crowd[0].pk, "group": group.pk},
        headers={"HX-Request": "true"},
    )
    toast = json.loads(answer.headers["HX-Trigger"])["toast"]
    assert toast["text"] == "子主席 moved from group 1 to 2: 4 met anew, 0 met before."
    assert Place.objects.get(person=crowd[0]).group == group
    assert client.post(toast["undo"]).headers["HX-Refresh"] == "true"
    assert Place.objects.get(person=crowd[0]).group.number == 1


def test_without_scripts_a_move_leads_back_to_the_board(gathering, divided, crowd, officer, signed_in):
    values = {"person": crowd[0].pk, "group": divided.groups.get(number=3).pk}
    answer = signed_in(officer).post(BOARD.format(gathering.pk) + "places/", values)
    assert (answer.status_code, answer.url) == (302, BOARD.format(gathering.pk))


def test_a_group_of_another_meeting_is_no_choice(gathering, divided, earlier, crowd, officer, signed_in):
    other = seat(earlier, [[]]).groups.get()
    values = {"person": crowd[0].pk, "group": other.pk}
    assert signed_in(officer).post(BOARD.format(gathering.pk) + "places/", values).status_code == 422


def test_the_card_of_a_person_offers_every_group(gathering, divided, crowd, officer, signed_in, get_page):
    page = get_page(signed_in(officer), BOARD.format(gathering.pk) + f"people/{crowd[0].pk}/", most=12)
    assert page.content.decode().count('name="group"') == 2


def test_somebody_who_does_not_come_has_no_card(gathering, divided, guest, officer, signed_in):
    other = factories.cadre(guest)
    assert signed_in(officer).get(BOARD.format(gathering.pk) + f"people/{other.pk}/").status_code == 404


def test_on_the_day_the_board_offers_the_door(day, crowd, officer, signed_in, get_page):
    seat(day, [crowd[:4], [*crowd[4:8], crowd[11]]])
    page = get_page(signed_in(officer), BOARD.format(day.pk)).content.decode()
    assert "2 people have come without a group" in page
    assert page.count("not here yet") == 1
    signed_in(officer).post(BOARD.format(day.pk) + "arrivals/", {"drop_missing": "1"})
    assert [len(names) for names in seats(day)] == [5, 5]
    page = get_page(signed_in(officer), BOARD.format(day.pk)).content.decode()
    assert "亥主席 left group 2" in page


def test_the_form_divides_and_takes_back(gathering, officer, signed_in):
    client = signed_in(officer)
    client.post(BOARD.format(gathering.pk) + "division/", {"number": 3, "matching": 0})
    assert Group.objects.count() == 3
    client.post(BOARD.format(gathering.pk) + "division/", {"number": 4, "matching": 0})
    client.post(BOARD.format(gathering.pk) + "division/removal/")
    assert Group.objects.count() == 3
    assert (
        client.post(BOARD.format(gathering.pk) + "division/", {"number": 40, "matching": 0}).status_code
        == 422
    )


def test_wishes_are_noted_once_and_removed(gathering, crowd, officer, signed_in, get_page):
    client, url = signed_in(officer), BOARD.format(gathering.pk) + "wishes/"
    for kind in ("together", "apart"):
        values = {"kind": kind, "one": crowd[1].pk, "two": crowd[0].pk}
        assert client.post(url, values).status_code == 302
    wish = Wish.objects.get()
    assert (wish.kind, wish.one, wish.two) == ("apart", crowd[0], crowd[1])
    assert "子主席 and 丑主席 sit apart" in get_page(client, url).content.decode()
    same = {"kind": "apart", "one": crowd[0].pk, "two": crowd[0].pk}
    assert client.post(url, same).status_code == 422
    client.post(f"{url}{wish.pk}/removal/")
    assert Wish.objects.count() == 0


def test_a_leader_is_of_the_group(gathering, divided, crowd, officer, signed_in):
    client, group = signed_in(officer), divided.groups.get(number=1)
    url = BOARD.format(gathering.pk) + f"{group.pk}/"
    assert client.post(url, {"leader": crowd[5].pk, "guide": ""}).status_code == 422
    assert client.post(url, {"leader": crowd[1].pk, "guide": "班长"}).status_code == 302
    group.refresh_from_db()
    assert (group.leader, group.guide) == (crowd[1], "班长")


def test_cards_and_list_hold_everybody(gathering, divided, crowd, officer, signed_in, get_page):
    for paper in ("a6", "a4"):
        page = get_page(signed_in(officer), BOARD.format(gathering.pk) + f"cards/?paper={paper}")
        assert [name for name in crowd if name.name not in page.content.decode()] == []


def test_the_year_counts_who_met(earlier, programme, host, crowd, officer, chair, signed_in, get_page):
    arrive(earlier, crowd)
    seat(earlier, [crowd[:3], crowd[3:5]])
    day = earlier.held_on
    url = f"/grouping/year/?year={day.year}"
    page = get_page(signed_in(officer), url).content.decode()
    assert "4 of 91 pairs" in page
    get_page(signed_in(chair), url, status=403)
    page = get_page(signed_in(officer), url + "&by=person").content.decode()
    assert "4 of 10 pairs" in page


def test_a_year_without_groups_says_what_to_do(officer, signed_in, get_page):
    assert "No groups in this year yet" in get_page(signed_in(officer), "/grouping/year/").content.decode()


@pytest.mark.parametrize(("state", "told"), [("published", True), ("draft", False)])
def test_the_phone_on_site_leads_to_ones_own_group_once_it_is_published(
    signed_in, get_page, gathering, crowd, state, told
):
    seat(gathering, [crowd[:6], crowd[6:]], state)
    for person, number in ((crowd[0], 1), (crowd[7], 2)):
        page = get_page(signed_in(person), f"/field/?meeting={gathering.pk}").content.decode()
        assert (f"My group: {number}" in page) is told
