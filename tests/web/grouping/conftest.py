"""A meeting to which twelve members come, with a tour of four stations."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from tests import factories
from yixian.web.grouping.models import Group, Grouping, Place
from yixian.web.meetings.models import CheckIn, Invitation, Reply

UNITS = "子丑寅卯辰巳午未申酉戌亥"


@pytest.fixture(autouse=True)
def _in_english():
    """A request leaves its language behind; each test begins in the same."""
    with translation.override("en"):
        yield


@pytest.fixture
def crowd(district):
    """The chairs of twelve members, in the order of the roster."""
    members = [factories.member(district, f"{unit}单位工会", rank=n) for n, unit in enumerate(UNITS)]
    return [
        factories.cadre(member, f"{unit}主席", "chair") for member, unit in zip(members, UNITS, strict=True)
    ]


def invite(meeting, people, answer="coming"):
    """Invitations answered by these people."""
    for person in people:
        own = {"federation": meeting.federation, "person": person}
        invitation = Invitation.objects.create(meeting=meeting, member=person.member, **own)
        Reply.objects.create(
            federation=meeting.federation,
            invitation=invitation,
            answer=answer,
            attendee=person if answer != "apology" else None,
        )


def arrive(meeting, people):
    """Check these people in."""
    for person in people:
        CheckIn.objects.create(
            federation=meeting.federation, meeting=meeting, person=person, method="desk", at=timezone.now()
        )


def seat(meeting, groups, state="published"):
    """Groups as given, one list of people for each."""
    own = {"federation": meeting.federation}
    grouping = Grouping.objects.create(meeting=meeting, state=state, **own)
    for number, people in enumerate(groups, start=1):
        group = Group.objects.create(grouping=grouping, number=number, **own)
        for person in people:
            Place.objects.create(grouping=grouping, group=group, person=person, **own)
    return grouping


def seats(meeting):
    """The names in each group, by number."""
    return [
        sorted(group.places.values_list("person__name", flat=True))
        for group in Group.objects.filter(grouping__meeting=meeting)
    ]


@pytest.fixture
def gathering(programme, host, coordinator, crowd):
    """A meeting next week to which all twelve come."""
    meeting = factories.meeting(
        programme, host=host, coordinator=coordinator, state="open",
        held_on=timezone.localdate() + timedelta(days=7),
    )  # fmt: skip
    invite(meeting, crowd)
    return meeting


@pytest.fixture
def day(programme, host, coordinator, crowd):
    """A meeting under way today to which ten of twelve have come."""
    meeting = factories.meeting(
        programme, host=host, coordinator=coordinator, state="under_way", held_on=timezone.localdate()
    )
    invite(meeting, crowd)
    arrive(meeting, crowd[:10])
    return meeting


@pytest.fixture
def earlier(programme, host):
    """A meeting of last month, closed."""
    held_on = timezone.localdate() - timedelta(days=30)
    return factories.meeting(
        programme, host=host, state="closed", held_on=held_on, month=held_on.strftime("%Y-%m")
    )


@pytest.fixture
def tour(day):
    """Four stations of today's meeting."""
    return [factories.station(day, name, minutes=10) for name in ("备料", "总装", "检验", "练兵角")]
