"""Dividing people: who counts, what is locked, wished for, taken back."""

import pytest

from tests import factories
from tests.web.grouping.conftest import arrive, invite, seat, seats
from yixian.web.grouping.actions.division import Wanted, arrange, regroup_at_door, undo_division
from yixian.web.grouping.actions.places import (
    add_wish,
    change_group,
    lock_place,
    move_person,
    publish_groups,
    take_out,
    withdraw_groups,
)
from yixian.web.grouping.division import at_the_door, suggested_number
from yixian.web.grouping.effects import effects, figures
from yixian.web.grouping.models import Group, Grouping, Place
from yixian.web.grouping.queries.table import load_table
from yixian.web.meetings.models import Invitation
from yixian.web.organisations.models import Need, Strength
from yixian.web.shared import jobs
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry


def sizes(meeting):
    return sorted(len(names) for names in seats(meeting))


def test_people_who_come_are_divided_evenly(gathering, officer, crowd):
    arrange(by=officer, meeting=gathering, wanted=Wanted(5))
    assert sizes(gathering) == [2, 2, 2, 3, 3]
    assert sorted(name for group in seats(gathering) for name in group) == sorted(
        person.name for person in crowd
    )
    assert AuditEntry.objects.order_by("-serial")[0].verb == "grouping.divide"


def test_on_the_day_only_who_came_is_divided(day, officer, crowd):
    arrange(by=officer, meeting=day, wanted=Wanted(2))
    assert sorted(name for group in seats(day) for name in group) == sorted(
        person.name for person in crowd[:10]
    )


def test_who_apologised_is_not_divided(gathering, officer, guest):
    invite(gathering, [factories.cadre(guest, "缺席", "chair")], answer="apology")
    arrange(by=officer, meeting=gathering, wanted=Wanted(3))
    assert sizes(gathering) == [4, 4, 4]


def test_who_has_said_nothing_is_not_divided(gathering, officer, guest):
    silent = factories.cadre(guest, "未复", "chair")
    Invitation.objects.create(federation=gathering.federation, meeting=gathering, member=guest, person=silent)
    arrange(by=officer, meeting=gathering, wanted=Wanted(3))
    assert sizes(gathering) == [4, 4, 4]


def test_people_who_met_are_parted(gathering, earlier, officer, crowd):
    arrive(earlier, crowd)
    seat(earlier, [crowd[:4], crowd[4:8], crowd[8:]])
    arrange(by=officer, meeting=gathering, wanted=Wanted(4, 0))
    table = load_table(gathering)
    assert (figures(table).new, figures(table).again) == (12, 0)


def test_who_was_placed_but_did_not_come_has_met_nobody(gathering, earlier, officer, crowd):
    arrive(earlier, crowd[:2])
    seat(earlier, [crowd[:3]])
    seat(gathering, [crowd[:3]], state="draft")
    assert (figures(load_table(gathering)).new, figures(load_table(gathering)).again) == (2, 1)


def test_drafts_of_earlier_meetings_count_for_nothing(gathering, earlier, crowd):
    arrive(earlier, crowd)
    seat(earlier, [crowd], state="draft")
    seat(gathering, [crowd[:3]], state="draft")
    assert figures(load_table(gathering)).again == 0


def test_a_delegate_has_met_whom_the_unit_has_met(gathering, earlier, crowd):
    arrive(earlier, crowd[:2])
    seat(earlier, [crowd[:2]])
    delegate = factories.cadre(crowd[0].member, "代表")
    seat(gathering, [[delegate, crowd[1], crowd[2]]], state="draft")
    assert (figures(load_table(gathering)).new, figures(load_table(gathering)).again) == (2, 1)


def test_locked_people_and_leaders_stay(gathering, officer, crowd):
    seat(gathering, [crowd[:6], crowd[6:]], state="draft")
    first = Group.objects.get(grouping__meeting=gathering, number=1)
    change_group(by=officer, meeting=gathering, group=first, leader=crowd[0], guide="班长", is_locked=False)
    for person in crowd[1:4]:
        lock_place(by=officer, meeting=gathering, person=person, locked=True)
    for _again in range(3):
        arrange(by=officer, meeting=gathering, wanted=Wanted(2))
        assert {person.name for person in crowd[:4]} <= set(seats(gathering)[0])
        assert sizes(gathering) == [6, 6]


def test_a_locked_group_stays_whole(gathering, officer, crowd):
    seat(gathering, [crowd[:6], crowd[6:]], state="draft")
    Group.objects.filter(grouping__meeting=gathering, number=2).update(is_locked=True)
    arrange(by=officer, meeting=gathering, wanted=Wanted(2))
    assert seats(gathering)[1] == sorted(person.name for person in crowd[6:])


def test_wishes_are_kept(gathering, officer, crowd):
    add_wish(by=officer, meeting=gathering, kind="together", one=crowd[0], two=crowd[11])
    add_wish(by=officer, meeting=gathering, kind="apart", one=crowd[1], two=crowd[2])
    arrange(by=officer, meeting=gathering, wanted=Wanted(3))
    places = {place.person_id: place.group_id for place in Place.objects.all()}
    assert places[crowd[0].pk] == places[crowd[11].pk]
    assert places[crowd[1].pk] != places[crowd[2].pk]
    assert figures(load_table(gathering)).broken == ()


def test_people_of_one_unit_sit_apart(gathering, officer, crowd):
    second = factories.cadre(crowd[0].member, "副主席", "vice_chair")
    arrive(gathering, [*crowd, second])
    arrange(by=officer, meeting=gathering, wanted=Wanted(3))
    places = {place.person_id: place.group_id for place in Place.objects.all()}
    assert places[crowd[0].pk] != places[second.pk]


def test_the_slider_brings_questions_to_answers(gathering, officer, crowd, district):
    topic = factories.topic(district)
    for asker, answerer in zip(crowd[:4], crowd[4:8], strict=True):
        Need.objects.create(federation=district, member=asker.member, topic=topic)
        Strength.objects.create(federation=district, member=answerer.member, topic=topic)
    arrange(by=officer, meeting=gathering, wanted=Wanted(4, 10))
    counted = figures(load_table(gathering))
    assert (counted.needs, counted.needs_met) == (4, 4)


def test_a_division_is_taken_back_and_forth(gathering, officer):
    arrange(by=officer, meeting=gathering, wanted=Wanted(3))
    first = seats(gathering)
    arrange(by=officer, meeting=gathering, wanted=Wanted(4))
    second = seats(gathering)
    undo_division(by=officer, meeting=gathering)
    assert seats(gathering) == first
    undo_division(by=officer, meeting=gathering)
    assert seats(gathering) == second


def test_many_people_are_divided_by_the_worker(gathering, officer, district):
    people = [factories.cadre(factories.member(district)) for _number in range(50)]
    invite(gathering, people)
    grouping = arrange(by=officer, meeting=gathering, wanted=Wanted(7))
    assert (grouping.wanted, Place.objects.count()) == ({"number": 7, "matching": 2}, 0)
    jobs.drain()
    assert Place.objects.count() == 62
    assert Grouping.objects.get().wanted == {}


def test_what_cannot_be_divided_is_said(gathering, officer, staff, auditor, meeting):
    with pytest.raises(BadInput):
        arrange(by=officer, meeting=gathering, wanted=Wanted(13))
    with pytest.raises(DomainError, match="Nobody has said"):
        arrange(by=officer, meeting=meeting, wanted=Wanted(2))
    with pytest.raises(Refused):
        arrange(by=auditor, meeting=gathering, wanted=Wanted(2))
    gathering.state = "closed"
    with pytest.raises(DomainError, match="is over"):
        arrange(by=staff, meeting=gathering, wanted=Wanted(2))


def test_moving_says_what_was_and_a_leader_who_leaves_leads_no_more(gathering, officer, crowd):
    seat(gathering, [crowd[:6], crowd[6:]], state="draft")
    first, second = Group.objects.filter(grouping__meeting=gathering)
    Group.objects.filter(pk=first.pk).update(leader=crowd[0])
    assert move_person(by=officer, meeting=gathering, person=crowd[0], group=second) == (1, 2)
    first.refresh_from_db()
    assert (first.leader, sizes(gathering)) == (None, [5, 7])
    assert take_out(by=officer, meeting=gathering, person=crowd[0]) == 2
    assert take_out(by=officer, meeting=gathering, person=crowd[0]) == 0


def test_the_effect_of_a_move_is_known_before(gathering, earlier, crowd):
    arrive(earlier, crowd)
    seat(earlier, [crowd[:4]])
    seat(gathering, [crowd[:3], crowd[3:6]], state="draft")
    told = [(each.size, each.new, each.again) for each in effects(load_table(gathering), crowd[3].pk)]
    assert told == [(3, 0, 3), (2, 2, 0)]


def test_groups_are_published_and_taken_back(gathering, officer, crowd):
    grouping = seat(gathering, [[]], state="draft")
    with pytest.raises(DomainError, match="nobody in the groups"):
        publish_groups(by=officer, grouping=grouping)
    move_person(by=officer, meeting=gathering, person=crowd[0], group=grouping.groups.get())
    assert publish_groups(by=officer, grouping=grouping).state == "published"
    assert withdraw_groups(by=officer, grouping=grouping).state == "draft"


def test_the_number_of_groups_is_a_prime_near_six_people_each():
    assert [suggested_number(people) for people in (1, 6, 12, 24, 36, 42, 50, 66)] == [
        1,
        2,
        2,
        5,
        7,
        7,
        7,
        11,
    ]


# ---- at the door -----------------------------------------------------------------------------------------------


def test_late_comers_are_placed_and_nobody_else_moves(day, officer, crowd):
    seat(day, [crowd[:4], crowd[4:8]])
    moved = regroup_at_door(by=officer, meeting=day, drop_missing=False)
    assert moved == {crowd[8].pk: [0, moved[crowd[8].pk][1]], crowd[9].pk: [0, moved[crowd[9].pk][1]]}
    assert sizes(day) == [5, 5]
    assert regroup_at_door(by=officer, meeting=day, drop_missing=False) == {}


def test_gaps_are_closed_by_as_few_moves_as_can_be(day, officer, crowd):
    seat(day, [crowd[:5], [crowd[10], crowd[11], crowd[5]], crowd[6:10]])
    moved = regroup_at_door(by=officer, meeting=day, drop_missing=True)
    assert sizes(day) == [3, 3, 4]
    changed = [pk for pk, (before, after) in moved.items() if before and after]
    assert (len(moved), len(changed)) == (4, 2)


def test_the_door_can_be_undone(day, officer, crowd):
    seat(day, [crowd[:4], crowd[4:8]])
    before = seats(day)
    regroup_at_door(by=officer, meeting=day, drop_missing=False)
    undo_division(by=officer, meeting=day)
    assert seats(day) == before


def test_before_anybody_came_there_is_no_door(gathering, officer, crowd):
    seat(gathering, [crowd])
    with pytest.raises(DomainError, match="Nobody has checked in"):
        regroup_at_door(by=officer, meeting=gathering, drop_missing=False)


def test_at_the_door_the_locked_stay_and_the_cheapest_moves():
    groups = {1: [1, 2, 3, 4], 2: [5, 6]}
    change = at_the_door(
        groups,
        newcomers=[],
        gone=set(),
        fixed={1, 2},
        closed=set(),
        cost=lambda one, two: (one, two) == (4, 5),
    )
    assert (groups, change.moved) == ({1: [1, 2, 4], 2: [5, 6, 3]}, {3: (1, 2)})


def test_at_the_door_a_closed_group_takes_nobody():
    groups = {1: [1], 2: [2, 3, 4]}
    at_the_door(groups, newcomers=[5], gone=set(), fixed=set(), closed={1}, cost=lambda one, two: 0)
    assert groups == {1: [1], 2: [2, 3, 4, 5]}
