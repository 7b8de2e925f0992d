"""One meeting from the roster to the next plan.

The office works at a desk; the chair of a member, the delegate she sends and the host's coordinator have
phones. The year is planned and published, the next meeting announced and answered, held today, wrapped up
and followed up; what stays open stands on the agenda of the meeting after it, and an offer made on the way
home is in the next plan.
"""

import pytest

from tests.journeys import after, before, day, plan
from tests.journeys.browser import DESK, PHONE
from tests.journeys.hand import Hand
from tests.journeys.pictures import Pictures
from tests.journeys.story import cast_of, today


@pytest.fixture
def hand(site, open_window):
    """Somebody's window: ``hand(PHONE)``."""
    pictures = Pictures(site.address)
    return lambda size, **options: Hand(open_window(size, **options), site.address, pictures)


def test_one_meeting_from_the_roster_to_the_next_plan(site, hand):
    cast = cast_of(site)
    office, chair, coordinator, delegate = hand(DESK), hand(PHONE), hand(PHONE), hand(PHONE)
    plan.sign_in_with_password(office)
    plan.bring_in_the_roster(office)
    plan.plan_and_publish_the_year(office)
    coordinator.open(site.link_for(pk=cast.coordinator)).press("form .btn-primary")
    meeting = before.move_the_next_meeting_to_today(office, cast, today())
    links = before.announce(office, meeting)
    pass_on = before.answer_with_a_delegate(chair, links[cast.guest_name], cast)
    before.hand_in_three_paragraphs(delegate, pass_on, meeting)
    before.draw_up_the_tour(coordinator, meeting)
    before.build_the_agenda(office, meeting)
    day.start(office, meeting)
    day.check_in_by_link(delegate, meeting)
    day.check_in_at_the_desk(coordinator, meeting, cast)
    day.watch_the_wall(hand(DESK), site, office, meeting)
    day.record_at_the_stations(delegate, meeting)
    after.wrap_up(office, meeting)
    after.release(coordinator, meeting)
    problem = after.decide_about_records(office, meeting, cast)
    after.solve_and_confirm(office, delegate, problem)
    after.publish_experience_and_minutes(office, meeting)
    after.borrow(delegate)
    after.share_a_digest(delegate, hand(PHONE), meeting)
    after.offer_to_host(delegate)
    after.find_it_all_again_next_time(office, cast)
