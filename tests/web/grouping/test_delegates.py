"""Whose turn it is to go: fewest turns first, then interests."""

import pytest

from tests import factories
from tests.web.grouping.conftest import arrive, invite
from yixian.web.grouping.queries.delegates import suggest_delegate
from yixian.web.meetings.models import Invitation


@pytest.fixture
def team(guest, chair):
    """Three cadres beside the chair."""
    return [factories.cadre(guest, name, rank=n) for n, name in enumerate(("赵", "钱", "孙"))]


@pytest.fixture
def invitation(gathering, chair):
    """The member's invitation."""
    invite(gathering, [chair])
    return Invitation.objects.get(meeting=gathering, person=chair)


def names(suggestion):
    return [(turn.person.name, turn.times, turn.last) for turn in suggestion.turns]


def test_whoever_went_least_goes_next(invitation, earlier, team):
    arrive(earlier, team[:1])
    day = f"{earlier.held_on:%Y-%m-%d}"
    assert names(suggest_delegate(invitation)) == [("钱", 0, ""), ("孙", 0, ""), ("赵", 1, day)]


def test_turns_of_years_ago_count_for_nothing(invitation, earlier, team):
    arrive(earlier, team[:1])
    earlier.held_on = earlier.held_on.replace(year=earlier.held_on.year - 2)
    earlier.save()
    assert suggest_delegate(invitation).first.person == team[0]


def test_among_equal_turns_interest_decides(invitation, gathering, team, district):
    topic = factories.topic(district)
    gathering.topics.add(topic)
    suggestion = suggest_delegate(invitation, {team[2].pk: frozenset({topic.pk})})
    assert suggestion.first.person == team[2]


def test_a_member_with_only_a_chair_has_no_suggestion(invitation):
    assert suggest_delegate(invitation).first is None
