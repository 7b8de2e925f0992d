"""Who leads and who is locked, when a move, a division or the door is taken back."""

import json
import re

import pytest

from tests.web.grouping.conftest import seat, seats
from yixian.web.grouping.actions.division import Wanted, arrange, regroup_at_door, undo_division
from yixian.web.grouping.actions.places import add_wish
from yixian.web.grouping.models import Group, Place

pytestmark = pytest.mark.django_db
BOARD = "/grouping/{}/groups/"


def lead(meeting, number, person, **more):
    """Let somebody lead a group."""
    Group.objects.filter(grouping__meeting=meeting, number=number).update(leader=person, **more)


def led(meeting):
    """Who leads each group, and its guide."""
    groups = Group.objects.filter(grouping__meeting=meeting)
    return [(group.leader.name if group.leader else "", group.guide) for group in groups]


def test_taking_a_division_back_brings_back_who_led_and_who_guided(gathering, officer, crowd):
    seat(gathering, [crowd[:4], crowd[4:8], crowd[8:]], state="draft")
    lead(gathering, 2, crowd[5])
    lead(gathering, 3, crowd[9], guide="值班长")
    arrange(by=officer, meeting=gathering, wanted=Wanted(2))
    assert [len(names) for names in seats(gathering)] == [6, 6]
    undo_division(by=officer, meeting=gathering)
    assert led(gathering) == [("", ""), ("巳主席", ""), ("酉主席", "值班长")]


def test_who_leads_by_now_goes_on_when_a_division_is_taken_back(gathering, officer, crowd):
    seat(gathering, [crowd[:6], crowd[6:]], state="draft")
    lead(gathering, 1, crowd[0])
    arrange(by=officer, meeting=gathering, wanted=Wanted(2))
    lead(gathering, 1, crowd[1])
    Place.objects.filter(person=crowd[1]).update(group=Group.objects.get(number=1))
    undo_division(by=officer, meeting=gathering)
    assert led(gathering) == [("丑主席", ""), ("", "")]


def test_a_leader_who_does_not_come_leads_nobody(day, officer, crowd):
    seat(day, [crowd[:6], crowd[6:]])
    lead(day, 2, crowd[11])
    regroup_at_door(by=officer, meeting=day, drop_missing=True)
    assert led(day) == [("", ""), ("", "")]
    undo_division(by=officer, meeting=day)
    assert led(day) == [("", ""), ("亥主席", "")]


@pytest.mark.parametrize("way", ["places/", "people/{person}/removal/"])
def test_undoing_a_move_brings_back_leader_and_lock(gathering, crowd, officer, signed_in, way):
    client, leader = signed_in(officer), crowd[0]
    divided = seat(gathering, [crowd[:4], crowd[4:8], crowd[8:]], state="draft")
    divided.groups.filter(number=1).update(leader=leader)
    Place.objects.filter(person=leader).update(is_locked=True)
    answer = client.post(
        BOARD.format(gathering.pk) + way.format(person=leader.pk),
        {"person": leader.pk, "group": divided.groups.get(number=2).pk},
        headers={"HX-Request": "true"},
    )
    assert divided.groups.get(number=1).leader is None
    client.post(json.loads(answer.headers["HX-Trigger"])["toast"]["undo"])
    assert divided.groups.get(number=1).leader == leader
    assert Place.objects.get(person=leader).is_locked


def test_the_price_of_a_move_names_the_wishes_not_kept(gathering, crowd, officer, signed_in, get_page):
    seat(gathering, [crowd[:4], crowd[4:8], crowd[8:]], state="draft")
    add_wish(by=officer, meeting=gathering, kind="together", one=crowd[0], two=crowd[1])
    add_wish(by=officer, meeting=gathering, kind="apart", one=crowd[0], two=crowd[4])
    page = get_page(signed_in(officer), BOARD.format(gathering.pk) + f"people/{crowd[0].pk}/", most=12)
    together, apart = "子主席 and 丑主席 keep together", "子主席 and 辰主席 sit apart"
    found = re.findall(r'<p class="sm amber">(.*?)</p>', page.content.decode())
    start = "Not kept: "
    assert found == [f"{start}{apart}, {together}", f"{start}{together}"]
