"""Groups of the sample meetings: a year of them behind us, and today's with its rotation and floor plan."""

from datetime import timedelta

from yixian.web.grouping.actions.division import Wanted, arrange, divided, grouping_of
from yixian.web.grouping.actions.floor import place_meeting_point, place_station
from yixian.web.grouping.actions.places import add_wish, publish_groups
from yixian.web.grouping.actions.rotation import (
    StationTimes,
    Terms,
    ask_timetable,
    change_terms,
    publish_timetable,
)
from yixian.web.grouping.models import Group, Grouping, Place, Rotation
from yixian.web.grouping.queries.slot import slot_of
from yixian.web.grouping.queries.table import load_table
from yixian.web.meetings.models import Meeting, Station
from yixian.web.sample.federations import District
from yixian.web.shared import jobs

NUMBER = 7
MONTHS = 330
GUIDES = ["甲班班长", "乙班班长", "丙班班长", "质检主管", "设备主管", "工会小组长", "安全员"]
SPOTS = [(150, 150), (430, 130), (760, 150), (800, 430), (260, 440)]
LATE = 2


def divide_the_past(district: District, today: Meeting) -> None:
    """The meetings of the last year, each divided with those before it in mind; one after the other."""
    assert today.held_on is not None
    held = Meeting.objects.filter(
        federation=district.federation, held_on__lt=today.held_on, is_archive=False,
        held_on__gt=today.held_on - timedelta(days=MONTHS), state__in=("wrapped_up", "closed"),
    )  # fmt: skip
    for meeting in held.order_by("held_on"):
        grouping = grouping_of(meeting)
        Grouping.objects.filter(pk=grouping.pk).update(state=Grouping.State.PUBLISHED)
        _fill(grouping, divided(load_table(meeting), Wanted(NUMBER, 1)))


def _fill(grouping: Grouping, groups: list[list[int]]) -> None:
    own = {"federation_id": grouping.federation_id, "grouping": grouping}
    for number, people in enumerate(groups, start=1):
        group = Group.objects.create(number=number, leader_id=people[0], **own)
        Place.objects.bulk_create(Place(group=group, person_id=person, **own) for person in people)


def walk_today(district: District, meeting: Meeting) -> None:
    """Today's groups, published, with leaders and guides, a wish, and two who came late; and their rotation."""
    officer = district.officer
    arrange(by=officer, meeting=meeting, wanted=Wanted(NUMBER, 3))
    grouping = grouping_of(meeting)
    for group, guide in zip(grouping.groups.all(), GUIDES, strict=True):
        first = group.places.select_related("person").order_by("person__rank", "pk").first()
        group.leader, group.guide = first.person if first else None, guide
        group.save(update_fields=["leader", "guide"])
    leaders = grouping.groups.values("leader")
    others = list(grouping.places.exclude(person__in=leaders).select_related("person").order_by("pk"))
    same = [each for each in others if each.group_id == others[0].group_id]
    add_wish(by=officer, meeting=meeting, kind="together", one=same[0].person, two=same[1].person)
    publish_groups(by=officer, grouping=grouping)
    late = list({each.group_id: each.pk for each in others if each.group_id != others[0].group_id}.values())
    Place.objects.filter(pk__in=late[:LATE]).delete()
    _rotate(district, meeting)


def _rotate(district: District, meeting: Meeting) -> None:
    officer, stations = district.officer, list(Station.objects.filter(tour__meeting=meeting))
    for station, (x, y) in zip(stations, SPOTS, strict=True):
        place_station(by=officer, meeting=meeting, station=station, x=x, y=y)
    place_meeting_point(by=officer, meeting=meeting, x=530, y=300)
    times = {station.pk: StationTimes(station.minutes, 2) for station in stations}
    terms = Terms(slot_of(meeting).starts_at, 120, 2, times)
    change_terms(by=officer, meeting=meeting, terms=terms)
    rotation = ask_timetable(by=officer, meeting=meeting)
    while Rotation.objects.get(pk=rotation.pk).state == Rotation.State.SOLVING and jobs.work_once():
        continue
    rotation.refresh_from_db()
    if rotation.state != Rotation.State.SOLVED:
        raise RuntimeError(f"the sample rotation was not solved: {rotation.state} {rotation.trouble}")
    publish_timetable(by=officer, rotation=rotation)
