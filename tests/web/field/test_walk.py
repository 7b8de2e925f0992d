"""The walk on the phone goes as one's own group goes, with its times, once the timetable is published."""

import re
from datetime import time

import pytest

from yixian.web.grouping.models import Group, Grouping, Place, Rotation, Visit

HOME = "/field/"


@pytest.fixture
def walk(meeting, free, ask, forbidden, chair):
    """The chair's group goes to the station that forbids photos first, then to the free one; never to the third."""
    own = {"federation": meeting.federation}
    grouping = Grouping.objects.create(meeting=meeting, state=Grouping.State.PUBLISHED, **own)
    group = Group.objects.create(grouping=grouping, number=3, **own)
    Place.objects.create(grouping=grouping, group=group, person=chair, **own)
    rotation = Rotation.objects.create(
        meeting=meeting, state=Rotation.State.PUBLISHED, starts_at=time(9, 30), **own
    )
    for station, starts, ends in ((forbidden, 2, 12), (free, 14, 24)):
        times = {"starts": starts, "ends": ends, "now_starts": starts + 5, "now_ends": ends + 5}
        Visit.objects.create(rotation=rotation, group=group, station=station, **times, **own)
    return rotation


def stops(response):
    """Each stop's station and heading, in the order of the page."""
    page = re.sub(r"\s+", " ", response.content.decode())
    return [
        (int(pk), number, re.findall(r"\d\d:\d\d–\d\d:\d\d", rest))
        for pk, number, rest in re.findall(
            r'data-stop="(\d+)".*?<span class="muted num">(.*?)</span>(.*?)</section>', page
        )
    ]


def test_the_stations_stand_in_the_order_of_the_own_group(
    walk, free, ask, forbidden, chair, signed_in, get_page
):
    assert stops(get_page(signed_in(chair), HOME)) == [
        (forbidden.pk, "1 / 3", ["09:37–09:47"]),
        (free.pk, "2 / 3", ["09:49–09:59"]),
        (ask.pk, "3 / 3", []),
    ]


@pytest.mark.parametrize("hidden", ["rotation", "groups"])
def test_what_is_not_published_changes_nothing(
    walk, hidden, free, ask, forbidden, chair, signed_in, get_page
):
    if hidden == "rotation":
        Rotation.objects.update(state=Rotation.State.DRAFT)
    else:
        Grouping.objects.update(state=Grouping.State.DRAFT)
    found = stops(get_page(signed_in(chair), HOME))
    assert [pk for pk, *_rest in found] == [
        each.pk for each in sorted((free, ask, forbidden), key=lambda s: s.position)
    ]
    assert [times for *_rest, times in found] == [[], [], []]


def test_who_is_in_no_group_walks_as_the_tour_says(walk, coordinator, signed_in, get_page):
    assert [times for *_rest, times in stops(get_page(signed_in(coordinator), HOME))] == [[], [], []]
