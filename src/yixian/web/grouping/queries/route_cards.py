"""A route card for each group: where to be when, who explains, what may be photographed."""

from dataclasses import dataclass

from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Group
from yixian.web.grouping.queries.route import Stop, begins_at, clock_at, routes
from yixian.web.grouping.queries.rows import ROTATION
from yixian.web.grouping.rules.rotation import can_see_rotation
from yixian.web.meetings.models import Meeting, Tour


@dataclass(frozen=True)
class RouteCard:
    """One group's card."""

    group: Group
    leader: str
    stops: list[Stop]


@dataclass(frozen=True)
class RouteCardsPage:
    """All cards; none for whoever may not see the timetable yet."""

    meeting: Meeting
    cards: list[RouteCard]
    begins: str
    gear: str


def route_cards_page(person: Person, meeting: Meeting) -> RouteCardsPage:
    """Read the cards."""
    rotation = ROTATION.first(meeting_id=meeting.pk)
    if rotation is None or not can_see_rotation(person, meeting, rotation):
        return RouteCardsPage(meeting, [], "", "")
    stops = routes(rotation, meeting)
    groups = Group.objects.filter(grouping__meeting=meeting).select_related("leader")
    tour = Tour.objects.filter(meeting=meeting).only("gear").first()
    return RouteCardsPage(
        meeting=meeting,
        cards=[
            RouteCard(group, group.leader.name if group.leader else "", stops[group.pk])
            for group in groups
            if group.pk in stops
        ],
        begins=clock_at(begins_at(rotation), 0),
        gear=tour.gear if tour else "",
    )
