"""The tabs of a meeting and their numbers."""

from tests import factories, factories_meetings
from tests.guards import count_queries
from yixian.web.meetings.sections import numbers_of, tabs_for


def test_numbers_are_of_this_meeting_and_read_once(officer, meeting, programme, host, chair):
    factories.station(meeting)
    factories.station(meeting)
    factories.station(factories.meeting(programme, host=host))
    factories_meetings.reply(factories_meetings.invitation(meeting, chair), "coming")
    factories_meetings.report(meeting, chair, handed_in=False)
    with count_queries() as queries:
        tabs = {tab.key: tab.count for tab in tabs_for(officer, meeting, "overview")}
        numbers_of(meeting)
    assert (tabs["tour"], tabs["replies"], tabs["reports"], tabs["agenda"]) == (2, 1, 0, None)
    assert len(queries) == 1


def test_tabs_are_those_that_a_person_may_open(chair, coordinator, meeting):
    of_chair = [tab.key for tab in tabs_for(chair, meeting, "tour")]
    of_coordinator = [tab.key for tab in tabs_for(coordinator, meeting, "tour")]
    assert ("replies" in of_chair, "replies" in of_coordinator) == (False, True)
    assert [tab.key for tab in tabs_for(chair, meeting, "tour") if tab.is_current] == ["tour"]


def test_a_meeting_of_history_has_no_preparation(officer, meeting):
    meeting.is_archive = True
    assert {"notice", "replies", "tour"} & {
        tab.key for tab in tabs_for(officer, meeting, "overview")
    } == set()
